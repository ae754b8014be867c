"""The canary crawl: every response that shows anything of a case leaves one access row naming it, and no other does.

Two cases hold a word of their own in every field somebody typed. Each role opens every page it can find, by addresses, links
and search boxes. Where a case's word or reference is seen, the row must be; where it is not, no row may be."""

import re
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

import pytest
from django.test import Client

from config import gates as edge
from putright.cases.actions import allege, name_officer, note, spoke, take
from putright.cases.models import Access, AccessCase, Case
from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.people import gates
from putright.people.roles import Role
from tests.make import cases as make_cases
from tests.make import people as make_people

from .test_who_may import ALL, body, values

pytestmark = pytest.mark.django_db
MOST = 600  # pages for one role: every address twice, then what they link to


class Links(HTMLParser):
    """Addresses on a page: links, and what each search box would ask for a word."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word, self.found, self.form = word, [], ""

    def handle_starttag(self, tag, attrs):
        has = dict(attrs)
        if tag == "a" and (has.get("href") or "").startswith("/"):
            self.found.append(has["href"])
        if tag == "form":
            self.form = has.get("action", "") if has.get("method", "get").lower() == "get" else ""
        if tag == "input" and self.form and has.get("type", "text") in {"text", "search"}:
            self.found.append(f"{urlsplit(self.form).path}?{urlencode({has['name']: self.word})}")


def full_of(word: str, cast, key: int) -> Case:
    """A case with the word in everything anybody typed, made by the actions themselves."""
    person = make_people.person(
        f"{word} Person", email=f"{word}@complainant.example", address=f"1 {word} Street", adjustments=f"{word} adjustments"
    )
    said = Said(
        key=f"00000000-0000-4000-8000-{key:012}", channel="phone", words=f"{word} words", wants=f"{word} wants",
        about=f"{word} about", happened_words=f"{word} when", place=f"{word} place", crime_reference=f"{word} crime",
        language="en", kind="complaint", happened_on=date(2026, 3, 1),
    )  # fmt: skip
    case = receive(said, person, by=cast.sam, at=cast.at).case
    take(case, by=cast.sam, at=cast.at)
    note(case, f"{word} note", by=cast.sam, at=cast.at)
    spoke(case, f"{word} spoke", by=cast.sam, at=cast.at)
    allege(case, f"{word} allegation", "A1", on=cast.at.date(), by=cast.sam, at=cast.at)
    officer = make_people.officer(name=f"{word} Officer", station=f"{word} station", description=f"{word} description")
    name_officer(case, officer, by=cast.sam, at=cast.at)
    return case


@pytest.fixture
def full(cast) -> dict[str, Case]:
    """Word -> case. Dana and Pat reach the first only."""
    found = {"Qanariaun": full_of("Qanariaun", cast, 1), "Qanaridau": full_of("Qanaridau", cast, 2)}
    for person in (cast.dana, cast.pat):
        make_cases.grant(found["Qanariaun"], to=person)
    return found


def starts(case: Case) -> list[str]:
    return [a.url(values(case.reference, "own")) for a in ALL if edge.who_may(a.name) != gates.PUBLIC]


def shown(content: str, url: str, full: dict[str, Case]) -> set[int]:
    """Cases something of which can be read on a page. What was asked for, in the address or a search box, is shown back to
    whoever asked, and is no case."""
    asked = re.escape(url.partition("/staff/")[2]).replace("&", "&(amp;)?")
    content = re.sub(rf'"/(en|cy)/staff/{asked}"', "", content)
    content = re.sub(r'<input[^>]*type="(search|text)"[^>]*>', "", content)
    return {case.pk for word, case in full.items() if word.casefold() in content.casefold() or case.reference in content}


def crawl(person, full: dict[str, Case]) -> tuple[list[str], int, int]:
    """(what was wrong, pages opened, pages that showed a case)."""
    client = Client(raise_request_exception=False)
    client.force_login(person.user)
    waiting, opened, wrong, showing = [u for case in full.values() for u in starts(case)], set(), [], 0
    while waiting and len(opened) < MOST:
        url = waiting.pop(0)
        if url in opened or "/cy/" in url or "sign-out" in url or "/staff/" not in url:
            continue
        opened.add(url)
        last = Access.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        response = client.get(url)
        rows = list(Access.objects.filter(pk__gt=last))
        named = set(AccessCase.objects.filter(access__in=rows).values_list("case_id", flat=True))
        content = body(response)
        seen = shown(content, url, full)
        showing += bool(seen)
        if response.status_code == 500:
            wrong.append(f"{url}: broke, {response.exc_info[1]!r}")
        elif seen != named or len(rows) > 1:
            wrong.append(f"{url} ({response.status_code}): shows cases {sorted(seen)}, {len(rows)} rows name {sorted(named)}")
        if response.headers.get("Content-Type", "").startswith("text/html"):
            for word in full:
                links = Links(word)
                links.feed(content)
                waiting += links.found
    return wrong, len(opened), showing


READERS = {Role.HANDLER: "sam", Role.SUPERVISOR: "jo", Role.STANDARDS: "pat", Role.LOCAL_SUPERVISOR: "dana"}
OTHERS = {Role.ANALYST: "robin", Role.ADMINISTRATOR: "toni"}


@pytest.mark.parametrize("name", READERS.values())
def test_those_who_read_cases_leave_a_row_for_each_page_that_shows_one(name, cast, full, caplog):
    caplog.set_level("CRITICAL", logger="django")
    wrong, opened, showing = crawl(getattr(cast, name), full)
    assert not wrong, f"{len(wrong)} of {opened} pages:\n" + "\n".join(wrong)
    assert showing >= 3, f"only {showing} of {opened} pages showed a case, so this proved little"
    seen = set(AccessCase.objects.filter(access__handler=getattr(cast, name)).values_list("case_id", flat=True))
    theirs = full.values() if name in {"sam", "jo"} else [full["Qanariaun"]]
    assert seen == {case.pk for case in theirs}, "something was shown of a case that is not theirs"


@pytest.mark.parametrize("name", OTHERS.values())
def test_those_who_read_no_case_are_shown_none(name, cast, full, caplog):
    caplog.set_level("CRITICAL", logger="django")
    wrong, opened, showing = crawl(getattr(cast, name), full)
    assert not wrong, "\n".join(wrong)
    assert (showing, Access.objects.filter(handler=getattr(cast, name)).count()) == (0, 0) and opened > 3


def test_a_page_that_forgot_its_row_would_be_noticed(cast, full, monkeypatch, caplog):
    """The control: the same crawl with the door saying nothing to the gate."""
    from putright.cases import door

    caplog.set_level("CRITICAL", logger="django")
    monkeypatch.setattr(door, "seen", lambda request, cases: None)
    assert crawl(cast.dana, full)[0]
