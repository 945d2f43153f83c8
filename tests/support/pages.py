"""Markdown as a reader of it sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

NOTE = re.compile(r"\[\^(\d+)\]")
_DEFINED = re.compile(r"\[\^(\d+)\]: (.*)")


@dataclass
class Page:
    """The kinds of parts in it, the addresses that it links to, its lines of text, its footnotes."""

    kinds: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)
    notes: dict[int, str] = field(default_factory=dict)

    def cited(self, line: str) -> list[str]:
        """The footnotes that a line points to."""
        return [self.notes[int(number)] for number in NOTE.findall(line)]


def seen(markdown: str) -> Page:
    """CommonMark with tables and strike-through; footnotes, unknown to it, are read by their form."""
    page = Page()
    body, _, notes = markdown.partition("\n[^1]: ")
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body):
        _take(token, page)
    for row in f"[^1]: {notes}".splitlines() if notes else ():
        number, text = _note(row)
        note = seen(text)
        page.kinds |= note.kinds
        page.links |= note.links
        page.notes[number] = " ".join(note.lines)
    return page


def _note(row: str) -> tuple[int, str]:
    match = _DEFINED.fullmatch(row)
    assert match, f"no footnote: {row}"
    return int(match[1]), match[2]


def _take(token: Token, page: Page) -> None:
    if token.type != "inline":
        page.kinds.add(token.type)
        return
    children = token.children or []
    page.kinds |= {child.type for child in children}
    page.links |= {str(child.attrs["href"]) for child in children if child.type == "link_open"}
    text = "".join("\n" if child.type == "softbreak" else child.content for child in children)
    page.lines += text.split("\n")
