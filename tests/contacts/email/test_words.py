"""What screens say of a message."""

import pytest

from putright.contacts.channels.email.words import written


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Fri, 27 Mar 2026 16:50:00 +0000", "27 March 2026, 4:50pm"),
        ("Wed, 1 Jul 2026 16:50:00 -0000", "1 July 2026, 5:50pm"),  # said in London's time
        ("last Tuesday", "last Tuesday"), ("", ""), ("Fri, 31 Dec 9999 23:59:00 -1200", "Fri, 31 Dec 9999 23:59:00 -1200"),
        ("99 99 99", "99 99 99"),
    ],
)  # fmt: skip
def test_the_date_it_bears_is_said_plainly_and_what_is_none_stands_as_it_came(header, said):
    assert written(header) == said
