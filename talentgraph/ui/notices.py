"""What the reader must know about the view: what is cut, hidden, later or not found. One band each."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from graph.assembly.rows import Certainty, Flag
from graph.errors import NotFound, TalentGraphError
from graph.queries.people.dossier import Dossier
from graph.queries.words.sentences import day_text
from graph.store.base import View
from graph.store.scope import Scope
from talentgraph.ui import ledger, session, share
from talentgraph.ui.component import Block, mount, pressed
from talentgraph.ui.explore import controls
from talentgraph.ui.explore.made import Link, Made, claims_of, made_from
from talentgraph.ui.explore.picture import Picture
from talentgraph.ui.state import State

_KEY, _SINCE = "notices", "changes since"


def draw(
    state: State,
    view: View,
    picture: Picture | None = None,
    link: Link | None = None,
    *,
    problems: tuple[str, ...] = (),
    dayless: str = "",
    links: bool = False,
) -> None:
    """Always mounted, so that a notice that comes or goes shifts nothing else.

    `picture` and `link` are of Explore; `problems` are parts of the address that only another page reads;
    `dayless`: why a day plays no part on this page; `links`: the page counts those that a day leaves out.
    """
    unread = (*state.problems, *problems, *(link.problems if link else ()))
    bands = [_problems(unread), _missed(), _dayless(state, dayless), _known(state, view)]
    if links:
        bands.append(_left_out(state, view))
    if picture and link:
        bands += [_refused(), _unknown(picture), _older(link), _cut(state, picture), _day(state, picture)]
    shown = [band for band in bands if band]
    mount(
        "sheet",
        {"blocks": shown, "of": "", "look": "notices"},
        _KEY,
        on_act_change=_act,
        on_open_change=_nothing,
    )


def not_here(error: NotFound) -> Block:
    near = ", ".join(name for _, name in error.suggestions)
    return {
        "type": "empty",
        "fact": "Not in this ledger",
        "hint": f"Did you mean {near}?" if near else error.hint,
        "buttons": [{"label": "Show all", "action": "all"}],
    }


def unspoken(shown: Dossier) -> list[Block]:
    """In place of the dossier of whom no source had spoken of by the day of knowledge; else nothing."""
    card, day = shown.entity, shown.scope.known_on
    if day is None or shown.listed:
        return []
    hint = (
        f"No source that was out on {day_text(day)} speaks of it. Set “Known on” to a later day, or to today."
    )
    return [{"type": "empty", "fact": f"{card.name} was not known yet", "hint": hint, "buttons": []}]


def no_link() -> Block:
    """A link is selected that the picture lacks: filtered out, or gone since its address was written."""
    return {
        "type": "empty",
        "fact": "This link is not in the picture",
        "hint": "Loosen the filters, or show all.",
        "buttons": [{"label": "Show all", "action": "all"}],
    }


def _problems(problems: tuple[str, ...]) -> Block | None:
    if not problems:
        return None
    parts = ", ".join(problems)
    return _band(f"This link could not be read in full: {parts}.", "The rest of it is shown.", tone="red")


def _missed() -> Block | None:
    text = controls.missed()
    return _band(text, "") if text else None


def _refused() -> Block | None:
    """A view file that could not be read; what was shown before is shown still."""
    error: TalentGraphError | None = st.session_state.get(share.REFUSED)
    if error is None:
        return None
    fact = f"{error.place}: {error.fact}"
    return _band(fact, f"The view is as before. {error.hint}", ("Choose another file", "share"), tone="red")


def _unknown(picture: Picture) -> Block | None:
    if not picture.unknown:
        return None
    ids = ", ".join(picture.unknown[:3])
    more = f" and {len(picture.unknown) - 3} more" if len(picture.unknown) > 3 else ""
    return _band(f"This ledger does not know {ids}{more}.", "The rest of the link is shown.")


def _older(link: Link) -> Block | None:
    """The ledger changed since the link was made."""
    whole = ledger.view(Scope())
    if link.made is None or link.made.version == whole.version:
        return None
    gained = claims_of(whole.version, whole) - link.made.claims
    claims = f"{abs(gained):,} claim{'s were' if abs(gained) != 1 else ' was'}"
    said = (
        f"{claims} {'added' if gained > 0 else 'withdrawn'} since."
        if gained
        else "Claims were replaced since."
    )
    where = "Positions are as in the link." if link.places else "Names may stand elsewhere."
    buttons = (("Show what changed", f"since {link.made.text}"), ("Close", "seen"))
    return _band("This link was made with older data.", f"{said} {where}", *buttons)


def _cut(state: State, picture: Picture) -> Block | None:
    if not picture.around.cuts:
        return None
    cut = picture.around.cuts[0]
    drawn = len(picture.ids)
    more = f" of {drawn + cut.left_out:,}" if cut.left_out else ""
    hint = f"Nearest names first. {cut.hint}"
    table = [] if state.table else [("Show as table", "table")]
    return _band(f"Showing {drawn:,}{more} names.", hint, ("Narrow", "narrow"), *table)


def _dayless(state: State, why: str) -> Block | None:
    if not why or state.true_on is None:
        return None
    return _band(f"True on {day_text(state.true_on)} plays no part here.", why, ("Any day", "any-day"))


def _left_out(state: State, view: View) -> Block | None:
    """How many links of all the ledger's do not hold on the day; Explore counts those of its picture."""
    if state.true_on is None:
        return None
    here = view.summary()
    gone = ledger.view(replace(view.scope, true_on=None)).summary().edges - here.edges
    hint = (
        f"{gone:,} links that did not hold then are left out, {here.undated_edges:,} of them without a date."
    )
    return _band(f"True on {day_text(state.true_on)}.", hint, ("Any day", "any-day"))


