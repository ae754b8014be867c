"""Agreement of two people, against figures worked out by hand."""

from fractions import Fraction

from putright.quality.agreement import agreement


def test_the_textbook_case():
    """25 and 25: both yes 20, both no 15, 5 and 10 differ. Observed 0.7, expected 0.5, kappa 0.4."""
    found = agreement([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15)
    assert (found.observed, found.expected, found.kappa) == (Fraction(7, 10), Fraction(1, 2), Fraction(2, 5))


def test_all_the_same_in_two_kinds_is_one_and_in_one_kind_means_nothing():
    assert agreement([("y", "y"), ("n", "n")]).kappa == 1
    assert agreement([("y", "y")] * 3).kappa is None and agreement([]).kappa is None


def test_worse_than_chance_is_below_nought():
    assert agreement([("y", "n"), ("n", "y")]).kappa == -1
