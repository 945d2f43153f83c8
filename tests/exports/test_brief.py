"""The brief: a sentence a claim, its sources as footnotes, disagreements with every figure."""

from __future__ import annotations

import re
from dataclasses import replace

from hostile import PAYLOADS, hostile_subgraph
from hypothesis import given
from making import claim_set
from pages import NOTE, Page, seen
from subgraphs import line, subgraphs

from graph.exports import export
from graph.exports.brief import SECTIONS
from graph.exports.markdown import escape
from graph.model.relations import RELATIONS
from graph.model.vocabulary import Status
from graph.queries.answers.subgraph import Subgraph, collect
from graph.queries.words.sentences import claim_text
from graph.store.open import open_store

OURS = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open",
    "bullet_list_close", "list_item_open", "list_item_close", "text", "text_special", "softbreak",
    "code_inline", "link_open", "link_close",
}  # fmt: skip
"""The parts of which a brief is made: no HTML, picture, emphasis, quotation, table, rule or other list."""

LINES = """
org:meta named Meta kind=usual @wired:2025-06-12
org:meta named Facebook kind=former @wired:2025-06-12
org:scale named 'Scale AI' kind=usual @wired:2025-06-12
jack-rae named 'Jack Rae' kind=usual @wired:2025-06-12
jack-rae works_at meta 2016/2025-06 from=google locator=p4 @wired:2025-06-12
jack-rae works_at meta 2016/2025-06 from=google locator=p9 @post:2025-06-12
meta offered jack-rae 2025-06 outcome=accepted amount=10m @post:2025-06-12
meta offered jack-rae 2025-06 outcome=declined amount=12m attributed_to=org:reuters @herald:2025-07
meta party_to stake role=investor @wired:2025-06-12
scale party_to stake role=target @wired:2025-06-12
stake deal_amount amount=14bn @wired:2025-06-12
org:meta measured 2025 amount=65bn metric=capex @herald:2025-07
org:scale measured 2025 amount=29bn metric=valuation @herald:2025-07
"""


def brief(graph: Subgraph) -> Page:
    return seen(export(graph, "brief").decode())


def made(focus: tuple[str, ...] = (), walks: tuple[tuple[str, ...], ...] = ()) -> Subgraph:
    """All of the lines, as a ledger assembles them."""
    store, given = open_store(engine="memory"), claim_set(LINES)
    with store.writer() as writer:
        writer.load(given)
    graph = collect(store.view(), [entity.id for entity in given.entities], title="Meta")
    return replace(graph, focus=focus, walks=walks)


def line_of(page: Page, text: str) -> str:
    """The one line of a page that begins so, with its notes."""
    (found,) = [line for line in page.lines if line.startswith(text)]
    return found


def test_every_relation_has_its_section() -> None:
    """No claim is left without a place."""
    placed = [relation for relations in SECTIONS.values() for relation in relations]
    assert sorted(placed) == sorted(RELATIONS)


@given(subgraphs())
def test_every_claim_is_told_with_its_source(graph: Subgraph) -> None:
    """Read back, each claim is a sentence whose footnotes name its source, and each id is at the foot."""
    graph = replace(graph, focus=(), walks=())
    page = brief(graph)
    told: dict[str, list[str]] = {}
    for each in page.lines:
        told.setdefault(NOTE.sub("", each), []).extend(page.cited(each))
    for evidence in graph.claims:
        claim = evidence.claim
        doubt = " – reported" if claim.status is Status.REPORTED else ""
        said = " ".join(f"{claim_text(evidence, lambda id_: graph.names.get(id_) or id_)}{doubt}.".split())
        shown_name = claim.relation == "named" and claim.value == (
            graph.names[claim.subject] or claim.subject
        )
        assert shown_name or any(
            note.endswith(f" {evidence.source.id}")
            for text, notes in told.items()
            if " ".join(text.split()) == said
            for note in notes
        )
    (ids,) = [line for line in page.lines if line.startswith("Claims behind it: ")] or [""]
    assert re.findall("[0-9a-f]{20}", ids) == [e.id for e in graph.claims]


@given(subgraphs())
def test_footnotes_are_cited_and_defined_once(graph: Subgraph) -> None:
    """Numbers run from 1 in the order of citation; nothing is cited in vain, nothing defined for nobody."""
    page = brief(graph)
    cited = [int(number) for each in page.lines for number in NOTE.findall(each) if int(number) in page.notes]
    assert list(page.notes) == list(range(1, len(page.notes) + 1))
    assert set(cited) == set(page.notes)


