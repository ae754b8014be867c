"""A few made-up requests to every operation, as each scope and as nobody: as described, and never a 5xx.

The long run is a campaign: script/campaign api_fuzz."""

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from gateways import clock
from putright.contacts.channels.systems import rules

from . import fuzz
from .asking import give

pytestmark = pytest.mark.django_db


@pytest.fixture
def connection_kept():
    """The requests are inside the test's own transaction; a real server's end of a request would close it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("scope", [*rules.SCOPES, "all", ""])
def test_every_operation_answers_as_described_whatever_it_is_sent(cast, connection_kept, scope):
    with clock.fixed(cast.at):
        secret = give(cast, *([] if scope == "all" else [scope])) if scope else ""
        came = fuzz.Came()
        for operation in fuzz.operations(fuzz.described()):
            fuzz.try_out(operation, secret, 6 if scope == "all" else 2, came)
    assert not came.wrong, "\n\n".join(came.wrong[:5])
    assert sum(came.codes.values()) >= 9
    assert not [code for _label, code in came.codes if code >= 500]
    if not scope:
        assert {code for _label, code in came.codes} == {401}
