"""Taking a person out of records: what speaks of them goes, what merely mentions them is emptied."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Container, Iterable
from dataclasses import replace
from urllib.parse import unquote

from graph.errors import ModelError
from graph.model.claim import ENTITY_QUALIFIERS, Claim
from graph.model.claimset import Excluded
from graph.model.entities import Entity, is_unnamed, kind_of
from graph.model.source import Source
from graph.model.text import fold

_KEEPS_ITS_NAME = frozenset({"person", "org"})
_WITHHELD = "Title withheld"
_NO_REASON = "the reason names somebody who was forgotten"
_SURNAME = 4  # letters; shorter ones are parts of other words too often
_BETWEEN_WORDS = re.compile(r"[\W_]+")  # in an address: /jane-doe.html
_GENITIVE = re.compile(r"['’]s\b", re.IGNORECASE)


def hash_of(key: bytes, text: str) -> str:
    """Keyed hash (HMAC-SHA256) of an id or identifier: tells that it comes back, and nothing else."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


class Eraser:
    """Erases `people` (ids) and free text that holds one of `names` (folded).

    Namesakes stay: neither their ids nor their `named` claims are touched, and likewise those of
    organisations. Ids of sources, sets, deals, groups and works that hold a name are replaced by keyed
    hashes, always by the same.

    `known` holds hashes of cells and ids that were erased before: the same file then loads to the same,
    although nothing in the ledger knows the name any more. `erased` collects those of this time.
    """

    def __init__(
        self, key: bytes, people: Iterable[str], names: Iterable[str], known: Container[str] = ()
    ) -> None:
        self._key = key
        self._known = known
        self.people = frozenset(people)
        self.erased: set[str] = set()
        given = [name for name in names if name]
        # an address writes a name as one word, and "Wang's" as "wangs"
        forms = [form for name in given for form in (name, name.replace(" ", ""))]
        self._needles = {f" {form}{s} " for form in forms for s in ("", "s")}
        self._surnames = {f" {last} " for name in given if len(last := name.split()[-1]) >= _SURNAME}

    def _goes(self, place: str, text: str, parts: bool = False) -> bool:
        """Whether a text must go. `place`: record and field, so that a hash is never that of a name alone."""
        if not text:
            return False
        hash_ = hash_of(self._key, f"{place}\n{text}")
        if self.is_named_in(text, parts):
            self.erased.add(hash_)
            return True
        return hash_ in self._known

    def is_named_in(self, text: str, parts: bool = False) -> bool:
        """Whether a text or address holds one of the names; `parts`: a surname alone will do."""
        folded = f" {fold(_GENITIVE.sub(' ', text))} {fold(_BETWEEN_WORDS.sub(' ', unquote(text)))} "
        needles = self._needles | self._surnames if parts else self._needles
        return any(needle in folded for needle in needles)

    def _text(self, place: str, text: str) -> str:
        return "" if self._goes(place, text) else text

    def slug(self, slug: str) -> str:
        """The id of a set, or the last part of that of an entity."""
        return self._hashed(slug) if self._goes("id", slug) else slug

    def source_id(self, slug: str) -> str:
        """The id of a source: a surname alone is replaced there too, since a handle says nothing."""
        return self._hashed(slug) if self._goes("id", slug, parts=True) else slug

    def _hashed(self, slug: str) -> str:
        return f"withheld-{hash_of(self._key, slug)[:12]}"

    def id(self, id_: str) -> str:
        """The id of an entity that is not erased."""
        kind, _, slug = id_.partition(":")
        if is_unnamed(id_):
            new = self.slug(slug)
            return id_ if new == slug else f"person:unnamed-{new}-1"
        return id_ if kind in _KEEPS_ITS_NAME else f"{kind}:{self.slug(slug)}"

    def set_texts(self, id_: str, title: str, made: str) -> tuple[str, str, str]:
        """Id, title and making of a set."""
        title = _WITHHELD if self._goes(f"{id_} title", title) else title
        return self.slug(id_), title, self._text(f"{id_} made", made)

    def entity(self, entity: Entity) -> Entity | None:
        """None for one of the people."""
        if self.people & {entity.id, *entity.old_ids}:
            return None
        return replace(
            entity,
            id=self.id(entity.id),
            old_ids=tuple(map(self.id, entity.old_ids)),
            summary=self._text(f"{entity.id} summary", entity.summary),
            note=self._text(f"{entity.id} note", entity.note),
        )

    def source(self, source: Source) -> Source:
        def text(name: str) -> str:
            return self._text(f"{source.id} {name}", getattr(source, name))

        return replace(
            source,
            id=self.source_id(source.id),
            title=text("title") or _WITHHELD,
            publisher=text("publisher"),
            author=text("author"),
            url=text("url"),
            note=text("note"),
            cites=tuple(map(self.source_id, source.cites)),
        )

    def excluded(self, statement: Excluded) -> Excluded:
        place = f"{statement.source} excluded"
        return Excluded(
            self.source_id(statement.source),
            self._text(f"{place} locator", statement.locator),
            self._text(f"{place} reason", statement.reason) or _NO_REASON,
        )

    def warnings(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Those that name nobody: what is held back needs no warning."""
        return tuple(text for text in texts if not self._goes("warning", text))

    def claim(self, claim: Claim) -> Claim | None:
        """None where it speaks of one of the people, or says nothing once the mention is taken out."""
        if self.people & {claim.subject, claim.object}:
            return None

        def text(name: str) -> str:
            return self._text(f"{claim.id} {name}", getattr(claim, name))

        attributed = "" if claim.attributed_to in self.people else claim.attributed_to
        try:
            return replace(
                claim,
                subject=self.id(claim.subject),
                object=self.id(claim.object) if claim.object else "",
                value=claim.value if self._is_a_name(claim) else text("value"),
                attributed_to=self.id(attributed) if ":" in attributed else attributed,
                source=self.source_id(claim.source),
                qualifiers=tuple(self._qualifiers(claim)),
                locator=text("locator"),
                quote=text("quote"),
                note=text("note"),
            )
        except ModelError:
            return None

    def _qualifiers(self, claim: Claim) -> Iterable[tuple[str, str]]:
        for name, value in claim.qualifiers:
            if name in ENTITY_QUALIFIERS and ":" in value:
                if value not in self.people:
                    yield name, self.id(value)
            elif not self._goes(f"{claim.id} {name}", value):
                yield name, value

    @staticmethod
    def _is_a_name(claim: Claim) -> bool:
        of = kind_of(claim.subject)
        return claim.relation in ("named", "identified_by") and of in _KEEPS_ITS_NAME

    def changed(self, claims: Iterable[Claim]) -> dict[str, Claim | None]:
        """What becomes of each claim that changes, by id; retractions follow what they retract."""
        given = {claim.id: claim for claim in claims}
        news = {id_: self.claim(claim) for id_, claim in given.items()}
        changed = {id_: new for id_, new in news.items() if new is None or new.id != id_}
        for id_, claim in given.items():
            target = changed.get(claim.get("retracts"))
            new = news[id_]
            if target and new:
                pairs = ((n, target.id if n == "retracts" else v) for n, v in new.qualifiers)
                changed[id_] = replace(new, qualifiers=tuple(pairs))
        return changed
