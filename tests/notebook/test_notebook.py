"""`import talentgraph as tg`: the ledger in a notebook."""

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from processes import run
from terminal import Terminal

import talentgraph as tg


@pytest.fixture(scope="module")
def terminal(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """The same ledger in a terminal: that of the two articles."""
    made = Terminal(tmp_path_factory.mktemp("notebook") / "ledger.db")
    assert made.ask("load", str(checkout / "seeds/two-articles")).code == 0
    return made


@pytest.fixture(scope="module")
def ledger(terminal: Terminal) -> Iterator[tg.Ledger]:
    """A ledger with the two articles. Tests only read it."""
    with tg.open(terminal.store) as opened:
        yield opened


@pytest.fixture
def articles_ship(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the sets that ship, one is enough here."""
    monkeypatch.setattr("loaders.shipped_sets", lambda: (checkout / "seeds/two-articles",))


@pytest.fixture(scope="module")
def view(ledger: tg.Ledger) -> tg.View:
    return ledger.view()


def test_an_empty_ledger_is_filled_and_said(
    articles_ship: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first `open` loads what ships and says so; the second does not."""
    file = tmp_path / "ledger.db"
    for said in (True, False):
        with tg.open(file) as opened:
            assert "sets" in repr(opened)
        assert ("two-articles" in capsys.readouterr().err) is said


def test_the_names_offered_are_complete() -> None:
    """`__all__` is sorted, and holds every public name of the module that is no module."""
    public = {n for n in vars(tg) if not n.startswith("_") and not isinstance(vars(tg)[n], type(sys))}
    assert tg.__all__ == sorted(tg.__all__)
    assert set(tg.__all__) == public - {"check_ours"}


def test_moves_of_a_misspelt_name(view: tg.View) -> None:
    """`view.moves` finds the person and the one certain move; its fields can be read from the answer."""
    answer = view.moves("Alexander Wang")
    (move,) = answer.moves
    assert "moved from Scale AI to Meta Superintelligence Labs" in move.sentence
    assert "1 certain" in repr(answer)
    assert answer.reply.moves == answer.moves
    assert answer.to_json()["moves"][0]["grade"] == "certain"


def test_every_question_answers(view: tg.View) -> None:
    """Each method of a view gives an answer that prints itself, is JSON, and is a graph with claims."""
    answers = (
        view.search("Meta"),
        view.show("Alexandr Wang"),
        view.moves(),
        view.career("Alexandr Wang"),
        view.paths(["Alexandr Wang", "Yudian Zheng"], "Ilya Sutskever", mode="in_order"),
        view.neighbourhood(["Meta", "OpenAI"], radius=1),
        view.conflicts(),
        view.offers(by="Meta"),
        view.deals("Scale AI"),
        view.retention("Meta", first="2020", horizon="24m"),
        view.returners("Meta"),
        view.schools("MIT"),
        view.colleagues("Alexandr Wang"),
        view.liftouts(into="Meta"),
        view.first("Meta"),
        view.funnel(),
    )
    for answer in answers:
        assert repr(answer).startswith(answer.title)
        assert json.loads(json.dumps(answer.to_json()))["title"] == answer.title
        graph = answer.to_networkx()
        assert isinstance(graph, nx.MultiDiGraph)
        assert graph.number_of_nodes() >= 1
        assert list(answer.to_pandas()) == [*answer.tables(), "entities", "edges", "claims", "sources"]


def test_edges_carry_their_claims(view: tg.View) -> None:
    """Every edge of an answer's graph names the claims behind it."""
    graph = view.neighbourhood("Meta").to_networkx()
    assert graph.number_of_edges() > 5
    assert all(data["claims"] for *_, data in graph.edges(data=True))


def test_both_clocks(ledger: tg.Ledger) -> None:
    """On a day before it, the offer is no link; known on a day before its source, nobody knows the name."""
    names = ("Yudian Zheng", "Ilya Sutskever")
    assert ledger.view(true_on="2025-07-15").paths(*names).paths
    assert not ledger.view(true_on="2025-01-01").paths(*names).paths
    assert ledger.view(known_on="2025-07-03").paths(*names).paths
    with pytest.raises(tg.NotFound):
        ledger.view(known_on="2025-06-20").show("Ilya Sutskever")


@pytest.mark.parametrize(
    "scope", [{"true_on": "June"}, {"level": "some"}, {"certainty": "maybe"}, {"relations": ["loves"]}]
)
def test_a_wrong_scope_is_refused(ledger: tg.Ledger, scope: dict[str, str]) -> None:
    """A day, level, certainty or relation that is none raises BadQuestion, which says so."""
    with pytest.raises(tg.BadQuestion, match="“"):
        ledger.view(**scope)


def test_nobody_of_that_name(view: tg.View) -> None:
    """A name that nobody has raises NotFound with suggestions."""
    with pytest.raises(tg.NotFound, match="Nobody and nothing"):
        view.moves("Zzyzx Qwerty")


def test_export_writes_what_it_says(view: tg.View, tmp_path: Path) -> None:
    """`export` writes the network around a name; the ending names the format."""
    file = view.export("Alexandr Wang", tmp_path / "wang.graphml")
    assert set(nx.read_graphml(file)) == set(view.neighbourhood("Alexandr Wang").distance)


def test_the_verbs_of_change(articles_ship: None, tmp_path: Path, checkout: Path) -> None:
    """load, remove, dump and forget do what the terminal does."""
    with tg.open(tmp_path / "ledger.db") as ledger:
        before = ledger.dump()
        (report,) = ledger.load(checkout / "seeds/two-articles")
        assert (report.added, ledger.dump()) == (0, before)
        assert ledger.forget("Deedy Das").claims > 0
        assert "Deedy" not in "".join(ledger.dump())
        ledger.remove("two-articles")
        assert ledger.dump() == []
        assert ledger.forget("person:alexandr-wang").claims > 0
        assert "alexandr-wang" not in "".join(ledger.dump(withdrawn=True))


def test_the_notebook_and_the_terminal_agree(view: tg.View, terminal: Terminal) -> None:
    """Both doors give the same JSON."""
    assert terminal.ask("conflicts", "--json").json == view.conflicts().to_json()


def test_a_ledger_in_memory(articles_ship: None, view: tg.View) -> None:
    """`:memory:` keeps nothing and answers the same."""
    with tg.open(":memory:") as ledger:
        assert ledger.view().moves().to_json() == view.moves().to_json()


def test_an_import_is_light() -> None:
    """Importing the package imports no streamlit, pandas, pyvis or matplotlib; a planted one is seen."""
    heavy = {"matplotlib", "numpy", "pandas", "pyvis", "scipy", "streamlit"}

    def imported(line: str) -> set[str]:
        said = run([sys.executable, "-c", f"{line}; import sys; print(list(sys.modules))"], Path.cwd()).stdout
        return {name.partition(".")[0] for name in ast.literal_eval(said)}

    assert imported("import talentgraph, pandas") & heavy >= {"pandas"}
    assert imported("import talentgraph").isdisjoint(heavy)
