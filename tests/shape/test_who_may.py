"""Who may do what, in full: every address x everybody x whose case it is x GET and POST, against the tables.

What is expected is worked out here from `verbs.PAGES`, `verbs.MAY` and the rules of reach, and never from the gate itself.
Allowed: the page, a redirect, or "not by this method". A stranger: to the sign-in page. Another role's page: 403. A case
that is missing, walled or somebody else's: 404, the very same page."""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from config import gates as edge
from gateways import clock
from putright.cases.actions import wall_off
from putright.people import gates
from putright.people.roles import FRONT, Role
from putright.rounds.models import Pulse
from tests.make import cases as make_cases
from tests.make import people as make_people

# Addresses that ask for more than a case: how to make each part. A room adds its own here; an unknown one fails.
KEYS = {"reference", "pk", "number", "letter", "kind", "secret", "step", "slug", "key", "language", "month", "year", "name",
        "attempt", "body", "measure", "other", "part", "which", "code", "topic", "receipt", "promise"}  # fmt: skip
WHOSE = ("own", "other", "walled", "none")
METHODS = ("get", "post")
ALLOWED = {200, 204, 302, 400, 405, 409, 422}
MISSING = "PR-00000-00000"
LIBRARY = {"account_login", "account_logout", "account_reauthenticate", "mfa_authenticate", "mfa_reauthenticate"}
CHANGES = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|nonce[-=][^ ;>]*|PR-[0-9A-Z]{5}-[0-9A-Z]{5}')
READS_CASES = FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR, Role.SENIOR}


@dataclass(frozen=True)
class Address:
    name: str
    keys: frozenset[str]

    @property
    def has_case(self) -> bool:
        return "reference" in self.keys

    def url(self, values: dict[str, object]) -> str:
        return reverse(self.name, kwargs={key: values[key] for key in self.keys})


def addresses(patterns=None, prefix="", keys=frozenset()):
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        more = keys | frozenset(entry.pattern.converters)
        if isinstance(entry, URLPattern):
            yield Address(f"{prefix}{entry.name}", more)
        else:
            yield from addresses(entry.url_patterns, f"{prefix}{entry.namespace}:" if entry.namespace else prefix, more)


ALL = [address for address in addresses() if address.name not in LIBRARY]  # those are tried in tests/config


def test_every_part_of_an_address_can_be_made():
    unknown = {key: a.name for a in ALL for key in a.keys if key not in KEYS}
    assert not unknown, f"Say in tests/shape/test_who_may.py how to make these parts of an address: {unknown}"


@pytest.fixture
def still():
    """Thousands of pages take minutes on a busy machine, and the monitor's page would call the worker gone."""
    with clock.fixed(clock.now()):
        yield


@pytest.fixture
def people(cast) -> dict[str, object]:
    """One person of each role, and nobody."""
    Pulse.objects.create(worker="a", at=clock.now())  # so that the monitor's page is well
    privacy = make_people.handler("Quinn Privacy", "privacy", make_people.team("privacy", "other"))
    senior = make_people.handler("Vera Senior", "senior", make_people.team("commissioner", "commissioner"))
    everybody = [cast.sam, cast.jo, cast.pat, cast.dana, cast.robin, privacy, senior, cast.toni]
    found = {Role(person.role): person for person in everybody}
    assert set(found) == set(Role), f"Nobody here is {set(Role) - set(found)}"
    return found | {None: None}


@pytest.fixture
def files(cast, people) -> dict[tuple[object, str], str]:
    """(role, whose) -> the reference of a case that is theirs, somebody else's, theirs but for a wall, or nobody's."""
    elsewhere = make_people.team("far", "local")
    other = make_cases.case(cast.ffion, in_team=elsewhere)
    found = {}
    for role, person in people.items():
        own = make_cases.case(cast.ffion, in_team=None if role in FRONT else elsewhere)
        walled = make_cases.case(cast.ffion, in_team=None if role in FRONT else elsewhere)
        if person is not None:
            for case in (own, walled):
                make_cases.grant(case, to=person)
            wall_off(walled, person, "knows the officer", by=cast.jo, at=cast.at)
        found |= {(role, "own"): own.reference, (role, "other"): other.reference}
        found |= {(role, "walled"): walled.reference, (role, "none"): MISSING}
    return found


