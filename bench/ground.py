"""What is measured on: a generated ledger in a file, and the peer made from the same rows."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path

import loaders
from bench import peer, rows
from bench.clock import Timed, timed
from bench.duels import Peer
from bench.folder import write
from bench.market import market
from bench.questions import Names
from graph.store import open_store
from graph.store.base import Store


@dataclass(frozen=True)
class Ground:
    """`steps` are the seconds of making it, ours and the peer's, by what is done."""

    people: int
    claims: int
    entities: int
    edges: int
    file: Path
    peer: Peer
    steps: dict[str, tuple[float, float]]

    @property
    def names(self) -> Names:
        """Whom the questions are about: the first two people of the two largest companies."""
        staff = self.peer.staff.at
        company, rival = sorted(staff, key=lambda id_: (-len(staff[id_]), id_))[:2]
        one = staff[company][0][0]
        other = next(who for who, _, _ in staff[rival] if who != one)
        name = next(name for name, id_ in self.peer.names.items() if id_ == one)
        return Names(one, other, company, rival, name)


def prepared(people: int, seed: int, folder: Path) -> Ground:
    """A set folder, read and loaded into a new ledger; the peer built from the ledger's rows, and pickled."""
    made = write(market(people, seed), folder / f"set-{people}")
    read = timed(lambda: loaders.read(made))
    file = folder / f"{people}.sqlite"
    load = timed(lambda: _loaded(file, read.value))
    edges, moves = rows.read(file)
    built = timed(lambda: rows.graph_of(edges))
    graph = built.value
    (given,) = read.value.sets
    names = {c.value: c.subject for c in given.claims if c.relation == "named"}
    other = Peer(graph, rows.moves_of(moves), peer.simple(graph), peer.Staff(graph), names)
    opened, unpickled = timed(lambda: open_store(file).view().summary()), _unpickled(folder, graph)
    return Ground(
        people=people,
        claims=len(given.claims),
        entities=len(given.entities),
        edges=graph.number_of_edges(),
        file=file,
        peer=other,
        steps={
            "read the files of a set": (read.seconds, 0.0),
            "load claims, assemble and keep rows": (load.seconds, 0.0),
            "make a graph of rows": (0.0, built.seconds),
            "open what is kept": (opened.seconds, unpickled.seconds),
        },
    )


def _loaded(file: Path, reading: loaders.Reading) -> None:
    store: Store = open_store(file)
    with store.writer() as writer:
        writer.load_all(reading.sets)
    store.close()


def _unpickled(folder: Path, graph: object) -> Timed[object]:
    file = folder / "peer.pickle"
    file.write_bytes(pickle.dumps(graph))

    def load() -> object:
        return pickle.loads(file.read_bytes())  # noqa: S301 - written above

    return timed(load)
