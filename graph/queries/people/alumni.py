"""The alumni of a school: where they went to work, and who works at the school itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.assembly.rows import EdgeRow
from graph.queries.answers.counting import Spell
from graph.queries.retention.cohorts import places


@dataclass(frozen=True, slots=True)
class Alumnus:
    """Somebody who studied at a school, whether or not they finished.

    `went`: their stints, without those that were surely over before they studied; `now`: those of them that
    surely or likely hold now.
    """

    person: str
    studies: tuple[EdgeRow, ...]
    went: tuple[Spell, ...]
    now: tuple[Spell, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        studied = (id_ for row in self.studies for id_, _ in row.claims)
        return tuple(dict.fromkeys((*studied, *(id_ for spell in self.went for id_ in spell.claims))))


@dataclass(frozen=True, slots=True)
class Placement:
    """Alumni of one school at one employer: `ever`, and those who surely or likely are there `now`."""

    organisation: str
    ever: tuple[str, ...]
    now: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class School:
    """`gone`: alumni who now work elsewhere; `stayed`: who now work at the school; `came`: who now work at it
    and are not known to have studied there. Of the other alumni nobody says where they are now.
    """

    school: str
    alumni: tuple[Alumnus, ...]
    placements: tuple[Placement, ...]
    gone: tuple[str, ...]
    stayed: tuple[str, ...]
    came: tuple[str, ...]

    @property
    def net(self) -> int:
        """What the school gained as an employer: who came less who are gone."""
        return len(self.came) - len(self.gone)

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ for alumnus in self.alumni for id_ in alumnus.claims))


def school_of(
    school: str,
    studies: Iterable[EdgeRow],
    careers: Mapping[str, Sequence[Spell]],
    staff: Iterable[Spell],
    now: int,
) -> School:
    """From who studied there, the stints of these people, and the stints of all who worked there."""
    studied: dict[str, list[EdgeRow]] = defaultdict(list)
    for row in studies:
        studied[row.subject].append(row)
    alumni = tuple(_alumnus(studied[id_], careers.get(id_, ()), now) for id_ in sorted(studied))
    stayed = tuple(each.person for each in alumni if any(school in places(spell) for spell in each.now))
    here = {spell.person for spell in staff if spell.holds(now) and school in places(spell)}
    return School(
        school=school,
        alumni=alumni,
        placements=tuple(placements_of(alumni)),
        gone=tuple(each.person for each in alumni if each.now and each.person not in stayed),
        stayed=stayed,
        came=tuple(sorted(here - studied.keys())),
    )


def _alumnus(studies: Sequence[EdgeRow], career: Sequence[Spell], now: int) -> Alumnus:
    began = min(row.start_lo for row in studies)
    went = tuple(spell for spell in career if spell.end_hi > began)
    return Alumnus(studies[0].subject, tuple(studies), went, tuple(s for s in went if s.holds(now)))


def placements_of(alumni: Iterable[Alumnus]) -> Iterator[Placement]:
    """The most alumni ever first, then by id. Behind each stand its stints and the studies of its people."""
    found: dict[str, list[tuple[Alumnus, Spell]]] = defaultdict(list)
    for alumnus in alumni:
        for spell in alumnus.went:
            found[spell.organisation].append((alumnus, spell))
    placements = [_placement(organisation, pairs) for organisation, pairs in found.items()]
    yield from sorted(placements, key=lambda p: (-len(p.ever), p.organisation))


def _placement(organisation: str, pairs: Sequence[tuple[Alumnus, Spell]]) -> Placement:
    studied = [id_ for alumnus, _ in pairs for row in alumnus.studies for id_, _ in row.claims]
    return Placement(
        organisation,
        ever=tuple(dict.fromkeys(alumnus.person for alumnus, _ in pairs)),
        now=tuple(dict.fromkeys(alumnus.person for alumnus, spell in pairs if spell in alumnus.now)),
        claims=tuple(dict.fromkeys((*studied, *(id_ for _, spell in pairs for id_ in spell.claims)))),
    )
