"""A name's dossier; careers, moves, colleagues, who came back, who came first, who studied where."""