def test_disagreements_come_first_with_every_figure_and_who_says_it() -> None:
    """Each value stands with its status, publisher and whom that cites, before the claims."""
    page = brief(made())
    asked = page.lines.index(line_of(page, "How much did Meta offer "))
    assert asked < page.lines.index("Work")
    figures = sorted(page.lines[asked + 1 : asked + 3])
    assert [NOTE.sub("", figure) for figure in figures] == [
        "$10 m (reported): Title of post.",
        "$12 m (reported): Title of herald, citing reuters.",
    ]
    cited = [[note.rpartition(" ")[2] for note in page.cited(figure)] for figure in figures]
    assert cited == [["post"], ["herald"]]


def test_equal_sentences_are_one_with_all_their_sources() -> None:
    """Two sources that say the same share a sentence; each place in a source is a note of its own."""
    page = brief(made())
    said = line_of(page, "Jack Rae worked at Meta")
    assert sorted(page.cited(said)) == [
        "12 Jun 2025: Title of post, paragraph 9. post",
        "12 Jun 2025: Title of wired, paragraph 4. wired",
    ]


def test_only_the_focus_tells_its_facts() -> None:
    """About Meta its figures and former names are told, and its deals; of Scale AI only what joins them."""
    page = brief(made(focus=("org:meta",)))
    text = "\n".join(page.lines)
    assert "capital expenditure $65 bn" in text
    assert "Meta was called “Facebook”" in text
    assert "is worth $14 bn" in text
    assert "valuation" not in text
    assert "valuation" in "\n".join(brief(made(focus=("org:scale",))).lines)
    assert "is called" not in text, "the name that the page uses is no news"


def test_a_heading_names_few() -> None:
    """A title that lists many names is cut to the first and the number of others."""
    graph = made(focus=("org:meta", "org:scale", "person:jack-rae"))
    assert brief(replace(graph, title="Around " + "Meta, " * 30)).lines[0] == "Around Meta and 2 others"
    assert brief(graph).lines[0] == "Meta"


def test_a_path_is_told_hop_by_hop() -> None:
    """Each hop begins with the end that one comes from, in the order of the path; nothing else is told."""
    page = brief(made(walks=(("person:jack-rae", "org:meta", "deal:stake", "org:scale"),)))
    start = page.lines.index("1. Jack Rae – Meta – stake – Scale AI (3 steps)")
    end = page.lines.index("About this page")
    assert [each.partition(" (")[0] for each in page.lines[start + 1 : end]] == [
        "Jack Rae had an offer from Meta",
        "Jack Rae worked at Meta",
        "Meta is a party to “stake”",
        "“stake” involves Scale AI",
    ]
    assert "capital expenditure" not in "\n".join(page.lines)


def test_day_of_knowledge_and_licence_stand_at_the_foot() -> None:
    """Whoever pastes the page knows how old it is and what may be done with it."""
    foot = brief(made()).lines
    assert "As known on 31 Jul 2025. Licence of the data: CC-BY-4.0." in foot[foot.index("About this page") :]


@given(line)
def test_escaped_text_is_read_as_it_is(text: str) -> None:
    """Alone on a line, in a list, in a heading and inside a sentence: a text is a text."""
    for before, after in (("", ""), ("- ", "."), ("# ", ""), ("x ", " y")):
        page = seen(f"{before}{escape(f'{text}{after}')}")
        assert page.kinds <= OURS
        assert not page.links
        expected = " ".join(f"{before.strip('-# ')} {text}{after}".split())
        assert [" ".join(each.split()) for each in page.lines if each.strip()] == [expected] * bool(expected)


def test_what_is_not_escaped_would_run() -> None:
    """The reader that finds nothing in an escaped page does find what it looks for in a bare one."""
    found = [seen(f"- {payload}") for payload in PAYLOADS]
    assert {"html_block", "html_inline", "em_open", "image"} & set().union(*(page.kinds for page in found))
    assert any(page.links for page in found)


def test_no_payload_runs_and_each_is_shown() -> None:
    """With every hostile text in every field the page is made of our own parts, and links to sources only."""
    graph = hostile_subgraph()
    page = brief(graph)
    assert page.kinds <= OURS
    assert page.links == {source.url for source in graph.sources if source.url}
    shown = " ".join(" ".join([*page.lines, *page.notes.values()]).split())
    for payload in PAYLOADS:
        assert " ".join(payload.split()) in shown, payload
