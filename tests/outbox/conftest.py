from datetime import date

import pytest

from gateways import notify
from gateways.notify_fake import KEY, FakeNotify, listening
from putright.outbox.texting import name_template

TEMPLATE = "33333333-3333-4333-8333-333333333333"


@pytest.fixture
def service(cast):
    """GOV.UK Notify's stand-in, with a template for texts."""
    name_template(TEMPLATE, date(2020, 1, 1), "The first", by=cast.jo, at=cast.at)
    fake = FakeNotify()
    with listening(fake) as address, notify.standing_in(notify.Notify(address, KEY)):
        yield fake
