"""How far two people who looked at the same things agree: per cent, and Cohen's kappa with its working. No Django.

Kappa takes away the agreement that chance alone would bring: (observed - expected) / (1 - expected). 1 is agreement in
everything, 0 what chance would do. J. Cohen, Educational and Psychological Measurement 20 (1960), pages 37 to 46."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Agreement:
    """`table`: (what the first said, what the second said) -> how often. Figures are exact until they are shown."""

    table: Counter[tuple[str, str]]

    @property
    def pairs(self) -> int:
        return sum(self.table.values())

    @property
    def same(self) -> int:
        return sum(count for (first, second), count in self.table.items() if first == second)

    @property
    def observed(self) -> Fraction:
        return Fraction(self.same, self.pairs) if self.pairs else Fraction(0)

    def said(self, who: int) -> Counter[str]:
        """How often the first (0) or the second (1) said each."""
        found: Counter[str] = Counter()
        for pair, count in self.table.items():
            found[pair[who]] += count
        return found

    @property
    def expected(self) -> Fraction:
        first, second = self.said(0), self.said(1)
        return Fraction(sum(first[mark] * second[mark] for mark in first), self.pairs**2) if self.pairs else Fraction(0)

    @property
    def kappa(self) -> Fraction | None:
        """None where it means nothing: no pairs, or both said one and the same throughout."""
        if not self.pairs or self.expected == 1:
            return None
        return (self.observed - self.expected) / (1 - self.expected)


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    return Agreement(Counter(pairs))
