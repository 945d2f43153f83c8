"""Claims, dates and texts for property tests of the model."""

from typing import Any

from hypothesis import strategies as st

from graph.model.claim import Claim
from graph.model.quantity import Quantity, parse_figure
from graph.model.text import clean
from graph.model.vocabulary import Status
from graph.model.when import parse_when

TEXTS = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"),
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    ),
    max_size=40,
).filter(lambda text: len(clean(text, "text")) < 100)
FIGURES = st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,6})?(k|m)?", fullmatch=True)

_YEAR = st.integers(1000, 2999).map("{:04d}".format)
_MONTH = st.tuples(_YEAR, st.integers(1, 12)).map(lambda p: f"{p[0]}-{p[1]:02d}")
_DAY = st.tuples(_MONTH, st.integers(1, 28)).map(lambda p: f"{p[0]}-{p[1]:02d}")
POINTS = st.tuples(_YEAR | _MONTH | _DAY, st.sampled_from(["", "", "~", "?"])).map("".join)
_SORTED = st.tuples(POINTS, POINTS).map(lambda pair: sorted(pair, key=lambda t: parse_when(t).order))
SETS = st.one_of(
    _SORTED.map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    POINTS.map(lambda point: f"[..{point}]"),
    POINTS.map(lambda point: f"[{point}..]"),
    st.lists(POINTS, min_size=1, max_size=3).map(lambda points: f"[{','.join(points)}]"),
)
INTERVALS = st.one_of(
    _SORTED.map("/".join),
    (POINTS | SETS).map("{}/..".format),
    (POINTS | SETS).map("{}/".format),
    (POINTS | SETS).map("/{}".format),
)
WHENS = st.one_of(st.just(""), POINTS, SETS, INTERVALS).map(parse_when)

_SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True).filter(
    lambda s: not s.startswith("unnamed")
)
_PEOPLE, _ORGS = _SLUGS.map("person:{}".format), _SLUGS.map("org:{}".format)
_QUANTITIES = st.builds(
    lambda low, unit, per: Quantity(parse_figure(low), None, unit, per),
    FIGURES, st.sampled_from(["USD", "EUR"]), st.sampled_from(["", "total", "year"]),
)  # fmt: skip
_STATUSES = st.sampled_from([status for status in Status if status is not Status.RETRACTED])
_WORDS = TEXTS.filter(bool)

CLAIMS: st.SearchStrategy[Claim] = st.one_of(
    st.builds(
        Claim, _PEOPLE, st.just("works_at"), _SLUGS, object=_ORGS, when=WHENS, status=_STATUSES,
        locator=TEXTS, quote=TEXTS, note=TEXTS, attributed_to=st.just("") | _ORGS,
        qualifiers=st.dictionaries(st.sampled_from(["role", "team"]), _WORDS).map(lambda d: tuple(d.items())),
    ),
    st.builds(
        Claim, _ORGS, st.just("offered"), _SLUGS, object=_PEOPLE, when=(POINTS | SETS).map(parse_when),
        quantity=st.none() | _QUANTITIES, qualifiers=st.just((("outcome", "made"),)),
    ),
    st.builds(Claim, _PEOPLE, st.just("named"), _SLUGS, value=_WORDS, when=WHENS),
)  # fmt: skip


def claim(**change: Any) -> Claim:
    """A plain claim with some fields changed."""
    fields: dict[str, Any] = {
        "subject": "person:jane-doe",
        "relation": "works_at",
        "source": "page",
        "object": "org:acme",
        "when": parse_when("2025-06"),
    }
    return Claim(**(fields | change))
