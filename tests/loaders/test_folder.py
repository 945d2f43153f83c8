"""A set folder: what it becomes, and what it warns of."""

import random
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from files import CLAIMS, DATASET, ENTITIES, SOURCES, set_for, write_set

import loaders
from graph.model.claimset import ClaimSet
from graph.model.quantity import Quantity
from graph.model.relations import RELATIONS
from graph.model.source import Source
from graph.model.vocabulary import Status


def load(folder: Path) -> ClaimSet:
    (found,) = loaders.read(folder).sets
    return found


def test_the_small_set(tmp_path: Path) -> None:
    """Every column and qualifier of a row becomes the field of the claim that it names."""
    found = load(write_set(tmp_path / "small"))
    (job,) = [claim for claim in found.claims if claim.relation == "works_at"]
    assert (job.subject, job.object, job.source, job.locator) == (
        "person:jane-doe",
        "org:acme-lab",
        "page",
        "p2",
    )
    assert job.when.text == "2025-06-30/.."
    assert job.status is Status.CONFIRMED
    assert job.qualifiers == (
        ("about", "yes"),
        ("from", "org:globex"),
        ("role", "scientist"),
        ("team", "models"),
    )
    (offer,) = [claim for claim in found.claims if claim.relation == "offered"]
    assert offer.quantity == Quantity(Decimal(10_000_000), None, "USD", "year")
    assert offer.attributed_to == "unnamed"
    assert (found.id, found.licence, found.compiled, found.made) == (
        "small", "CC-BY-4.0", "2026-01-31", "By hand, for tests.",
    )  # fmt: skip
    assert found.warnings == ()


def test_names_are_claims_of_the_set(tmp_path: Path) -> None:
    """Name, aliases and identifiers become claims whose source is the set; nobody unnamed has any."""
    found = load(write_set(tmp_path / "small"))
    own = {(c.subject, c.relation, c.get("kind"), c.value) for c in found.claims if c.source == "small"}
    jane = {row[1:] for row in own if row[0] == "person:jane-doe"}
    assert jane == {
        ("named", "usual", "Jane Doe"),
        ("named", "", "J. Doe"),
        ("named", "", "Janie Doe"),
        ("identified_by", "orcid", "0000-0002-1825-0097"),
    }
    assert not any("unnamed" in subject for subject, *_ in own)
    source = next(source for source in found.sources if source.id == "small")
    assert source == Source(
        "small", "A small set", date="2026-01-31", kind="derived", form="dataset", licence="CC-BY-4.0"
    )


def test_retractions_name_the_claim(tmp_path: Path) -> None:
    """`retracts=key` becomes the id of that row's claim, wherever the row stands."""
    rows = CLAIMS.splitlines()
    for number, order in enumerate((rows, [rows[0], *reversed(rows[1:])])):
        found = load(write_set(tmp_path / str(number), claims="\n".join(order)))
        (taken_back,) = [claim for claim in found.claims if claim.status is Status.RETRACTED]
        (first,) = [claim for claim in found.claims if claim.source == "wire"]
        assert taken_back.get("retracts") == first.id


def test_order_of_rows_is_nothing(tmp_path: Path, seed: int) -> None:
    """The same rows in any order are the same set."""
    shuffle = random.Random(seed).sample
    files = {}
    for name, text in (("claims", CLAIMS), ("entities", ENTITIES), ("sources", SOURCES)):
        header, *rows = text.splitlines()
        files[name] = "\r\n".join([header, *shuffle(rows, len(rows))])
    assert load(write_set(tmp_path / "shuffled", **files)) == load(write_set(tmp_path / "small"))


def test_keys_and_paths_are_not_kept(tmp_path: Path) -> None:
    """Neither an editor's key nor the path of a file reaches anything that is stored or shown."""
    folder = write_set(
        tmp_path / "canary-folder",
        claims=CLAIMS.replace("c1,", "canary-key,").replace("p9,,", "p9,,seen"),
    )
    found = load(folder)
    assert "seen" in repr(found)
    assert "canary" not in repr(found)


