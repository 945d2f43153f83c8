"""Who said it: a page, a statement, a filing, a dataset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from graph.errors import ModelError
from graph.model.days import FUTURE, day_of
from graph.model.text import check_slug, clean
from graph.model.when import Form, When, parse_when

KINDS = frozenset({"named", "anonymous", "derived"})
FORMS = frozenset({"press", "statement", "filing", "dataset", "post", "transcript", "aggregator"})
RELIABILITY = frozenset({"high", "medium", "low", "unknown"})
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_URL = 2_000  # characters
_HTTPS = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][!#-&(-;=?-\[\]_a-z~]*)?")


@dataclass(frozen=True)
class Source:
    """One source. `date` is a point (day, month, set); `retrieved` a day; `cites` ids of other sources."""

    id: str
    title: str
    publisher: str = ""
    author: str = ""
    date: str = ""
    retrieved: str = ""
    url: str = ""
    kind: str = "named"
    form: str = "press"
    cites: tuple[str, ...] = ()
    reliability: str = "unknown"
    licence: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        check_slug(self.id, "id")
        for field in ("title", "publisher", "author", "licence", "note"):
            object.__setattr__(self, field, clean(getattr(self, field), field, 500))
        object.__setattr__(self, "cites", tuple(sorted(set(self.cites))))
        for cited in self.cites:
            check_slug(cited, "cites")
        for field, known in (("kind", KINDS), ("form", FORMS), ("reliability", RELIABILITY)):
            if getattr(self, field) not in known:
                raise ModelError(
                    field,
                    f"“{getattr(self, field)}” is not known.",
                    hint=f"One of {', '.join(sorted(known))}.",
                )
        self._check_dates()
        if not self.title:
            raise ModelError("title", "a source needs a title.")
        if self.id in self.cites:
            raise ModelError("cites", f"{self.id} cites itself.", hint="Leave the cell empty.")
        if len(self.url) > _LONGEST_URL or (self.url and _HTTPS.fullmatch(self.url) is None):
            hint = "Write https://…, other letters as %xx; without an address leave the cell empty."
            raise ModelError("url", "is not a plain https address.", hint=hint)
        if self.kind == "anonymous":
            self._check_anonymous()

    def _check_anonymous(self) -> None:
        if self.author or self.url:
            fact = "an anonymous source has neither author nor address."
            raise ModelError("author" if self.author else "url", fact, hint="Empty the cell.")
        if _A_DAY.search(self.date):
            fact = "of an anonymous source is finer than a month, which may show who it is."
            raise ModelError("date", fact, hint="Write the month: 2025-06.")

    @cached_property
    def published(self) -> When:
        return parse_when(self.date, "date")

    def known_from(self, compiled: int) -> int:
        """First day on which it was surely out: the last of its date, else retrieval, else `compiled`."""
        point = self.published.point
        if point and point.hi < FUTURE:
            return point.last
        return day_of(self.retrieved) if self.retrieved else compiled

    @property
    def is_dated(self) -> bool:
        """Whether `known_from` rests on the source's own date."""
        point = self.published.point
        return point is not None and point.hi < FUTURE

    def _check_dates(self) -> None:
        if self.published.form is Form.INTERVAL:
            raise ModelError(
                "date",
                f"“{self.date}” is an interval.",
                hint="A source is out on one day: write a set [a..b].",
            )
        try:
            if self.retrieved:
                day_of(self.retrieved)
        except ValueError as error:
            raise ModelError(
                "retrieved", f"“{self.retrieved}” is not a day.", hint="Write 2025-06-12."
            ) from error
