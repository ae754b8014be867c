"""Made-up histories: whatever happened to a case, no letter lacks a part, has a hole, or carries another case's words.

Few of them here, and made smaller by hypothesis when one fails; ten thousand by `script/campaign histories`."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from putright.paper import pdf
from tests.campaigns import histories_worker

from . import histories

lives = st.lists(st.sampled_from(histories.HAPPENS), min_size=2, max_size=7).map(tuple)
made_up = st.builds(
    histories.History, lives, lives, st.sampled_from(histories.LANGUAGES), st.sampled_from(histories.DAYS)
)
seen: list[str] = []


@pytest.fixture
def paperless(monkeypatch):
    """Paper has its own tests; here thousands are made."""
    monkeypatch.setattr(pdf, "make", lambda head, passages: b"")


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made_up)
def test_no_history_gives_a_letter_that_breaks_the_law(cast, paperless, history):
    seen.extend(histories.try_every_kind(cast, history))


def test_most_kinds_were_really_made_of_those_histories():
    assert len(set(seen)) > 18, f"too few kinds got as far as a letter: {sorted(set(seen))}"


@pytest.mark.parametrize("build, found", histories_worker.WRONG.items())
def test_a_wrong_build_is_found_by_what_it_does_wrong(cast, paperless, monkeypatch, build, found):
    histories_worker.spoil(build, monkeypatch.setattr)
    told = histories_worker.go_through(cast, range(60), seed=1)
    assert found in told["outcome"]