def _known(state: State, view: View) -> Block | None:
    if state.known_on is None:
        return None
    later = view.summary().later_claims
    fact = f"Known on {day_text(state.known_on)}."
    return _band(fact, f"{later:,} later claims are left out.", ("Back to today", "today"))


def _day(state: State, picture: Picture) -> Block | None:
    """No dated link holds on the day, or merely may: say when the first one starts."""
    if state.true_on is None:
        return None
    counted = Certainty.CERTAIN if state.certainty is Certainty.CERTAIN else Certainty.LIKELY
    rows = picture.around.edges
    dated = [row for row in rows if not row.flags & (Flag.UNDATED | Flag.TIMELESS)]
    if any(Scope(state.true_on, certainty=counted).holds(row) for row in dated):
        return None
    what = "Nothing with a date" if any(row.flags & Flag.TIMELESS for row in rows) else "Nothing"
    fact = f"{what} was true here on {day_text(state.true_on)}."
    starts = [lo for lo, hi in (row.span(counted) for row in dated) if state.true_on < lo < hi]
    if not starts:
        return _band(fact, "No link starts later.", ("Any day", "any-day"))
    said = day_text(min(starts))
    buttons = ((f"Go to {said}", f"day {min(starts)}"), ("Any day", "any-day"))
    return _band(fact, f"The first link starts on {said}.", *buttons)


def _band(fact: str, hint: str, *buttons: tuple[str, str], tone: str = "") -> Block:
    pressable = [{"label": label, "action": action} for label, action in buttons]
    return {"type": "band", "fact": fact, "hint": hint, "tone": tone, "buttons": pressable}


def _act() -> None:
    state = session.state()
    word, _, what = pressed(_KEY, "act").partition(" ")
    match word:
        case "today":
            session.change(replace(state, known_on=None))
        case "any-day":
            session.change(replace(state, true_on=None))
        case "day":
            session.change(replace(state, true_on=int(what)))
        case "narrow":
            controls.narrow()
        case "table":
            session.change(replace(state, table=True))
        case "share":
            share.choose_again()
        case "since":
            st.session_state[_SINCE] = made_from(what), state.selected
        case "seen":
            session.change_own(session.EXPLORE, Link())


def changes_since(state: State) -> Made | None:
    """The ledger since which the reader wants to see what changed, until something else is selected."""
    held: tuple[Made, tuple[str, ...]] | None = st.session_state.get(_SINCE)
    return held[0] if held and held[1] == state.selected else None


def close_changes() -> None:
    """Called in callbacks."""
    st.session_state.pop(_SINCE, None)


def _nothing() -> None:
    """Bands hold no names."""
