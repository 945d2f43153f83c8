"""Every question has a budget, and an answer that was cut off says so."""

from collections.abc import Iterator

import pytest
from asking import Holding, ask

from graph.errors import BadQuestion
from graph.queries.answers.counting import OPEN
from graph.queries.answers.reading import claims_naming
from graph.queries.dealings.offers import offers
from graph.queries.flows.published import figures_of, published
from graph.queries.liftouts.liftouts import lift_outs
from graph.queries.network.neighbourhood import neighbourhood
from graph.queries.network.paths import paths
from graph.queries.people.careers import career
from graph.queries.people.colleagues import colleagues
from graph.queries.people.dossier import show
from graph.queries.people.first_mover import first_movers
from graph.queries.people.moves import moves
from graph.settings import settings

LEDGER = "\n".join(f"meta offered person:p{n} 2025 outcome=made" for n in range(12))


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets a limit by its variable; all are as before afterwards."""
    yield monkeypatch
    monkeypatch.undo()
    settings.cache_clear()


def test_rows_are_limited(holding: Holding, limit: pytest.MonkeyPatch) -> None:
    """Beyond the number of rows a question about a name stops reading, and names the setting."""
    view = ask(holding(LEDGER))
    whole, cuts = claims_naming(view, ["org:meta"])
    assert (len(whole), cuts) == (12, ())
    limit.setenv("TALENTGRAPH_QUERY_ROWS", "5")
    settings.cache_clear()
    found, (cut,) = claims_naming(view, ["org:meta"])
    assert found == whole[:5]
    assert (cut.limit, cut.allowed) == ("query_rows", 5)
    assert [(len(reply.offers), reply.cuts[0].left_out) for reply in (offers(view),)] == [(5, 7)]
    assert len(claims_naming(view)[0]) == 12


def test_seconds_are_limited(holding: Holding, limit: pytest.MonkeyPatch) -> None:
    """Out of time a question answers with what it has, and does not claim to have looked everywhere."""
    view = ask(holding(LEDGER))
    limit.setenv("TALENTGRAPH_QUERY_SECONDS", "0.000001")
    settings.cache_clear()
    assert "query_seconds" in [cut.limit for cut in neighbourhood(view, "meta", 2).cuts]
    reply = paths(view, "person:p0", "person:p1")
    assert "query_seconds" in [cut.limit for cut in reply.cuts]
    assert reply.why_not is not None
    assert not reply.why_not.complete
    assert "not connected" not in reply.why_not.sentence


def test_counts_without_time_say_so(holding: Holding, limit: pytest.MonkeyPatch) -> None:
    """Nobody counts as first, and no figure has its counterpart, without a word on the time that ran out."""
    figures = "org:acme measured 2025 low=1 high=2 unit=people metric=alumni origin=meta"
    view = ask(holding(f"ann works_at meta 2020/2024\nann works_at acme 2024-02/..\n{figures}"))
    told, _ = figures_of(view, ["org:acme"])
    assert first_movers(view, "acme").cuts == published(view, told, OPEN, str)[1] == ()
    assert len(published(view, told, OPEN, str)[0]) == 1
    limit.setenv("TALENTGRAPH_QUERY_SECONDS", "1e-9")
    settings.cache_clear()
    for cuts in (first_movers(view, "acme").cuts, published(view, told, OPEN, str)[1]):
        assert [cut.limit for cut in cuts] == ["query_seconds"]


def test_lives_without_time_say_so(holding: Holding, limit: pytest.MonkeyPatch) -> None:
    """Moves, colleagues, careers and dossiers give what they have, and name the setting that cut them."""
    view = ask(
        holding("""
            ann works_at meta 2020/2024-01
            ann works_at acme 2024-02/..
            bob works_at meta 2020/2024-02
            bob works_at acme 2024-03/..
        """)
    )

    def asked() -> tuple[list[int], list[list[str]]]:
        beside, life, shown = colleagues(view, "ann"), career(view, "ann"), show(view, "ann")
        replies = (moves(view), beside, life, shown)
        told = (replies[0].moves, beside.along, life.moves, shown.career.moves if shown.career else ())
        return list(map(len, told)), [[cut.limit for cut in reply.cuts] for reply in replies]

    assert asked() == ([2, 1, 1, 1], [[], [], [], []])
    limit.setenv("TALENTGRAPH_QUERY_SECONDS", "1e-9")
    settings.cache_clear()
    assert asked() == ([0, 0, 0, 0], [["query_seconds"]] * 4)
    assert len(career(view, "ann").stints) == len(colleagues(view, "ann").overlaps) == 2


@pytest.mark.parametrize(("asked", "place"), [({"people": 1}, "people"), ({"days": -5}, "days")])
def test_a_group_that_is_none_is_refused(holding: Holding, asked: dict[str, int], place: str) -> None:
    """One person makes no group, nor do days below none; no days at all are one day, not the setting."""
    view = ask(holding(LEDGER))
    with pytest.raises(BadQuestion) as error:
        lift_outs(view, **asked)  # type: ignore[arg-type]
    assert error.value.place == place
    assert lift_outs(view, days=0).days == 0