def expected(address: Address, role: Role | None, whose: str) -> set[int]:
    verb = edge.who_may(address.name)
    if verb == gates.PUBLIC:
        return ALLOWED | {404}  # what is public hides nothing by status; drafts and galleries may not be there
    if verb == gates.SYSTEM:
        return {401, 405}  # nobody signed in, or out, is a system with a token; those are in tests/contacts/systems
    if role is None:
        return {302}
    if verb != gates.SIGNED_IN and role not in gates.table("MAY")[verb]:
        return {403}
    if address.has_case:
        return ALLOWED | {404} if whose == "own" and role in READS_CASES else {404, 405}  # 405 before any case is asked for
    return ALLOWED | {404}


def values(reference: str, whose: str) -> dict[str, object]:
    return {
        "reference": reference, "pk": 1, "number": 1, "letter": 1, "kind": "acknowledgement", "secret": "x" * 32,
        "step": "what", "slug": "what", "key": uuid.UUID(int=1), "language": "en", "month": 3, "year": 2026, "name": "what",
        "attempt": 1, "body": "iopc", "measure": "contacts", "part": "web",
        "which": "methods", "code": "web", "topic": "suggestion", "receipt": uuid.UUID(int=1), "promise": "update", "other": 1,
    }  # fmt: skip


def plain(response) -> str:
    """Status, headers and body, without what differs from request to request."""
    headers = sorted(f"{name}: {value}" for name, value in response.headers.items() if name != "Content-Length")
    return CHANGES.sub("", "\n".join([str(response.status_code), *headers, response.content.decode()]))


def ask(role: Role | None, person, files) -> Iterator[tuple[Address, str, str, HttpResponse]]:
    """Every address asked by one person: (address, whose case, method, answer)."""
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person.user)
    for address, whose, method in product(ALL, WHOSE, METHODS):
        if whose == "own" or address.has_case:
            yield address, whose, method, getattr(client, method)(address.url(values(files[role, whose], whose)))


@pytest.mark.django_db
def test_every_cell_of_the_table(people, files, capsys, caplog, still):
    """One test, not thousands: the cells share one cast, and each failing cell is named."""
    caplog.set_level("CRITICAL", logger="django")
    wrong, cells, closed = [], 0, defaultdict(dict)
    for role, person in people.items():
        for address, whose, method, response in ask(role, person, files):
            cells += 1
            cell = f"{method.upper()} {address.name} as {role or 'a stranger'}"
            if problem := judge(address, role, whose, response):
                wrong.append(f"{cell}, case {whose}: {problem}")
            if person is not None and whose != "own":
                closed[cell][whose] = plain(response)
    with capsys.disabled():
        print(f"\n{cells} cells of who may do what: {len(ALL)} addresses, {len(people)} kinds of people", end=" ")
    wrong += [f"{cell}: {sorted(seen)} can be told apart" for cell, seen in closed.items() if len(set(seen.values())) > 1]
    assert not wrong, f"{len(wrong)} of {cells} cells:\n" + "\n".join(wrong)


def judge(address: Address, role: Role | None, whose: str, response) -> str:
    """What is wrong with an answer; empty when it is as the tables say."""
    if role is None and edge.who_may(address.name) not in (gates.PUBLIC, gates.SYSTEM):
        to = response.get("Location", "")
        return "" if response.status_code == 302 and "/staff/sign-in/" in to else f"{response.status_code} {to}"
    if response.status_code == 500:
        return f"broke: {response.exc_info[1]!r}"
    right = expected(address, role, whose)
    if response.status_code not in right:
        return f"answered {response.status_code}, the tables say {sorted(right)}"
    if whose == "own" and address.keys == {"reference"} and right >= ALLOWED and response.status_code == 404:
        return "a case of one's own was not found"
    if response.status_code == 302 and "/staff/sign-in/" in response.get("Location", ""):
        return "sent to sign in again"
    return ""


@pytest.mark.django_db
def test_a_wrong_answer_would_be_noticed(people, files):
    """The control: a page of the supervisor's, judged as if it were the analyst's, and the other way about."""
    staff = next(a for a in ALL if edge.who_may(a.name) in gates.table("MAY"))
    verb = edge.who_may(staff.name)
    inside, outside = Client(), Client()
    may = next(role for role in Role if role in gates.table("MAY")[verb])
    may_not = next(role for role in Role if role not in gates.table("MAY")[verb])
    inside.force_login(people[may].user)
    outside.force_login(people[may_not].user)
    url = staff.url(values(files[may, "own"], "own"))
    assert judge(staff, may_not, "own", inside.get(url)), "an answer to one who may passed as an answer to one who may not"
    assert judge(staff, may, "own", outside.get(url)), "a refusal passed as an answer"
