"""What the page of deals and offers is asked for: which table, filters, order; and the controls that ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from graph.model.text import fold
from graph.model.vocabulary import DEAL_KINDS, OUTCOMES, Status
from graph.store.base import View
from talentgraph.ui import session
from talentgraph.ui.address import Reader, an_id, flag, ids, one_of, some_of
from talentgraph.ui.deals.dealings import DEALS, Book, Entry
from talentgraph.ui.explore import controls
from talentgraph.ui.state import State
from talentgraph.ui.table import Sorting, sorting

PAGE = "deals"
USUAL = Sorting("when", falling=True)
SHOW = {"deals": "Deals", "offers": "Offers"}
_KINDS = {"deals": DEAL_KINDS, "offers": OUTCOMES}
_WHAT = {"deals": "Kind", "offers": "Outcome"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which table, how sorted and filtered. `offer` is the chosen offer; a chosen deal is the selection."""

    show: str = "deals"
    sort: Sorting = USUAL
    offer: tuple[str, ...] = ()
    of: str = ""
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    disputed: bool = False
    claims: bool = False
    problems: tuple[str, ...] = ()

    @property
    def filters(self) -> int:
        return sum(map(bool, (self.of, self.kinds, self.statuses, self.disputed)))

    def parts(self) -> dict[str, str]:
        return {
            "show": "" if self.show == "deals" else self.show,
            "sort": "" if self.sort == USUAL else str(self.sort),
            "offer": ",".join(self.offer) if self.show == "offers" else "",
            "of": self.of,
            "what": ",".join(self.kinds),
            "status": ",".join(self.statuses),
            "disputed": "yes" if self.disputed else "",
            "claims": "all" if self.claims else "",
        }


def asked_from(address: Mapping[str, str]) -> Asked:
    part = Reader(address)
    read = Asked(
        show=part.read("show", one_of(SHOW), "deals"),
        sort=part.read("sort", sorting(DEALS), USUAL),
        offer=part.read("offer", _offer, ()),
        of=part.read("of", an_id, ""),
        kinds=part.read("what", some_of((*DEAL_KINDS, *OUTCOMES)), ()),
        statuses=part.read("status", some_of(map(str, Status)), ()),
        disputed=part.read("disputed", flag("yes"), False),
        claims=part.read("claims", flag("all"), False),
    )
    return replace(read, problems=tuple(part.problems))


def _offer(text: str) -> tuple[str, ...]:
    """Who offered, to whom, and the label of the offer where it has one."""
    organisation, recipient, *label = text.split(",")
    ids(f"{organisation},{recipient}")
    return (organisation, recipient, *label[:1])


def change(**changes: Any) -> None:
    """Called in callbacks."""
    session.change_own(PAGE, replace(session.own(PAGE, asked_from), **changes, problems=()))


def switch(asked: Asked) -> None:
    st.session_state["show"] = asked.show
    st.segmented_control(
        "Show",
        list(SHOW),
        format_func=SHOW.__getitem__,
        key="show",
        label_visibility="collapsed",
        required=True,
        on_change=_take_show,
    )


def _take_show() -> None:
    change(show=st.session_state["show"], kinds=())


def filters(view: View, state: State, asked: Asked, held: Book) -> None:
    """Who takes part, what kind or outcome, which status; the evidence as everywhere."""
    entries = held.deal_rows if asked.show == "deals" else held.offer_rows
    parties = view.entities({id_ for entry in entries for id_ in entry.parties})
    names = {card.id: card.name for card in sorted(parties.values(), key=lambda card: fold(card.name))}
    label = f"Filters: {asked.filters}" if asked.filters else "Filters"
    st.session_state.update(
        {
            "deal-of": asked.of if asked.of in names else None,
            "deal-kinds": [kind for kind in asked.kinds if kind in _KINDS[asked.show]],
            "deal-statuses": list(asked.statuses),
            "deal-disputed": asked.disputed,
        }
    )
    with st.popover(label, icon=":material/tune:"):
        st.selectbox(
            "Takes part",
            list(names),
            index=None,
            format_func=names.__getitem__,
            key="deal-of",
            placeholder="Anybody",
            on_change=_take_filters,
        )
        what, kinds = _WHAT[asked.show], _KINDS[asked.show]
        st.multiselect(what, kinds, key="deal-kinds", placeholder="Any", on_change=_take_filters)
        statuses = [str(status) for status in Status]
        st.multiselect("Status", statuses, key="deal-statuses", placeholder="Any", on_change=_take_filters)
        st.toggle("Only where sources disagree", key="deal-disputed", on_change=_take_filters)
        controls.evidence(state)


def _take_filters() -> None:
    held = st.session_state
    change(
        of=held["deal-of"] or "",
        kinds=tuple(held["deal-kinds"]),
        statuses=tuple(held["deal-statuses"]),
        disputed=held["deal-disputed"],
    )


def meets(entry: Entry, asked: Asked, text: str) -> bool:
    cells = entry.row.cells
    searched = fold(f"{cells['name'].plain} {cells['by'].plain or ''}")
    return (
        asked.of in ("", *entry.parties)
        and (not asked.kinds or bool({*asked.kinds} & {*entry.kinds}))
        and (not asked.statuses or bool({*asked.statuses} & {*entry.statuses}))
        and (entry.disputed or not asked.disputed)
        and all(word in searched for word in fold(text).split())
    )
