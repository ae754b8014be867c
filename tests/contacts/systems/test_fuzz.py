"""A few made-up requests to every operation, as each scope and as nobody: as described, and never a 5xx.

The long run is a campaign: script/campaign api_fuzz."""

import pytest

from gateways import clock
from putright.contacts.channels.systems import rules

from . import fuzz
from .asking import give

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("scope", [*rules.SCOPES, "all", ""])
def test_every_operation_answers_as_described_whatever_it_is_sent(cast, scope):
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