def test_examples_of_the_model(tmp_path: Path) -> None:
    """Every example row of the model's description loads, one claim a row."""
    text = Path(__file__).with_name("examples.csv").read_text(encoding="utf-8")
    found = load(set_for(tmp_path / "examples", text))
    counts = Counter(claim.relation for claim in found.claims if claim.source != "small")
    assert sum(counts.values()) == len(text.splitlines()) - 1 == 33
    assert set(RELATIONS) - set(counts) == {"advises", "identified_by"}


def test_bars_and_columns(tmp_path: Path) -> None:
    """Several values by a bar are several qualifiers; a former id of an entity may be used."""
    claims = CLAIMS.replace("org:globex,team", "org:globex|org:acme,team").replace(
        "c1,person:jane-doe", "c1,person:j-doe"
    )
    found = load(write_set(tmp_path / "small", claims=claims))
    (job,) = [claim for claim in found.claims if claim.relation == "works_at"]
    assert job.all("from") == ("org:acme", "org:globex")
    assert job.subject == "person:j-doe"


REPORT = """\
source,locator,statement,fate,keys,reason
page,p2,she joined,kept,c1|c2,
page,p3,an offer and a guess,partly,c3,the guess is about no entity
page,p4,a remark on the weather,not-kept,,a remark about no entity
"""


def test_what_is_not_kept_is_listed(tmp_path: Path) -> None:
    """Statements not kept, or not whole, come with source, place and reason, without the statement."""
    found = load(write_set(tmp_path / "small", report=REPORT))
    assert [(e.source, e.locator, e.reason) for e in found.excluded] == [
        ("page", "p3", "the guess is about no entity"),
        ("page", "p4", "a remark about no entity"),
    ]
    assert "weather" not in repr(found)


def test_warnings(tmp_path: Path) -> None:
    """Silence about an entity, a lab without a company, a row said twice and too many rows are warned of."""
    found = load(
        write_set(
            tmp_path / "small",
            dataset=DATASET + "assertions: {max: {works_at: 0, claims: 9}}\n",
            entities=ENTITIES + "work:llama,model,Llama,,,,,,\n",
            claims=CLAIMS.replace(
                "c2,org:acme-lab,part_of,org:acme,,,,,,,,,kind=lab",
                "c2,org:acme-lab,became,org:acme,,,,,,,,,",
            )
            + CLAIMS.splitlines()[4].replace("c4", "c6")
            + "\n",
        )
    )
    assert found.warnings == (
        "line 7 of claims.csv says again what an earlier row says.",
        "works_at: 1, and the set asserts at most 0.",
        "org:acme-lab: no part_of says whose lab it is.",
        "work:llama: no claim speaks of it.",
    )


@pytest.mark.parametrize("needs", ["needs: [other-set]\n", "needs:\n  - other-set\n"])
def test_needs_leave_ids_open(tmp_path: Path, needs: str) -> None:
    """With a set that it needs, a set may speak of entities and sources that only the other defines."""
    claims = CLAIMS.replace("org:globex,team", "org:initech,team").replace(",wire,l4", ",elsewhere,l4")
    found = load(write_set(tmp_path / "small", claims=claims, dataset=DATASET + needs))
    assert any(claim.get("from") == "org:initech" for claim in found.claims)


@pytest.mark.parametrize("path", loaders.shipped_sets(), ids=lambda path: str(path.name))
def test_the_shipped_sets_load(path: Path) -> None:
    """Every set that ships loads under its folder's name, as it asserts, and says what it left out."""
    found = load(path)
    assert found.id == path.name
    assert not [warning for warning in found.warnings if "asserts" in warning]
    assert found.excluded


def test_sets_ship() -> None:
    """The two articles are among the sets that ship."""
    assert "two-articles" in {path.name for path in loaders.shipped_sets()}
