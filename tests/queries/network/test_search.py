"""A name finds its entity in any spelling that is known, and nobody else."""

from collections.abc import Iterator

import pytest
from asking import Holding, ask

from graph.errors import BadQuestion, NotFound
from graph.queries.network.search import find, search
from graph.store.answers import EntityCard
from graph.store.base import View

LEDGER = """
person:alexandr-wang named 'Alexandr Wang' kind=usual
person:alexandr-wang named 'Alexander Wang' kind=misspelling
person:jack-rae named 'Jack Rae' kind=usual
person:lukasz-kaiser named 'Łukasz Kaiser' kind=usual
org:meta named Meta kind=usual
org:meta named Facebook kind=former
work:meta-ai named 'Meta AI' kind=usual
org:deepmind named DeepMind kind=usual
org:google-deepmind named 'Google DeepMind' kind=usual
org:google-deepmind named DeepMind kind=short
person:chen-mit named 'Bo Chen' kind=usual
person:chen-cmu named 'Bo Chen' kind=usual
meta offered person:unnamed-register-1 2025-06 low=10m per=year outcome=made
"""


@pytest.fixture
def view(holding: Holding) -> View:
    return ask(holding(LEDGER))


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("person:jack-rae", "person:jack-rae"),
        ("Jack Rae", "person:jack-rae"),
        ("jack rae ", "person:jack-rae"),
        ("Alexander Wang", "person:alexandr-wang"),
        ("Lukasz Kaiser", "person:lukasz-kaiser"),
        ("Lukas Kaiser", "person:lukasz-kaiser"),
        ("facebook", "org:meta"),
        ("Meta", "org:meta"),
        ("DeepMind", "org:deepmind"),
        ("Unnamed person (register 1)", "person:unnamed-register-1"),
    ],
)
def test_a_known_spelling_finds_its_entity(view: View, text: str, id_: str) -> None:
    """Ids, aliases, missing diacritics and one wrong letter all lead to the entity; a shown name wins."""
    assert find(view, text).id == id_
    assert search(view, text).hits[0].entity.id == id_


def cards(view: View) -> list[EntityCard]:
    ids = {id_ for each in view.claims().items for id_ in each.claim.entities()}
    return list(view.entities(ids).values())


def test_several_of_one_name_are_all_named(view: View) -> None:
    """Homonyms are no answer: the error names every candidate with its id."""
    with pytest.raises(BadQuestion, match="person:chen-cmu") as error:
        find(view, "Bo Chen")
    assert "person:chen-mit" in str(error.value)
    assert not isinstance(error.value, NotFound)


@pytest.mark.parametrize("text", ["Zebediah Quux", "", "   ", "person:nobody", "person:jack-ray"])
def test_nobody_of_that_name(view: View, text: str) -> None:
    """What fits nothing is not found, whatever else is in the ledger."""
    with pytest.raises(NotFound):
        find(view, text)


@pytest.mark.parametrize("text", ["qqqjac", "mettle of waning", "Bo Bolivar", "deep learning", "jazz"])
def test_nonsense_finds_nothing(view: View, text: str) -> None:
    """What merely shares letters with a name is answered with none, and suggests none."""
    assert view.candidates(text).items, "the ledger holds names that share letters with it"
    assert not search(view, text).hits
    with pytest.raises(NotFound) as error:
        find(view, text)
    assert not error.value.suggestions


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Jcak Rae", "person:jack-rae"),
        ("Jack Raee", "person:jack-rae"),
        ("Alexndr Wnag", "person:alexandr-wang"),
        ("Lukaz Keiser", "person:lukasz-kaiser"),
        ("Meto", "org:meta"),
        ("DeepMnid", "org:deepmind"),
        ("Kaizer", "person:lukasz-kaiser"),
        ("Rae Jack", "person:jack-rae"),
        ("Meta Platforms", "org:meta"),
        ("Alexandr Wang of Scale", "person:alexandr-wang"),
    ],
)
def test_what_is_nearly_so_is_found(view: View, text: str, id_: str) -> None:
    """One or two wrong letters, a part of a name, another order of words or more words still find it."""
    assert id_ in [hit.entity.id for hit in search(view, text).hits]


def test_every_name_survives_a_slip(view: View) -> None:
    """Each name of four letters or more is found with any one letter wrong, missing, doubled or swapped."""
    for card in cards(view):
        for slip in (slip for name in card.names if len(name) > 3 for slip in slips(name)):
            assert card.id in [hit.entity.id for hit in search(view, slip).hits], slip


def slips(name: str) -> Iterator[str]:
    for at in range(len(name)):
        before, letter, after = name[:at], name[at], name[at + 1 :]
        yield from (before + after, before + "k" + after, before + letter + letter + after)
        yield before + after[:1] + letter + after[1:]


def test_a_name_within_the_text_never_wins(view: View) -> None:
    """A short name that the text holds is no better than the longer name that is nearly the text."""
    assert search(view, "Google DeepMidn").hits[0].entity.id == "org:google-deepmind"
    assert search(view, "Meta Al").hits[0].entity.id == "work:meta-ai"


def test_a_wrong_id_suggests_the_right_one(view: View) -> None:
    """A slip in an id is answered with the nearest names."""
    with pytest.raises(NotFound) as error:
        find(view, "person:jack-ray")
    assert error.value.suggestions[0][0] == "person:jack-rae"


def test_kinds_narrow(view: View) -> None:
    """Of one name only the kinds that are asked for are found, and an unknown kind is refused."""
    assert {hit.entity.kind for hit in search(view, "Meta").hits} == {"org", "work"}
    assert [hit.entity.id for hit in search(view, "Meta", ["work"]).hits] == ["work:meta-ai"]
    with pytest.raises(BadQuestion, match="kind"):
        search(view, "Meta", ["company"])
    with pytest.raises(BadQuestion):
        find(view, "person:jack-rae", ["org"])


@pytest.mark.parametrize("text", ["register", "unnamed", "10m", "offer"])
def test_unnamed_people_are_found_by_their_neutral_name_only(view: View, text: str) -> None:
    """No word of the claims leads to an unnamed person."""
    hits = search(view, text).hits
    assert all(hit.matched == hit.entity.name for hit in hits if hit.entity.anonymous)


def test_a_long_answer_says_that_it_was_cut(view: View) -> None:
    """What is beyond the limit is counted."""
    whole = search(view, "DeepMind")
    cut = search(view, "DeepMind", limit=1)
    assert len(whole.hits) > 1
    assert not whole.cuts
    assert cut.hits == whole.hits[:1]
    assert cut.cuts[0].left_out == len(whole.hits) - 1
