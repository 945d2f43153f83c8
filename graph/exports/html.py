"""A page that stands alone: the network by pyvis, with its legend, claims and sources, safe to open anywhere.

pyvis makes the network and brings vis-network. The page around it is ours: pyvis' own loads Bootstrap from a
CDN, writes its heading unescaped and turns tooltips into HTML as soon as one holds `href`. Here all data is
in one JSON block, shown as text, and the Content-Security-Policy runs our two scripts only, by hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from graph.errors import MissingPart
from graph.exports.look import COLOUR, DISPUTED_LINE, LINE, OFFER_LINE, Sign, line_colour, sign
from graph.exports.network import drawn
from graph.exports.plain import evidence_record
from graph.exports.provenance import about, cut_text, heading
from graph.model.vocabulary import Status
from graph.queries.answers.subgraph import Subgraph
from graph.queries.words.dates import when_text
from graph.queries.words.places import place_words
from graph.queries.words.sentences import claim_text

_VIS = "lib/vis-9.1.2/vis-network"
_POLICY = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_INK = "#5A5F66"
_LABEL = {
    Sign.PERSON: "Person",
    Sign.COMPANY: "Company, fund, other organisation",
    Sign.LAB: "Lab or team",
    Sign.DEAL: "Deal",
    Sign.MODEL: "Model, product, paper",
    Sign.SCHOOL: "School",
    Sign.GROUP: "Group, not listed by name",
}


def write(subgraph: Subgraph) -> bytes:
    """UTF-8, about 650 kB and what the data takes. Raises MissingPart without pyvis."""
    try:
        import jinja2
        import pyvis.network
    except ImportError as error:
        hint = "Install it: pip install talentgraph[html]"
        raise MissingPart("pyvis is not installed; the interactive page needs it.", hint=hint) from error
    ours, theirs = files("graph.exports") / "page", files("pyvis") / "templates"
    claims = _claims(subgraph)
    scripts = [_text(theirs / f"{_VIS}.min.js").partition("//# sourceMappingURL")[0], _text(ours / "page.js")]
    page = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(
        _text(ours / "page.html")
    )
    shown = page.render(
        subgraph=subgraph,
        title=heading(subgraph),
        policy=_POLICY.format(hashes=" ".join(map(_hash, scripts))),
        styles=[_text(theirs / f"{_VIS}.css"), _text(ours / "page.css")],
        scripts=scripts,
        data=data_block(drawn(subgraph, pyvis.network.Network) | {"claims": claims}),
        claims=claims,
        about=about(subgraph),
        cuts=[cut_text(cut) for cut in subgraph.cuts],
        signs=_signs(subgraph),
        statuses=_statuses(subgraph),
        dates={source.id: when_text(source.published) for source in subgraph.sources},
        offers=any(line_colour(row) == OFFER_LINE for row in subgraph.edges),
    )
    return shown.encode()


def data_block(value: object) -> str:
    """JSON that no HTML parser can leave: ASCII only, and `<`, `>` and `&` as escapes of JSON itself."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _claims(subgraph: Subgraph) -> list[dict[str, Any]]:
    """Every field of each claim, and what the page says of it; dates as people write them."""
    return [
        {
            **evidence_record(evidence),
            "of": sorted(set(evidence.claim.entities())),
            "said": claim_text(evidence, lambda id_: subgraph.names.get(id_, id_)),
            "publisher": evidence.source.publisher or evidence.source.title,
            "date": when_text(evidence.source.published),
            "held": when_text(evidence.claim.when),
            "place": place_words(evidence.claim),
        }
        for evidence in subgraph.claims
    ]


def _signs(subgraph: Subgraph) -> list[dict[str, str]]:
    """Only what is in the picture, in the order of the legend."""
    seen = {sign(card) for card in subgraph.entities}
    return [{"name": s, "label": _LABEL[s], "colour": COLOUR[s]} for s in Sign if s in seen]


def _statuses(subgraph: Subgraph) -> list[dict[str, Any]]:
    seen = {row.status for row in subgraph.edges}
    return [
        {
            "name": str(status),
            "width": style.width,
            "dashes": ",".join(f"{d:g}" for d in style.dashes),
            "colour": DISPUTED_LINE if status is Status.DISPUTED else _INK,
        }
        for status, style in LINE.items()
        if status in seen
    ]


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _text(file: Traversable) -> str:
    """With newlines as a browser counts them before it compares a hash."""
    return file.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
