"""The exchanges' door: only what is signed is believed, and what is signed is never dropped."""

import json
import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from putright.contacts.channels.telephone import actions
from putright.contacts.channels.telephone.models import Call, CallEvent, Unread
from putright.contacts.channels.telephone.refusals import SecretEnded, TwoSecrets
from tests.make import telephone as make
from tests.make.people import AT

pytestmark = pytest.mark.django_db


def facts(call: Call) -> dict[str, object]:
    return {name: getattr(call, name) for name in actions.FACTS if name != "handler"}


def test_a_signed_event_is_kept_and_the_call_is_there(client, force):
    _exchange, secret = force
    answer = make.post(client, secret, make.event("offered", number="07700 900123"))
    assert (answer.status_code, answer.json()) == (200, {"kept": 1, "known": 0, "unread": 0})
    call = Call.objects.get()
    assert (call.outcome, call.number, call.number_key, call.key) == ("waiting", "07700 900123", "447700900123", "A1")


def test_the_same_message_again_changes_nothing(client, force):
    _exchange, secret = force
    make.post(client, secret, make.story())
    before = facts(Call.objects.get())
    assert make.post(client, secret, make.story()).json() == {"kept": 0, "known": 5, "unread": 0}
    assert make.post(client, secret, make.story() * 2).json() == {"kept": 0, "known": 5, "unread": 0}
    assert facts(Call.objects.get()) == before and CallEvent.objects.count() == 5


def test_events_come_one_by_one_in_any_order_and_make_the_same_call(client, force):
    _exchange, secret = force
    make.post(client, secret, make.story("A1"))
    expected = facts(Call.objects.get())
    for number in range(6):
        mixed = make.story(f"B{number}")
        random.Random(number).shuffle(mixed)
        for event in mixed:
            assert make.post(client, secret, event).status_code == 200
        assert facts(Call.objects.get(key=f"B{number}")) == expected


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Putright_Signature": "0" * 64}, 401),
        ({"Putright_Signature": "é"}, 401),
        ({"Putright_Exchange": "another"}, 401),
        ({"Putright_Exchange": "x" * 500}, 401),
        ({"Putright_Time": "0"}, 401),
        ({"Putright_Time": "now"}, 401),
        ({"Putright_Time": "9" * 40}, 401),
        ({"Putright_Signature": ""}, 400),
        ({"Putright_Time": ""}, 400),
        ({"Putright_Exchange": ""}, 400),
    ],
)
def test_what_is_not_signed_is_refused_and_nothing_is_kept(client, force, changed, status):
    answer = make.post(client, force[1], make.story(), **changed)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json" and answer.json()["title"].endswith(".")
    assert not Call.objects.exists() and not Unread.objects.exists()


def test_a_changed_body_is_refused(client, force):
    body = json.dumps(make.story()).encode()
    marks = make.headers(force[1], body)
    answer = client.post(make.HOOK, body.replace(b"A1", b"A2"), content_type="application/json", headers=marks)
    assert answer.status_code == 401 and not Call.objects.exists()


@pytest.mark.parametrize(("minutes", "status"), [(-6, 401), (-4, 200), (4, 200), (6, 401)])
def test_a_message_older_than_five_minutes_is_refused_though_it_is_signed(client, force, minutes, status):
    sent = AT + timedelta(minutes=minutes)
    assert make.post(client, force[1], make.story(), sent=sent).status_code == status


def test_only_by_post(client, force):
    assert client.get(make.HOOK).status_code == 405


def test_a_message_too_large_is_refused_in_a_sentence(client, force):
    answer = make.post(client, force[1], b" " * (1024 * 1024 + 1))
    assert answer.status_code == 413 and "at a time" in answer.json()["title"]


def test_two_secrets_are_good_while_one_is_changed_and_an_ended_one_is_not(client, cast, force):
    exchange, old = force
    new = actions.give_secret(exchange, by=cast.toni, at=AT)
    with pytest.raises(TwoSecrets):
        actions.give_secret(exchange, by=cast.toni, at=AT)
    from putright.contacts.channels.telephone.signing import secret_of

    for number, secret in enumerate((old, secret_of(new.salt))):
        assert make.post(client, secret, make.story(f"C{number}")).status_code == 200
    first = actions.live_secrets(exchange)[0]
    actions.end_secret(first, by=cast.toni, at=AT)
    with pytest.raises(SecretEnded):
        actions.end_secret(first, by=cast.toni, at=AT)
    assert make.post(client, old, make.story("C2")).status_code == 401
    assert make.post(client, secret_of(new.salt), make.story("C2")).status_code == 200


