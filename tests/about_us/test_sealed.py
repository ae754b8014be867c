"""What is told about the team: who reads it, who cannot know of it, and that the whole house answers as if it were not there."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern

from design.testing import MannerlyClient
from gateways import clock, post
from gateways.post_fake import FakePost
from putright.about_us import actions, owed, queries
from putright.about_us.models import Message, Sealed, Step
from putright.about_us.refusals import Answered, NobodyReads, NoneLeftToRead, NothingSaid, TooManyDays
from putright.about_us.rules import OFFICE, TEAM, Told, email_in, figure
from putright.cases.models import Case, Event
from putright.contacts.channels.email.models import Reading
from putright.contacts.models import Contact
from putright.people.gates import NotAllowed
from putright.people.models import Handler, Person
from tests.contacts.email.corpus.returned import STATUS, report
from tests.make import people
from tests.make.contacts import contact
from tests.make.mail import arrives

pytestmark = pytest.mark.django_db
SAID = "Jo Marsh put the telephone down on me. My number is 07700 900190, I am Bronwen Quillfeather."
CHANGES = re.compile(
    r'name="(?:csrfmiddlewaretoken|press|key)" value="[^"]*"|nonce="[^"]*"|value="[0-9a-f-]{36}"|about-the-team/MO-[0-9A-Z-]+'
)


@pytest.fixture
def quinn(cast):
    return people.handler("Quinn Ellis", "privacy", people.team("privacy", "other"))


def told(words=SAID, *, at, key=None, **more):
    return actions.tell(Told("en", TEAM, words, **more), key or uuid4(), by=None, at=at)


def test_the_reader_outside_the_team_sees_it_and_nobody_of_the_team_does(cast, quinn):
    one = told(at=cast.at)
    assert queries.open_to(quinn)[0] == [one] and queries.one(quinn, one.reference) == one
    for handler in (cast.sam, cast.jo, cast.dana, cast.pat, cast.robin, cast.toni):
        assert queries.open_to(handler) == ([], "")
        with pytest.raises(queries.NoSuchComplaint):
            queries.one(handler, one.reference)


def test_it_makes_no_case_no_contact_no_person_and_no_event(cast, quinn):
    before = [table.objects.count() for table in (Case, Contact, Person, Event)]
    told(at=cast.at, name="Bronwen Quillfeather", reach="bronwen@complainant.example")
    assert [table.objects.count() for table in (Case, Contact, Person, Event)] == before


def test_somebody_in_a_front_team_reads_none_whatever_their_role(cast, quinn):
    inside = people.handler("Paul Prys", "privacy", cast.jo.team)
    one = told(at=cast.at)
    assert queries.open_to(inside)[0] == []
    with pytest.raises(NotAllowed):
        actions.note(one, "I looked", by=inside, at=cast.at)
    with pytest.raises(NotAllowed):
        actions.allow(2, 9, cast.at.date(), "quicker", by=inside, at=cast.at)


@pytest.mark.parametrize("words, who", [("Quinn Ellis did it", ""), ("They were rude", "ELLIS, Quinn"), ("Dear Quinn Ellis", ""),
                                        ("PC 4410 was rude", ""), ("They were rude", "4410")])  # fmt: skip
def test_a_reader_who_is_named_cannot_know_of_it_and_another_can(cast, quinn, words, who):
    Handler.objects.filter(pk=quinn.pk).update(collar_number="4410")
    named, other = Handler.objects.get(pk=quinn.pk), people.handler("Ade Bello", "privacy", quinn.team)
    one = told(words, who=who, at=cast.at)
    assert queries.open_to(named)[0] == [] and queries.open_to(other)[0] == [one]
    with pytest.raises(NotAllowed):
        actions.answer(one, "upheld", "Sorry", by=named, at=cast.at)
    client = Client()
    client.force_login(named.user)
    with clock.fixed(cast.at):
        theirs, missing = (client.get(f"/en/staff/about-the-team/{code}/") for code in (one.reference, "MO-00000-00000"))
    assert theirs.status_code == missing.status_code == 404
    assert CHANGES.sub("", theirs.content.decode()) == CHANGES.sub("", missing.content.decode())


def test_a_reader_who_joins_later_and_is_named_is_kept_out_too(cast, quinn):
    told("Ade Bello laughed at me", at=cast.at)
    assert queries.open_to(people.handler("Ade Bello", "privacy", quinn.team)) == ([], "")


def test_the_same_form_sent_twice_is_one_and_empty_or_unread_is_refused(cast, quinn):
    key = uuid4()
    assert told(at=cast.at, key=key) == told(at=cast.at, key=key)
    with pytest.raises(NothingSaid):
        told("  ", at=cast.at)
    Handler.objects.filter(pk=quinn.pk).update(left_on=cast.at.date())
    with pytest.raises(NobodyReads):
        told(at=cast.at)
    assert Sealed.objects.count() == 1


def test_it_is_answered_once_and_what_was_done_cannot_be_rewritten(cast, quinn):
    one = told(at=cast.at)
    actions.note(one, "Heard the tape", by=quinn, at=cast.at)
    actions.answer(one, "upheld", "We are sorry.", by=quinn, at=cast.at)
    with pytest.raises(Answered):
        actions.answer(one, "not_upheld", "No.", by=quinn, at=cast.at)
    one.refresh_from_db()
    assert (one.came_of, one.acknowledged_at) == ("upheld", cast.at)
    assert [step.verb for step in queries.steps(one)] == ["told", "noted", "answered"]
    with pytest.raises(DatabaseError), transaction.atomic():
        Step.objects.update(words="nothing")


def test_days_are_the_default_until_the_reader_sets_others_and_older_ones_keep_theirs(cast, quinn):
    today = cast.at.date()
    assert (queries.allowed(today).answer, queries.allowed(today).checked) == (20, False)
    actions.allow(2, 10, today, "as our policy says", by=quinn, at=cast.at)
    assert (queries.allowed(today).answer, queries.allowed(today).checked) == (10, True)
    assert queries.allowed(today - timedelta(days=1)).answer == 20
    with pytest.raises(TooManyDays):
        actions.allow(10, 10, today, "too slow", by=quinn, at=cast.at)


def test_nought_and_four_read_alike_and_five_is_told(cast, quinn):
    assert [figure(number) for number in (0, 1, 4, 5, 12)] == [None, None, None, 5, 12]
    for _ in range(4):
        told(at=cast.at - timedelta(days=30))
    assert queries.last_month(cast.at)[1] is None
    told(at=cast.at - timedelta(days=30))
    assert queries.last_month(cast.at)[1] == 5


def staff_pages() -> list[str]:
    """Every address of ours that needs nothing filled in, and lists, counts, finds or feeds something."""
    def found(patterns, space=""):
        for one in patterns:
            if isinstance(one, URLPattern):
                yield f"{space}{one.name}"
            else:
                yield from found(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)

    made = []
    for name in found(get_resolver().url_patterns):
        try:
            made.append(reverse(name))
        except NoReverseMatch:
            continue
    return [url for url in made if "/staff/" in url or url.startswith("/api")]


def house(handlers, at) -> dict[tuple[str, str], str]:
    """What each of them gets from every page, and from a search for each word that was said."""
    seen = {}
    searches = [f"{reverse('desk:search')}?q={q}" for q in ("Quillfeather", "07700+900190", "put+the+telephone+down")]
    for handler in handlers:
        client = Client(raise_request_exception=False)
        client.force_login(handler.user)
        for url in [*staff_pages(), *searches]:
            answer = client.get(url)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            seen[handler.name, url] = f"{answer.status_code} {CHANGES.sub('', body.decode(errors='replace'))}"
    return seen


def test_every_page_list_count_search_and_feed_answers_the_team_as_if_it_were_not_there(cast, quinn):
    team = (cast.sam, cast.jo)
    with clock.fixed(cast.at):
        contact(cast.ffion, words="An ordinary one, so that the lists are not empty.")
        assert len(staff_pages()) > 40
        house(team, cast.at)  # whatever the first look changes
        before = house(team, cast.at)
        told(at=cast.at, name="Bronwen Quillfeather", reach="07700 900190")
        after = house(team, cast.at)
        assert {where for where in before if before[where] != after[where]} == set()
        contact(people.person("Bronwen Quillfeather"), words=SAID.replace("Jo Marsh", "Somebody"))
        control = house(team[:1], cast.at)
    changed = {where for where in control if control[where] != before[where]}
    assert len(changed) > 2, "the control: an ordinary contact is seen, and so this test can fail"


@pytest.mark.parametrize("language, words, days", [("en", "Complain about us", "within 3 working days"),
                                                    ("cy", "Cwyno amdanom ni", "o fewn 3 diwrnod gwaith")])  # fmt: skip
def test_somebody_complains_about_us_from_the_foot_of_the_first_page_to_the_answer(cast, quinn, language, words, days):
    public, reader = MannerlyClient(), MannerlyClient()
    reader.force_login(quinn.user)
    with clock.fixed(cast.at):
        assert f'href="/{language}/complain-about-us/"' in public.get(f"/{language}/").content.decode()
        page = public.get(f"/{language}/complain-about-us/").content.decode()
        assert words in page and days in page
        form = public.get(f"/{language}/complain-about-us/write/").content.decode()
        key = re.search(r'name="key" value="([^"]+)"', form)[1]
        wrong = public.post(f"/{language}/complain-about-us/write/", {"key": key, "reach": "kept@complainant.example"})
        assert wrong.status_code == 422 and "kept@complainant.example" in wrong.content.decode()
        right = {"key": key, "about": OFFICE, "words": "Rude", "reach": "a@b.example"}
        sent = public.post(f"/{language}/complain-about-us/write/", right)
        told_us = public.get(sent["Location"]).content.decode()
        one = Sealed.objects.get(key=UUID(key))
        assert one.reference in told_us and one.language == language and "Rude" not in told_us
        assert one.reference in reader.get(f"/{language}/staff/about-the-team/").content.decode()
        address = f"/{language}/staff/about-the-team/{one.reference}/"
        assert "Rude" in reader.get(address).content.decode()
        reader.post(f"{address}acknowledge/")
        reader.post(f"{address}note/", {"note": "Heard the tape"})
        assert reader.post(f"{address}answer/", {"came_of": "upheld"}).status_code == 422
        reader.post(f"{address}answer/", {"came_of": "upheld", "words": "We are sorry"})
        assert "We are sorry" in reader.get(address).content.decode()
    one.refresh_from_db()
    assert (one.acknowledged_at, one.came_of) == (cast.at, "upheld")


def go_round(at) -> list[str]:
    keys = [key for key, _since in owed.owed(at, limit=50)]
    for key in keys:
        owed.fulfil(key, at=at)
        owed.fulfil(key, at=at)
    return keys


@pytest.fixture
def mail():
    with post.standing_in(FakePost()) as box:
        yield box


def reads_mail(handler, address):
    handler.user.email = address
    handler.user.save(update_fields=["email"])
    return handler


def test_readers_hear_that_one_came_and_never_who_is_named_and_never_twice(cast, quinn, mail):
    reads_mail(quinn, "quinn@office.example")
    for one in (cast.sam, cast.jo):
        reads_mail(one, f"{one.pk}@office.example")
    reads_mail(people.handler("Ade Bello", "privacy", quinn.team), "ade@office.example")
    one = told("Ade Bello was rude about my leg", at=cast.at)
    assert go_round(cast.at) == [f"about_us:came:{one.pk}:{quinn.pk}"] and go_round(cast.at) == []
    assert [parcel.to for parcel in mail.taken] == ["quinn@office.example"]
    assert one.reference in mail.taken[0].plain and "leg" not in mail.taken[0].plain and "Ade" not in mail.taken[0].plain
    assert go_round(cast.at + timedelta(days=9)) == [f"about_us:late:{one.pk}:{quinn.pk}"]


@pytest.mark.parametrize("language, words", [("en", "We have what you sent"), ("cy", "Mae gennym yr hyn a anfonoch")])
def test_whoever_told_us_hears_in_their_language_that_we_have_it(cast, quinn, mail, language, words):
    one = actions.tell(Told(language, TEAM, "Rude", reach="Ring 07700 900111 or a.b@home.example."), uuid4(), by=None, at=cast.at)
    go_round(cast.at)
    one.refresh_from_db()
    assert [parcel.to for parcel in mail.taken] == ["a.b@home.example"] and words in mail.taken[0].plain
    assert one.acknowledged_at == cast.at and "Rude" not in mail.taken[0].plain
    assert [step.verb for step in queries.steps(one)] == ["told", "acknowledged"]


def test_an_email_nobody_took_stays_owed_and_one_that_was_refused_is_the_readers(cast, quinn, mail):
    one = told(at=cast.at, reach="a@home.example")
    mail.trouble = post.Later("no answer")
    with pytest.raises(post.Later):
        go_round(cast.at)
    mail.trouble = post.Refused("no such box")
    assert len(go_round(cast.at)) == 1 and go_round(cast.at) == []
    one.refresh_from_db()
    assert one.acknowledged_at is None and queries.told_by_us(one).state == "failed"
    client = MannerlyClient()
    client.force_login(quinn.user)
    with clock.fixed(cast.at):
        page = client.get(f"/en/staff/about-the-team/{one.reference}/").content.decode()
        assert "did not arrive" in page and f"{one.reference}/letter/" in page
        printed = client.get(f"/en/staff/about-the-team/{one.reference}/letter/").content.decode()
    assert one.reference in printed and "a@home.example" in printed and SAID not in printed


def came_back(kind, *, at, status=STATUS):
    return arrives(report(Message.objects.get(kind=kind).message_id, status=status), sender="", at=at)


def test_an_email_that_comes_back_later_is_the_readers_and_lies_in_no_tray_of_the_team(cast, quinn, mail):
    reads_mail(quinn, "quinn@office.example")
    one = told(at=cast.at, reach="a@home.example")
    go_round(cast.at)
    slow = STATUS.replace("failed", "delayed").replace("5.1.1", "4.4.1")
    assert came_back("have", at=cast.at, status=slow).state == "noted" and go_round(cast.at) == []
    reading = came_back("have", at=cast.at)
    assert (reading.state, reading.case) == ("noted", None)
    assert not Contact.objects.exists() and not Reading.objects.filter(state="tray").exists()
    assert go_round(cast.at) == [f"about_us:back:{one.pk}:{quinn.pk}"] and go_round(cast.at) == []
    assert one.reference in mail.taken[-1].plain and "a@home.example" not in mail.taken[-1].plain
    client = MannerlyClient()
    client.force_login(quinn.user)
    with clock.fixed(cast.at):
        assert "Our email came back" in client.get("/en/staff/about-the-team/").content.decode()
        page = client.get(f"/en/staff/about-the-team/{one.reference}/").content.decode()
    assert "did not arrive" in page and f"{one.reference}/letter/" in page


def test_a_reader_whose_own_email_comes_back_is_told_on_the_list(cast, quinn, mail):
    reads_mail(quinn, "quinn@office.example")
    told(at=cast.at)
    go_round(cast.at)
    client = MannerlyClient()
    client.force_login(quinn.user)
    with clock.fixed(cast.at):
        assert "address put right" not in client.get("/en/staff/about-the-team/").content.decode()
        came_back("came", at=cast.at)
        assert "address put right" in client.get("/en/staff/about-the-team/").content.decode()


def test_whoever_told_us_is_warned_that_the_team_would_read_a_reply(cast, quinn, mail):
    told(at=cast.at, reach="a@home.example")
    go_round(cast.at)
    assert "do not reply" in mail.taken[0].plain


def test_every_page_is_full_though_some_name_the_reader_and_none_is_shown_twice(cast, quinn, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 3)
    other, made = people.handler("Ade Bello", "privacy", quinn.team), []
    for number in range(16):
        words = "Quinn Ellis did it" if number % 2 else "Rude"
        made.append(told(words, at=cast.at + timedelta(hours=number // 4)))
    for one in made[8:12]:
        actions.answer(one, "upheld", "Sorry", by=other, at=cast.at + timedelta(days=1))
    seen, sizes, after = [], [], ""
    while True:
        rows, after = queries.open_to(quinn, after)
        sizes.append(len(rows))
        seen += rows
        if not after:
            break
    assert sizes == [3, 3, 2] and len({one.pk for one in seen}) == 8
    assert [one.answered_at is not None for one in seen] == [False] * 6 + [True] * 2
    assert [one.at for one in seen[:6]] == sorted(one.at for one in seen[:6])
    assert [one.at for one in seen[6:]] == sorted((one.at for one in seen[6:]), reverse=True)


@pytest.mark.parametrize("place", ["", "waits", "~~~", "waits~soon~MO", "waits~0001-01-01T00:00:00+05:00~x",
                                   "answered~9999-12-31T23:59:59-05:00~x", "waits~9999-12-31T00:00:00+00:00~\0"])
def test_a_place_that_is_none_begins_at_the_beginning(cast, quinn, place):
    one = told(at=cast.at)
    assert queries.open_to(quinn, place) == ([one], "")


def test_two_addresses_or_none_are_not_guessed():
    assert email_in("a@b.example, or a@b.example") == "a@b.example"
    assert [email_in(text) for text in ("a@b.example c@d.example", "07700 900111", "")] == ["", "", ""]


def test_one_that_names_every_reader_is_refused_and_says_where_else(cast, quinn):
    with pytest.raises(NoneLeftToRead):
        told("Quinn Ellis did it", at=cast.at)
    assert not Sealed.objects.exists()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_reader_writes_down_one_that_came_by_post_and_its_days_run_from_then(cast, quinn, lang):
    client = MannerlyClient()
    client.force_login(quinn.user)
    where = f"/{lang}/staff/about-the-team/enter/"
    came = cast.at.date() - timedelta(days=7)
    with clock.fixed(cast.at):
        key = re.search(r'name="key" value="([^"]+)"', client.get(where).content.decode())[1]
        typed = {"key": key, "about": TEAM, "words": "Nobody rang", "language": "cy", "reach": "1 High Street"}
        typed |= {"came_on-day": str(came.day), "came_on-month": str(came.month), "came_on-year": str(came.year)}
        assert client.post(where, typed | {"words": ""}).status_code == 422
        assert client.post(where, typed).status_code == 302
        assert client.post(where, typed).status_code == 302
        one = Sealed.objects.get()
    assert (one.language, one.came_on, queries.told_on(one)) == ("cy", came, came)
    assert queries.steps(one)[0].by == quinn
    for handler in (cast.sam, cast.jo):
        with pytest.raises(NotAllowed):
            actions.enter(Told("en", TEAM, "x"), uuid4(), by=handler, at=cast.at)


def test_many_from_one_address_wait_their_turn_with_every_word_kept(cast, quinn, monkeypatch):
    monkeypatch.setattr("putright.contacts.lane.rules.FREE", 1)
    client = MannerlyClient()
    with clock.fixed(cast.at):
        for number in (1, 2):
            given = {"key": str(uuid4()), "about": TEAM, "words": f"Kept words {number}"}
            answer = client.post("/en/complain-about-us/write/", given)
    assert answer.status_code == 429 and "Kept words 2" in answer.content.decode() and Sealed.objects.count() == 1


def test_where_nobody_reads_the_form_is_not_offered_and_the_address_is(client, cast):
    with clock.fixed(cast.at):
        assert client.get("/en/complain-about-us/write/").status_code == 302
        page = client.get("/en/complain-about-us/").content.decode()
    assert "Please write by post" in page and "complain-about-us/write" not in page


def test_the_register_is_two_queries_whatever_their_number(cast, quinn, django_assert_num_queries):
    for _ in range(12):
        told(at=cast.at)
    with django_assert_num_queries(2):
        assert len(queries.open_to(quinn)[0]) == 12


def test_the_reader_sets_the_days_on_the_page(cast, quinn):
    client = MannerlyClient()
    client.force_login(quinn.user)
    with clock.fixed(cast.at):
        since = {"since-day": "27", "since-month": "3", "since-year": "2026"}
        given = {"acknowledge": "2", "answer": "15", "why": "our policy"} | since
        assert client.post("/en/staff/about-the-team/days/", given | {"answer": "many"}).status_code == 422
        said = client.post("/en/staff/about-the-team/days/", {"why": ""}).content.decode()
        assert "Enter the days until they hear that we have it" in said and "Enter the days until they have an answer" in said
        answer = client.post("/en/staff/about-the-team/days/", given)
    assert answer.status_code == 302 and queries.allowed(cast.at.date()).answer == 15
