"""Names found by the trigrams they share with a text, ranked by how near they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from graph.model.text import fold
from graph.store.answers import Answer, Candidate, Cut, EntityCard


def trigrams(folded: str) -> frozenset[str]:
    """Runs of three characters of each word, two blanks before it and one behind, so short words count."""
    padded = (f"  {word} " for word in folded.split())
    return frozenset(word[i : i + 3] for word in padded for i in range(len(word) - 2))


_PART, _WITHIN, _NEAREST = 0.9, 75.0, 99.0


def likeness(text: str, name: str) -> float:
    """How well a folded text fits a folded name, 0 to 100; 100 only if they are equal.

    The text may be all of the name, its words in another order, a run of it that begins with a word (at
    nine tenths), or hold all of its words among others (75).
    """
    from rapidfuzz import fuzz

    if text == name:
        return 100.0
    whole = max(fuzz.ratio(text, name), 0.95 * fuzz.token_sort_ratio(text, name))
    part = max((fuzz.ratio(text, run) for run in _runs(text, name)), default=0.0)
    within = _WITHIN if set(name.split()) <= set(text.split()) else 0.0
    return min(_NEAREST, max(whole, _PART * part, within))


def _runs(text: str, name: str) -> Iterator[str]:
    """From each word of a longer name on: as many words as the text has, and as many letters."""
    words, count = name.split(), len(text.split())
    for start in range(len(words) if len(name) > len(text) else 0):
        yield " ".join(words[start : start + count])
        yield " ".join(words[start:])[: len(text)]


class NameIndex:
    """The names, identifiers and id of every entity given."""

    def __init__(self, cards: Iterable[EntityCard]) -> None:
        self._cards: list[EntityCard] = []
        self._names: list[tuple[int, str, str]] = []
        self._sizes: list[int] = []
        self._by_card: dict[int, list[int]] = defaultdict(list)
        self._by_trigram: dict[str, list[int]] = defaultdict(list)
        for card in cards:
            self._add(card)

    def _add(self, card: EntityCard) -> None:
        number = len(self._cards)
        self._cards.append(card)
        texts = (card.name, *card.names, *(value for _, value in card.identifiers))
        for text in dict.fromkeys(texts):
            folded = fold(text)
            parts = trigrams(folded)
            self._sizes.append(len(parts))
            for trigram in parts:
                self._by_trigram[trigram].append(len(self._names))
            self._by_card[number].append(len(self._names))
            self._names.append((number, text, folded))

    def candidates(self, text: str, kinds: Sequence[str], limit: int) -> Answer[Candidate]:
        """The `limit` entities that share most trigrams with the text, ranked by (score, degree, id)."""
        folded = fold(text)
        shared = Counter(name for trigram in trigrams(folded) for name in self._by_trigram.get(trigram, ()))
        best: dict[int, float] = {}
        for name, count in shared.items():
            number, _, other = self._names[name]
            if not kinds or self._cards[number].kind in kinds:
                likeness = float("inf") if other == folded else count / (1 + self._sizes[name])
                best[number] = max(best.get(number, 0.0), count + likeness)
        order = sorted(best, key=lambda n: (-best[n], -self._cards[n].degree, self._cards[n].id))
        found = {n: self._nearest(n, folded, shared.keys()) for n in order[:limit]}
        ranked = sorted(found.values(), key=lambda c: (-c.score, -c.entity.degree, c.entity.id))
        cuts: tuple[Cut, ...] = ()
        if len(order) > limit:
            hint = "Type more of the name, or choose a kind."
            cuts = (Cut("candidates", limit, len(order) - limit, hint),)
        return Answer(tuple(ranked), cuts, total=len(order))

    def _nearest(self, number: int, folded: str, names: Container[int]) -> Candidate:
        shown = self._cards[number].name
        mine = [self._names[name] for name in self._by_card[number] if name in names]
        hits = [(likeness(folded, other), text, other) for _, text, other in mine]
        best = min(hits, key=lambda hit: (-hit[0], hit[1] != shown, hit[1]))
        return Candidate(self._cards[number], best[1], best[0], best[2] == folded)
