import pytest

from gateways import clock
from tests.make import telephone as make
from tests.make.people import AT


@pytest.fixture
def now():
    """A Friday afternoon at ten to five, in office hours."""
    with clock.fixed(AT):
        yield AT


@pytest.fixture
def force(cast, now):
    """An exchange and its secret."""
    return make.exchange()


@pytest.fixture
def exchange(force):
    return force[0]


@pytest.fixture
def signed_in(client):
    """`signed_in(cast.sam)` is a browser of theirs."""

    def as_whom(person):
        client.force_login(person.user)
        return client

    return as_whom
