"""The web door: `talentgraph app`, or `streamlit run app.py`."""

from talentgraph.ui import run

run()
