import pytest

from design.testing import MannerlyClient
from gateways import clock
from tests.journeys.browsing import Browser
from tests.make.people import AT


@pytest.fixture
def browser():
    """A browser of whoever is asked for, at the moment of the cast."""
    with clock.fixed(AT):
        yield lambda handler: _signed_in(handler)


def _signed_in(handler) -> Browser:
    client = MannerlyClient()
    client.force_login(handler.user)
    return Browser(client)
