"""A view of the ledger in a notebook: each question is a method, and gives an Answer."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from graph.model.days import iso
from graph.queries.answers.counting import Rollup, Window
from graph.queries.dealings import deals, funnel, offers
from graph.queries.flows import compare, flows
from graph.queries.flows.slices import Period
from graph.queries.ledger import changes, conflicts, quality, twins
from graph.queries.liftouts import liftouts
from graph.queries.network import neighbourhood, paths, search
from graph.queries.people import careers, colleagues, dossier, first_mover, moves, returners, schools
from graph.queries.retention import retention
from graph.queries.retention.cohorts import length_of
from graph.store.answers import Summary
from graph.store.base import PathMode, Store
from graph.store.base import View as StoreView
from graph.store.scope import Scope
from talentgraph.answers import Answer, R
from talentgraph.given import Day, counts_text, day_in, one_of


class View:
    """The ledger within one scope, at one version. Names may be ids, aliases or near spellings.

    Every answer has `.reply` (all of it), `.to_networkx()`, `.to_pandas()`, `.to_json()`, `.export(file)`.
    """

    def __init__(self, store: Store, view: StoreView) -> None:
        self._store, self._view = store, view

    @property
    def scope(self) -> Scope:
        return self._view.scope

    @property
    def version(self) -> int:
        return self._view.version

    def summary(self) -> Summary:
        """Counts within the scope."""
        return self._view.summary()

    def search(
        self, text: str, kinds: Sequence[str] = (), limit: int | None = None
    ) -> Answer[search.SearchReply]:
        """Entities called like the text, best first."""
        return self._answer(search.search(self._view, text, kinds, limit))

    def show(self, name: str) -> Answer[dossier.Dossier]:
        """Everything about one name."""
        return self._answer(dossier.show(self._view, name, reopen=self._store.view))

    def moves(
        self,
        name: str = "",
        *,
        into: str = "",
        out_of: str = "",
        first: Day = None,
        last: Day = None,
        limit: int | None = None,
    ) -> Answer[moves.Moves]:
        """Who moved from where to where; `first` and `last` bound the day of arrival, both included."""
        window = {"first": day_in(first, "first"), "last": day_in(last, "last")}
        return self._answer(moves.moves(self._view, name, into=into, out_of=out_of, limit=limit, **window))

    def flows(
        self,
        name: str = "",
        *,
        into: str = "",
        out_of: str = "",
        first: str = "",
        last: str = "",
        by: str = Rollup.COMPANY,
        period: str = Period.WHOLE,
        limit: int | None = None,
    ) -> Answer[flows.Flows]:
        """Who took people from whom. `first` and `last` are years, months or days, both included.

        `by` is company or lab; `period` whole, year, quarter or month.
        """
        found = flows.flows(
            self._view,
            name,
            into=into,
            out_of=out_of,
            window=Window.between(first, last),
            by=Rollup(one_of(by, Rollup, "by")),
            period=Period(one_of(period, Period, "period")),
            limit=limit,
            reopen=self._store.view,
        )
        return self._answer(found)

    def compare(self, a: str, b: str, first: str = "", last: str = "") -> Answer[compare.Comparison]:
        """Two organisations side by side; without a window of years, months or days in the last 12 months."""
        window = Window.between(first, last)
        return self._answer(compare.compare(self._view, a, b, window, reopen=self._store.view))

    def retention(
        self,
        organisation: str,
        first: str = "",
        last: str = "",
        horizon: str = "",
        limit: int | None = None,
    ) -> Answer[retention.Retention]:
        """Who stayed, of those hired in a window of years, months or days; `horizon` as 24m, 2y or 730d."""
        days = length_of(horizon) if horizon else None
        window = Window.between(first, last)
        found = retention.retention(
            self._view, organisation, window, days, limit=limit, reopen=self._store.view
        )
        return self._answer(found)

    def returners(self, name: str = "", limit: int | None = None) -> Answer[returners.Returners]:
        """Who left and came back: everybody, one person, or those of one organisation."""
        return self._answer(returners.returners(self._view, name, limit=limit, reopen=self._store.view))

    def schools(self, name: str = "", at: str = "", limit: int | None = None) -> Answer[schools.Schools]:
        """Who studied where and where they went to work; `at`: only who was ever at an employer."""
        return self._answer(schools.schools(self._view, name, at, limit=limit, reopen=self._store.view))

    def career(self, person: str) -> Answer[careers.Career]:
        """Stints with bounds and evidence, roles, studies, boards."""
        return self._answer(careers.career(self._view, person, reopen=self._store.view))

    def paths(
        self,
        start: str | Sequence[str],
        end: str | Sequence[str],
        mode: PathMode = "any",
        *,
        k: int | None = None,
        hops: int | None = None,
        hub: int | None = None,
        without: Sequence[str] = (),
        kinds: Sequence[str] = (),
        relations: Sequence[str] = (),
    ) -> Answer[paths.Paths]:
        """The k best paths between two names, or two lists of names; or why there is none."""
        found = paths.paths(
            self._view,
            start,
            end,
            mode,
            k=k,
            hops=hops,
            hub=hub,
            without=without,
            kinds=kinds,
            relations=relations,
            reopen=self._store.view,
        )
        return self._answer(found)

    def neighbourhood(
        self,
        names: str | Sequence[str],
        radius: int = 1,
        *,
        relations: Sequence[str] = (),
        kinds: Sequence[str] = (),
        without: Sequence[str] = (),
        limit: int | None = None,
    ) -> Answer[neighbourhood.Neighbourhood]:
        """What lies within `radius` hops of one or several names."""
        filters = {"relations": relations, "kinds": kinds, "without": without}
        return self._answer(neighbourhood.neighbourhood(self._view, names, radius, limit=limit, **filters))

    def conflicts(self, name: str = "", limit: int | None = None) -> Answer[conflicts.Conflicts]:
        """Where sources disagree, about everything or one name."""
        return self._answer(conflicts.conflicts(self._view, name, limit))

    def offers(
        self, name: str = "", by: str = "", to: str = "", limit: int | None = None
    ) -> Answer[offers.Offers]:
        """Offers that name somebody, made `by` an organisation, `to` a person or group."""
        return self._answer(offers.offers(self._view, name, by, to, limit))

    def deals(self, name: str = "", limit: int | None = None) -> Answer[deals.Deals]:
        """All deals, or those of one name."""
        return self._answer(deals.deals(self._view, name, limit))

    def liftouts(
        self,
        into: str = "",
        out_of: str = "",
        first: str = "",
        last: str = "",
        *,
        people: int | None = None,
        days: int | None = None,
        by: str = Rollup.COMPANY,
        without_deals: bool = False,
        limit: int | None = None,
    ) -> Answer[liftouts.LiftOuts]:
        """Groups that went one way at one time, and what chance gives.

        In a window of years, months or days in which an arrival may lie; `by` company or lab.
        """
        found = liftouts.lift_outs(
            self._view,
            into,
            out_of,
            window=Window.between(first, last),
            people=people,
            days=days,
            by=Rollup(one_of(by, Rollup, "by")),
            without_deals=without_deals,
            limit=limit,
            reopen=self._store.view,
        )
        return self._answer(found)

    def first(
        self,
        destination: str,
        out_of: str = "",
        first: str = "",
        last: str = "",
        *,
        days: int | None = None,
        limit: int | None = None,
    ) -> Answer[first_mover.FirstMovers]:
        """Who came first to an organisation, who followed, and who moved along within so many days."""
        window = Window.between(first, last)
        found = first_mover.first_movers(
            self._view,
            destination,
            out_of,
            window=window,
            days=days,
            limit=limit,
            reopen=self._store.view,
        )
        return self._answer(found)

    def funnel(self, organisation: str = "", limit: int | None = None) -> Answer[funnel.Funnel]:
        """How the offers of all or of one organisation went on and ended."""
        return self._answer(funnel.funnel(self._view, organisation, limit))

    def colleagues(
        self, person: str, at: str = "", limit: int | None = None
    ) -> Answer[colleagues.Colleagues]:
        """Who worked beside a person, longest together first; year by year; who moved along."""
        found = colleagues.colleagues(self._view, person, at, limit, reopen=self._store.view)
        return self._answer(found)

    def changes(
        self, since: str, name: str = "", set_id: str = "", limit: int | None = None
    ) -> Answer[changes.Changes]:
        """What came after a day: claims known since, claims withdrawn, disagreements opened or settled."""
        day = day_in(since, "since") or 0
        found = changes.changes(self._view, day, name, set_id, reopen=self._store.view, limit=limit)
        return self._answer(found)

    def quality(
        self, organisation: str = "", set_id: str = "", limit: int | None = None
    ) -> Answer[quality.Quality]:
        """How well stints are dated and sourced, by set and organisation, and what hangs loose."""
        found = quality.quality(self._view, organisation, set_id, reopen=self._store.view, limit=limit)
        return self._answer(found)

    def twins(
        self, name: str = "", kinds: Sequence[str] = (), limit: int | None = None
    ) -> Answer[twins.Twins]:
        """Who may be the same as whom, or as one name, and what was judged of it."""
        found = twins.twins(self._view, name, kinds, reopen=self._store.view, limit=limit)
        return self._answer(found)

    def export(self, names: str | Sequence[str], file: str | PathLike[str], radius: int = 1) -> Path:
        """Write the network around names to a file; its ending names the format."""
        return self.neighbourhood(names, radius).export(file)

    def __repr__(self) -> str:
        scope = self._view.scope
        true_on, known_on = (iso(day or 0) or "any day" for day in (scope.true_on, scope.known_on))
        clocks = f"true on {true_on}, known on {known_on}"
        return f"<View: {counts_text(self.summary())}; {clocks}, level {scope.level}, version {self.version}>"

    def _answer(self, reply: R) -> Answer[R]:
        return Answer(reply, self._view)