def test_no_secret_is_in_the_database(force):
    from putright.contacts.channels.telephone.models import Secret

    kept = Secret.objects.get()
    assert force[1] not in {str(getattr(kept, field.attname)) for field in kept._meta.fields}
    assert kept.salt not in force[1]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not_json"),
        (b"\xff\xfe{", "not_json"),
        (b"[" * 5000, "not_json"),
        (b'{"call": "A1", "at": ' + b"9" * 5000 + b"}", "not_json"),
        (b"7", "not_event"),
        (b"null", "not_event"),
        (b'{"event": "offered", "at": "2026-03-27T16:50:00Z"}', "no_call"),
        (b'{"call": "A1", "at": "2026-03-27T16:50:00Z"}', "no_event"),
        (b'{"call": "A1", "event": "sneezed", "at": "2026-03-27T16:50:00Z"}', "no_event"),
        (b'{"call": "A1", "event": "transferred", "direction": "up", "at": "2026-03-27T16:50:00Z"}', "no_event"),
        (b'{"call": "A1", "event": "offered"}', "no_time"),
        (b'{"call": "A1", "event": "offered", "at": "2026-03-27T16:50:00"}', "no_time"),
        (b'{"call": "A1", "event": "offered", "at": "0001-01-01T00:00:00+14:00"}', "no_time"),
        (b'{"call": "A1", "event": "offered", "at": "1999-12-31T23:59:59Z"}', "long_ago"),
        (b'{"call": "A1", "event": "offered", "at": "2026-03-28T16:50:00Z"}', "future"),
        (b'{"call": "' + b"A" * 81 + b'", "event": "offered", "at": "2026-03-27T16:50:00Z"}', "too_long"),
    ],
)
def test_what_is_signed_and_cannot_be_read_is_kept_whole_and_once(client, force, body, reason):
    for again in range(2):
        assert make.post(client, force[1], body).json() == {"kept": 0, "known": 0, "unread": 1}, again
    kept = Unread.objects.get()
    assert (kept.reason, Call.objects.count()) == (reason, 0)
    if reason != "not_json":
        assert json.loads(kept.words) == json.loads(body)


def test_one_bad_event_of_a_list_spoils_no_other(client, force):
    told = [*make.story(), {"call": "A1", "event": "\ud800\x00"}, "nonsense"]
    assert make.post(client, force[1], told).json() == {"kept": 5, "known": 0, "unread": 2}
    assert Call.objects.get().outcome == "answered"


def test_events_of_a_call_nobody_offered_are_kept_and_counted_nowhere(client, force):
    make.post(client, force[1], make.event("answered", 42, extension="2041"))
    assert (Call.objects.get().offered_at, Call.objects.get().half_hour) == (None, None)
    make.post(client, force[1], make.event("offered", 0, number="07700 900123"))
    assert Call.objects.get().wait == 42


@pytest.mark.parametrize("said", ["anonymous", "Withheld", "sip:anonymous@exchange.example"])
def test_a_withheld_number_is_no_number(client, force, said):
    make.post(client, force[1], make.event("offered", number=said))
    assert (Call.objects.get().number, Call.objects.get().withheld) == ("", True)


def test_the_handler_is_whoever_had_that_extension_then(client, cast, force):
    exchange, secret = force
    make.extension(exchange, "2041", cast.sam, by=cast.toni, at=AT - timedelta(days=2))
    make.extension(exchange, "2041", cast.jo, by=cast.toni, at=AT - timedelta(days=1))
    make.post(client, secret, make.story("A1", at=AT - timedelta(hours=30)))
    make.post(client, secret, make.story("A2", at=AT - timedelta(hours=1)))
    make.post(client, secret, make.story("A3", at=AT - timedelta(hours=1), extension="9"))
    whose = dict(Call.objects.values_list("key", "handler__name"))
    assert whose == {"A1": cast.sam.name, "A2": cast.jo.name, "A3": None}


def test_a_crash_half_way_acknowledges_nothing_and_keeps_nothing_and_the_next_time_all_is_kept(client, force, monkeypatch):
    """One commit: the exchange is told 200 only when the event, its call and what could not be read are all stored."""
    _exchange, secret = force
    client.raise_request_exception = False
    told = [*make.story(), "nonsense"]
    for step in ("_held", "_reckoned", "_kept_unread"):
        with monkeypatch.context() as patch:
            patch.setattr(actions, step, broken)
            assert make.post(client, secret, told).status_code == 500
        assert not Call.objects.exists() and not CallEvent.objects.exists() and not Unread.objects.exists(), step
    assert make.post(client, secret, told).json() == {"kept": 5, "known": 0, "unread": 1}


def broken(*_told, **_more):
    raise OperationalError("the machine went away")


WORDS = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(), some.text(max_size=90),
    some.sampled_from(["A1", "A2", "offered", "answered", "ended", "transferred", "in", "2026-03-27T16:50:00Z",
                       "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00Z", "withheld", "07700 900123", "\x00", "\ud800"]),
    some.lists(some.integers(), max_size=2),
)  # fmt: skip
NAMES = some.sampled_from(["call", "event", "at", "number", "withheld", "option", "extension", "to", "from", "direction", "x"])
MESSAGES = some.one_of(
    some.binary(max_size=200).map(lambda raw: raw),
    some.lists(some.dictionaries(NAMES, WORDS, max_size=8), max_size=4).map(lambda told: json.dumps(told).encode()),
    some.recursive(WORDS, lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner)).map(
        lambda told: json.dumps(told).encode()
    ),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MESSAGES)
def test_whatever_is_signed_is_answered_with_200_and_every_part_of_it_is_kept(client, force, body):
    answer = make.post(client, force[1], body)
    assert answer.status_code == 200, (body, answer.content)
    told = answer.json()
    try:
        sent = json.loads(body.decode("utf-8", "replace"))
    except ValueError:
        sent = "one thing that could not be read"
    parts = len(sent) if isinstance(sent, list) else 1
    assert told["kept"] + told["known"] + told["unread"] <= parts
    assert bool(parts) == bool(sum(told.values()))
    assert Call.objects.filter(last_at__gt=datetime(2026, 3, 28, tzinfo=UTC)).count() == 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.dictionaries(some.sampled_from(["Putright_Exchange", "Putright_Time", "Putright_Signature"]),
                         some.text(some.characters(codec="latin-1", exclude_characters="\r\n"), max_size=30)))  # fmt: skip
def test_no_header_breaks_it_and_none_opens_it(client, force, changed):
    answer = make.post(client, "not the secret", make.story(), **changed)
    assert answer.status_code in {400, 401} and not Call.objects.exists()
