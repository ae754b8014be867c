"""What the public is told a promise means, if they sent it now: the office's own by its hours, the law's by the day."""

from datetime import datetime

import pytest

import offices
from putright.contacts.channels.web.promised import promised
from putright.law.calendar import LONDON

THURSDAY = datetime(2026, 4, 2, 18, 0, tzinfo=LONDON)  # after closing, before Easter


@pytest.mark.parametrize(("name", "due"), [
    ("first-contact", datetime(2026, 4, 8, 17, 0, tzinfo=LONDON)),
    ("update", datetime(2026, 4, 30, 23, 59, 59, tzinfo=LONDON)),
    ("outcome", datetime(2026, 4, 13, 23, 59, 59, tzinfo=LONDON)),
])  # fmt: skip
def test_the_moment_shown_to_the_public_is_the_moment_the_clock_counts_to(name, due):
    made = promised(offices.load("hertfordshire"), name, "en", at=THURSDAY)
    assert made is not None
    assert made.due == due
