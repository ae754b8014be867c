"""A floor under the measured figures, on the half of the benchmark the points were not set on (docs/evidence/same-person.md)."""

import pytest

from bench.same_person import dealt, person


@pytest.fixture(scope="module")
def trials():
    return dealt()


def test_the_half_held_out_stays_above_its_floor(trials):
    held_out = trials["second half (held out)"]
    assert held_out.f1 >= 0.96 and held_out.precision >= 0.995 and held_out.recall >= 0.93


def test_the_halves_share_nobody(trials):
    first, second, whole = trials.values()
    assert not {person(one) for one in first.records} & {person(one) for one in second.records}
    assert len(first.records) + len(second.records) == len(whole.records) == 5000


def test_the_keys_bring_nearly_every_true_pair_together(trials):
    held_out = trials["second half (held out)"]
    assert len(held_out.compared.keys() & held_out.true) >= 0.99 * len(held_out.true)
