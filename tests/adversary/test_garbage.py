"""Garbage at every address, by every method, as every kind of person: a plain answer each time, and never a 500.

Seeded and bounded, so that a failure can be had again. What breaks is named with its address, reader and garbage."""

import random
from urllib.parse import quote
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client

from config.gates import who_may
from gateways import clock
from putright.cases.models import Case
from putright.letters.models import Letter
from putright.people import gates
from putright.people.roles import Role
from putright.recovery.models import Attempt
from putright.rounds.models import Pulse
from tests.desk.furnish import full
from tests.make import people as make_people
from tests.shape.test_who_may import ALL

SEED = 20260327
HUGE = "9" * 5000
GARBAGE = (
    "", " ", "\x00", "a\x00b", "x" * 100_000, "\u202emoc.live", "\U0001f46e\u200d\u2640\ufe0f", "\ufeff",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}", "'; DROP TABLE cases_case; --", "=cmd|' /C calc'!A0", "[x](javascript:alert(1))", '#panic("x")', "%00", "%s%n",
    "-1", "0", "2147483648", "9223372036854775808", HUGE, "\u0663", "\u00b2", "1e309", "NaN", "true", "../../etc/passwd",
    "a\r\nBcc: b@c",
    "0001-01-01T00:00:00+14:00~1", "9999-12-31T23:59:59-14:00~1", "2026-03-27T16:50:00+00:00~9223372036854775808", "~",
    "2026-02-30", "not_known", "yes", "recorded", "iopc", "case:PR-00000-00000", "person:1", "person:" + "9" * 18,
    "send", "settle",
)  # fmt: skip
QUERY = ("after", "before", "show", "q", "kind", "again", "next", "do", "language")
FIELDS = (
    "words", "medium", "category", "name", "collar_number", "rank", "station", "description", "organisational", "office_holder",
    "handler", "why", "kind", "content", "answer", "team", "to", "did", "body", "because", "version", "received_from",
    "their_reference", "who", "key", "began", "preset", "reason", "channel", "language", "phone", "email", "safe", "needs",
    "at_risk", "arrived", "arrived_0", "arrived_1", "arrived_2", "arrived-day", "arrived-month", "arrived-year", "known", "do",
    "asked", "owner", "rest", "decide-route", "decide-because", "decide-version", "told", "layout", "file", "progress_en",
    "progress_cy", "next_step_en", "next_step_cy", "outcome_en", "reasons_en", "grounds_en", "review", "progress", "login",
    "password", "code", "press", "factors", "outcome_1", "actions_1", "draft", "seen",
)  # fmt: skip
PARTS = {
    "str": ("%00", "PR-00000-00000", quote("\u202e\U0001f46e"), "%ff%fe", "x" * 3000, "..%2f..", "iopc", "%0d%0aBcc"),
    "int": ("0", "13", "2147483648", "9223372036854775808", "9" * 400, "1900", "9999"),
}
OTHERS = ("head", "put", "patch", "delete", "options")


@pytest.fixture
def house(cast):
    Pulse.objects.create(worker="a", at=clock.now())
    case = full(cast)
    privacy = make_people.handler("Quinn Privacy", "privacy", make_people.team("privacy", "other"))
    everybody = [cast.sam, cast.jo, cast.pat, cast.dana, cast.robin, privacy, cast.toni]
    return case, {str(Role(person.role)): person for person in everybody} | {"a stranger": None}


def clients(people):
    for name, person in people.items():
        client = Client(raise_request_exception=False)
        if person is not None:
            client.force_login(person.user)
        yield name, client


def good(case):
    """The parts of an address as they may be, so that what is behind the door is reached too."""
    return {
        "reference": case.reference, "pk": Letter.objects.first().pk, "number": Attempt.objects.first().pk, "body": "iopc",
        "year": 2026, "month": 3, "measure": "contacts", "part": "web", "secret": "x" * 32, "step": "what", "kind": "update",
    }  # fmt: skip


def paths(address, case, dice):
    """The right address, and one with each of its parts spoilt."""
    from django.urls import NoReverseMatch, reverse

    known = good(case)
    right = {key: known.get(key, "what") for key in address.keys}
    for other in (1, UUID(int=1)):
        try:
            yield reverse(address.name, kwargs=right)
            break
        except NoReverseMatch:
            right = {key: known.get(key, other) for key in address.keys}
    else:
        yield reverse(address.name, kwargs=right)
    for key in sorted(address.keys):
        if isinstance(right[key], UUID):
            continue  # a spoilt one is no address of ours at all
        mark = "987654321987" if isinstance(right[key], int) else "qqmarkqq"
        marked = reverse(address.name, kwargs=right | {key: int(mark) if mark.isdigit() else mark})
        for spoilt in dice.sample(PARTS["int" if mark.isdigit() else "str"], 2):
            yield marked.replace(mark, spoilt)


@pytest.mark.django_db
def test_garbage_is_answered_in_plain_words_everywhere(house, caplog, capsys):
    caplog.set_level("CRITICAL", logger="django")
    case, people = house
    dice, broke, asked = random.Random(SEED), {}, 0  # noqa: S311 - the same garbage every time
    for name, client in clients(people):
        for address, method, path in attempts(name, case, dice):
            asked += 1
            query = {key: dice.choice(GARBAGE)[:3000] for key in dice.sample(QUERY, 4)}
            body = {key: dice.choice(GARBAGE) for key in dice.sample(FIELDS, 30)}
            answer = one(client, method, path, query, body)
            if answer.status_code >= 500 and address.name != "healthz":  # which says so when nobody goes round
                trouble = repr(getattr(answer, "exc_info", ["", answer.content[:200]])[1])[:300]
                broke.setdefault(f"{method} {address.name}: {trouble}", f"{name} {path[:200]}")
        Case.objects.filter(pk=case.pk).update(stage="received")
    with capsys.disabled():
        print(f"\n{asked} requests of garbage, seed {SEED}", end=" ")
    assert not broke, "\n".join(f"{what} ({where})" for what, where in broke.items())


def attempts(reader, case, dice):
    """Every address this reader may use; of the others, whose refusal is the same everywhere, one in six."""
    for address in ALL:
        if not lets_in(reader, address.name) and dice.random() > 1 / 6:
            continue
        for number, path in enumerate(paths(address, case, dice)):
            for method in ("get", "post", dice.choice(OTHERS)) if number == 0 else ("get", "post"):
                yield address, method, path


def lets_in(reader, page):
    verb = who_may(page)
    if reader == "a stranger" or verb in (gates.PUBLIC, gates.SYSTEM):  # a stranger to systems: tests/contacts/systems has tokens
        return verb in (gates.PUBLIC, gates.SYSTEM) and reader == "a stranger"
    return verb == gates.SIGNED_IN or reader in gates.roles_for(verb)


def one(client, method, path, query, body):
    """One request, kept from what a failing one leaves of the test's own transaction (PostgreSQL refuses all that follow)."""
    kept = transaction.savepoint_create()
    answer = (
        client.post(path, body, query_params=query)
        if method == "post"
        else getattr(client, method)(path, query_params=query)
    )
    if answer.status_code >= 500:
        transaction.savepoint_rollback(kept)
    else:
        transaction.savepoint_commit(kept)
    return answer
