"""What the buttons, heads and rows of the page Data do. Called in callbacks."""

from __future__ import annotations

from collections.abc import Callable

from graph.queries.ledger.judging import Verdict
from talentgraph.ui import going, session
from talentgraph.ui.data import judged
from talentgraph.ui.data.asked import CHANGES, FIRST_DAY, LOAD, PAGE, SETS, Asked, asked_from
from talentgraph.ui.upload import upload


def act(action: str) -> None:
    """Take the action of a button, a head or a row."""
    word, _, rest = action.partition(" ")
    upload.desk().removing = rest if word == "remove" else ""
    judged.forget()
    if word in _ASKING:
        asked = session.own(PAGE, asked_from)
        session.change_own(PAGE, _ASKING[word](asked, rest))
    elif word in _WORKING:
        _WORKING[word](rest)
    else:
        going.follow(action)


def _row(asked: Asked, id_: str) -> Asked:
    """A row of changes is a set; of the other views, what they show beside."""
    return asked.to(SETS, id_) if asked.show == CHANGES else asked.changed(pick=id_, every=False)


def _to(asked: Asked, rest: str) -> Asked:
    """Another view, or the part of a row; the same once more closes the part."""
    show, pick, part = (*rest.split("|"), "", "")[:3]
    again = (show, pick, part) == (asked.show, asked.pick, asked.part)
    return asked.to(show, pick, "" if again else part)


def _part(asked: Asked, part: str) -> Asked:
    upload.desk().part = part
    return asked if asked.show == LOAD else asked.changed(part=part, every=False)


_ASKING: dict[str, Callable[[Asked, str], Asked]] = {
    "row": _row,
    "sort": lambda asked, said: asked.changed(sort=said),
    "claims": lambda asked, _: asked.changed(every=not asked.every),
    "part": _part,
    "to": _to,
    "usual": lambda asked, _: asked.changed(since=None),
    "everything": lambda asked, _: asked.to(CHANGES).changed(since=FIRST_DAY),
    "remove": lambda asked, id_: asked.to(SETS, id_),
    "keep": lambda asked, _: asked,
}


def _remove(id_: str) -> None:
    upload.remove(id_)
    act("to load")


def _shipped(_: str) -> None:
    upload.load_shipped()
    act("to load")


def _judge(pick: str, verdict: Verdict) -> None:
    """What was judged stays before the eye, as a judgement that can be undone."""
    judged.judge(pick, verdict)
    asked = session.own(PAGE, asked_from)
    session.change_own(PAGE, asked.changed(pick=pick))


_WORKING: dict[str, Callable[[str], None]] = {
    "really": _remove,
    "shipped": _shipped,
    "another": lambda _: upload.another(),
    "look": lambda _: upload.look(),
    "load": lambda _: upload.load(),
    "stop": lambda _: upload.stop(),
    "same": lambda pick: _judge(pick, Verdict.SAME),
    "different": lambda pick: _judge(pick, Verdict.DIFFERENT),
    "undo": lambda pick: _judge(pick, Verdict.UNDO),
}
