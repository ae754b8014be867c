import pytest

from gateways import notify
from gateways.notify_fake import KEY, FakeNotify, listening


@pytest.fixture
def service(settings):
    """GOV.UK Notify's stand-in, with a template for texts."""
    settings.NOTIFY_TEXT = "33333333-3333-4333-8333-333333333333"
    fake = FakeNotify()
    with listening(fake) as address, notify.standing_in(notify.Notify(address, KEY)):
        yield fake
