"""Names found by the trigrams they share with a text, ranked by how near they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence

from graph.model.text import fold
from graph.store.answers import Answer, Candidate, Cut, EntityCard


def trigrams(folded: str) -> frozenset[str]:
    """Runs of three characters of each word, with two blanks before
    it and one behind, so that short words count.
    """
    padded = (f"  {word} " for word in folded.split())
    return frozenset(word[i : i + 3] for word in padded for i in range(len(word) - 2))


class NameIndex:
    """The names, identifiers and id of every entity given."""

    def __init__(self, cards: Iterable[EntityCard]) -> None:
        self._cards: list[EntityCard] = []
        self._names: list[tuple[int, str, str]] = []
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
            for trigram in trigrams(folded):
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
                likeness = float("inf") if other == folded else count / (1 + len(trigrams(other)))
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
        from rapidfuzz import fuzz

        def score(other: str) -> float:
            return 100.0 if other == folded else min(99.0, fuzz.WRatio(folded, other))

        shown = self._cards[number].name
        mine = [self._names[name] for name in self._by_card[number] if name in names]
        hits = [(score(other), text, other) for _, text, other in mine]
        best = min(hits, key=lambda hit: (-hit[0], hit[1] != shown, hit[1]))
        return Candidate(self._cards[number], best[1], best[0], best[2] == folded)
