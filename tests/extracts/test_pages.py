"""A question of your own: asked, paged, taken away, kept, shared; by everybody's own reach, and no walled case anywhere."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Access, AccessCase, Case
from putright.cases.queries import open_to
from putright.clocks.models import Notice
from putright.extracts import actions, noting, owed, queries, refusals
from putright.extracts.asking import Asked
from putright.extracts.models import Question, Ready, Taken
from putright.extracts.subjects import SUBJECTS
from putright.facts.rows import PAGE
from putright.learning.actions.lessons import Learned, note_lesson
from putright.people.gates import NotAllowed
from tests.make import contacts

pytestmark = pytest.mark.django_db
START = "/en/staff/extracts/"
DAY = timedelta(days=1)


@pytest.fixture
def signed_in(client, cast):
    def sign_in(who):
        client.force_login(who.user)
        return client

    with clock.fixed(cast.at + DAY):
        yield sign_in


def taken(client, kind, query=""):
    answer = client.get(f"{START}{kind}/file/?{query}")
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", SUBJECTS)
def test_every_subject_opens_in_both_languages_and_as_every_file(signed_in, cast, kind, language, django_assert_max_num_queries):
    contacts.contact(cast.ffion, kind="complaint")
    client = signed_in(cast.sam)
    with django_assert_max_num_queries(16):
        html = client.get(f"/{language}/staff/extracts/{kind}/").text
    assert str(SUBJECTS[kind].name) in html or language == "cy"
    for form in ("csv", "xlsx", "ods"):
        answer = client.get(f"/{language}/staff/extracts/{kind}/file/?form={form}")
        assert len(b"".join(answer.streaming_content)) > 20


def test_what_is_not_there_is_not_found(signed_in, cast):
    client = signed_in(cast.sam)
    assert client.get(f"{START}officers/").status_code == 404
    assert client.get(f"{START}cases/file/?form=exe").status_code == 404
    assert client.get(f"{START}kept/7/").status_code == 404


def test_the_address_chooses_which_and_which_columns(signed_in, cast):
    contacts.contact(cast.ffion, channel="phone", kind="complaint")
    contacts.contact(cast.amir, channel="letter", kind="complaint")
    rows = taken(signed_in(cast.sam), "contacts", "channel=phone&column=who&column=channel")
    assert rows == [["Who", "How it came"], ["Ffion Rees", "Telephone"]]


def test_days_are_of_london_and_both_are_in_it(signed_in, cast):
    for days in (1, 2, 3):
        contacts.contact(cast.ffion, at=cast.at - days * DAY)
    day = (cast.at - 2 * DAY).date()
    wanted = "&".join(f"{which}-{part}={value}" for which in ("since", "until")
                      for part, value in (("day", day.day), ("month", day.month), ("year", day.year)))  # fmt: skip
    assert [row[0][:10] for row in taken(signed_in(cast.sam), "cases", wanted)[1:]] == [day.isoformat()]


@pytest.mark.parametrize("query", ["channel=pigeon", "since-day=40&since-month=1&since-year=2026", "column=password"])
def test_what_cannot_be_asked_is_said_and_not_guessed(signed_in, cast, query):
    client = signed_in(cast.sam)
    assert client.get(f"{START}contacts/?{query}").status_code == 422
    assert client.get(f"{START}contacts/file/?{query}").status_code == 302


def test_fifty_at_a_time_and_each_row_once(signed_in, cast):
    made = [contacts.contact(cast.ffion, at=cast.at - number * DAY).case.reference for number in range(PAGE + 7)]
    client, seen, after = signed_in(cast.sam), [], ""
    for _page in range(3):
        answer = client.get(f"{START}cases/", {"after": after} if after else {})
        found = queries.page(asked("cases"), open_to(cast.sam, at=cast.at), after, "en")
        seen += [cells[1] for _case, cells in found.rows]
        assert all(cells[1] in answer.text for _case, cells in found.rows)
        if not (after := found.after):
            break
    assert seen == made  # the newest first


def asked(kind, /, **chosen):
    subject = SUBJECTS[kind]
    return Asked(subject, subject.columns, None, None, chosen)


def test_a_walled_case_is_on_no_page_in_no_file_and_in_no_row_of_the_log(signed_in, cast):
    kept, walled = (contacts.contact(who).case for who in (cast.ffion, cast.amir))
    wall_off(walled, cast.sam, "It is about them", by=cast.jo, at=cast.at)
    client = signed_in(cast.sam)
    for kind in ("cases", "contacts"):
        html, rows = client.get(f"{START}{kind}/").text, taken(client, kind)
        assert kept.reference in html
        assert walled.reference not in html + str(rows)
        assert "Amir" not in html + str(rows)
        assert len(rows) == 2
    assert not AccessCase.objects.filter(case=walled, access__handler=cast.sam).exists()


def test_a_file_leaves_one_access_row_of_every_case_in_it_and_who_took_it(signed_in, cast):
    cases = {contacts.contact(who).case_id for who in (cast.ffion, cast.amir)}
    contacts.contact(cast.ffion, joins=Case.objects.get(pk=min(cases)))
    taken(signed_in(cast.sam), "contacts", "column=who")
    one = Taken.objects.get()
    assert (one.by, one.subject, one.form, one.address) == (cast.sam, "contacts", "csv", "column=who")
    assert set(AccessCase.objects.filter(access=one.access).values_list("case", flat=True)) == cases
    assert Access.objects.count() == 1
    with pytest.raises(DatabaseError), transaction.atomic():
        Taken.objects.update(address="")


STORY = st.lists(st.tuples(
    st.sampled_from(["phone", "web", "letter"]), st.sampled_from(["complaint", "enquiry"]), st.integers(0, 3), st.booleans(),
    st.booleans(),
), max_size=8)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=STORY, kind=st.sampled_from(["cases", "contacts"]), chosen=st.sampled_from([{}, {"kind": "complaint"}]))
def test_the_list_and_the_file_agree_and_hold_what_may_be_opened_and_nothing_else(cast, story, kind, chosen):
    with transaction.atomic():
        for channel, said, days, walled, granted_away in story:
            one = contacts.contact(cast.ffion, channel=channel, kind=said, at=cast.at - days * DAY)
            if walled:
                wall_off(one.case, cast.sam, "It is about them", by=cast.jo, at=cast.at)
            if granted_away:
                Case.objects.filter(pk=one.case_id).update(team=cast.chris.team)
        question = asked(kind, **chosen)
        for who in (cast.sam, cast.jo, cast.pat):
            reach = open_to(who, at=cast.at)
            listed, after = [], ""
            while True:
                page = queries.page(question, reach, after, "en")
                listed += [cells for _case, cells in page.rows]
                if not (after := page.after):
                    break
            assert listed == list(queries.lines(question, queries.batches(question, reach), "en"))
            may_open = set(reach.values_list("reference", flat=True))
            assert {cells[1] for cells in listed} <= may_open
            rows = SUBJECTS[kind].model.objects.filter(**chosen)
            path = "reference" if kind == "cases" else "case__reference"
            assert len(listed) == sum(reference in may_open for reference in rows.values_list(path, flat=True))
        transaction.set_rollback(True)


@pytest.mark.parametrize(("lang", "problem"), [("en", "There is a problem"), ("cy", "Mae problem")])
def test_a_question_without_a_name_is_not_kept_and_the_top_of_the_page_says_so(signed_in, cast, lang, problem):
    contacts.contact(cast.ffion)
    refused = signed_in(cast.sam).post(f"/{lang}/staff/extracts/contacts/keep/?kind=complaint", {"name": "", "every": ""})
    page = refused.content.decode()
    assert refused.status_code == 422 and problem in page and 'href="#id_name"' in page
    assert not Question.objects.exists()


def test_a_question_is_kept_shared_with_a_role_and_gives_nobody_a_case(signed_in, cast):
    secret = contacts.contact(cast.amir).case
    wall_off(secret, cast.jo, "It is about them", by=cast.sam, at=cast.at)
    client = signed_in(cast.sam)
    sent = {"name": "All complaints", "every": ""}
    assert client.post(f"{START}cases/keep/?kind=complaint&after=x&other=1", sent).status_code == 302
    one = Question.objects.get()
    assert one.address == "kind=complaint"
    assert client.post(f"{START}kept/{one.pk}/", {"role": "supervisor", "colleague": ""}).status_code == 302
    assert secret.reference in client.get(f"{START}cases/").text
    client = signed_in(cast.jo)
    assert "All complaints" in client.get(START).text
    assert "Shared by Sam Adeyemi" in client.get(START).text
    assert secret.reference not in client.get(f"{START}cases/").text
    assert "All complaints" not in signed_in(cast.pat).get(START).text
    assert client.get(f"{START}kept/{one.pk}/").status_code == 404


def test_only_its_owner_shares_a_question_or_lets_it_go(signed_in, cast):
    one = actions.keep("Mine", "cases", "", "", by=cast.sam, at=cast.at)
    actions.share(one, cast.jo, "", by=cast.sam, at=cast.at)
    actions.share(one, cast.jo, "", by=cast.sam, at=cast.at)
    assert len(queries.shared_with(one)) == 1
    with pytest.raises(refusals.NotYours):
        actions.share(one, cast.pat, "", by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NotYours):
        actions.let_go(one, by=cast.jo, at=cast.at)
    assert signed_in(cast.sam).post(f"{START}kept/{one.pk}/", {"let_go": "yes"}).status_code == 302
    assert list(queries.kept_for(cast.jo)) == []


def test_it_is_shared_with_nobody_who_may_not_ask(cast):
    one = actions.keep("Mine", "cases", "", "", by=cast.sam, at=cast.at)
    for handler, role in ((cast.robin, ""), (None, "analyst"), (None, "")):
        with pytest.raises(refusals.CannotAsk):
            actions.share(one, handler, role, by=cast.sam, at=cast.at)
    for nobody in (cast.robin, cast.toni, cast.dana):
        with pytest.raises(NotAllowed):
            actions.keep("x", "cases", "", "", by=nobody, at=cast.at)


def test_a_question_too_long_to_keep_is_refused(cast):
    with pytest.raises(refusals.TooLong):
        actions.keep("x", "cases", "a" * 2_001, "", by=cast.sam, at=cast.at)


def test_both_a_role_and_a_colleague_is_asked_again(signed_in, cast):
    one = actions.keep("Mine", "cases", "", "", by=cast.sam, at=cast.at)
    answer = signed_in(cast.sam).post(f"{START}kept/{one.pk}/", {"role": "supervisor", "colleague": str(cast.jo.pk)})
    assert answer.status_code == 422


def test_a_question_of_each_week_is_ready_on_monday_once_and_ends_with_the_log_in(signed_in, cast):
    monday = cast.at + (7 - cast.at.weekday()) * DAY
    one = actions.keep("The week", "contacts", "channel=phone", "week", by=cast.sam, at=cast.at)
    actions.keep("Now and then", "contacts", "", "", by=cast.sam, at=cast.at)
    assert list(owed.owed(cast.at, limit=9)) == []
    keys = [key for key, _since in owed.owed(monday, limit=9)]
    assert keys == [f"extracts:{one.pk}:{monday.date().isoformat()}"]
    for _time in range(3):
        owed.fulfil(keys[0], at=monday)
    assert Ready.objects.count() == 1
    assert list(owed.owed(monday + DAY, limit=9)) == []
    assert "channel=phone&amp;form=csv" in signed_in(cast.sam).get(START).text
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(left_on=monday.date())
    assert list(owed.owed(monday + 7 * DAY, limit=9)) == []
    assert list(queries.ready_for(cast.sam)) == []


def test_promises_that_fell_due_and_lessons_are_asked_within_reach_and_by_who_may_read_them(signed_in, cast):
    mine, walled = (contacts.contact(who).case for who in (cast.ffion, cast.amir))
    wall_off(walled, cast.sam, "It is about them", by=cast.jo, at=cast.at)
    for case, words in ((mine, "Ring back on the day"), (walled, "Something about the walled case")):
        note_lesson(Learned("team", "delay", words), case, by=cast.jo, at=cast.at)
        row = {"promise": "update", "started_at": cast.at - 28 * DAY, "kind": "missed", "noticed_at": cast.at}
        Notice.objects.create(case=case, fell_at=cast.at, **row)
    client = signed_in(cast.sam)
    rows = taken(client, "promises", "kind=missed&column=reference&column=kind")
    assert rows == [["Case", "What was noticed"], [mine.reference, "Missed"]]
    assert [row[-1] for row in taken(client, "lessons", "column=words")[1:]] == ["Ring back on the day"]
    shared = actions.keep("What we learned", "lessons", "", "week", by=cast.jo, at=cast.at)
    actions.share(shared, None, "standards", by=cast.jo, at=cast.at)
    Ready.objects.create(question=shared, on=cast.at.date(), at=cast.at)
    client = signed_in(cast.pat)
    assert "What we learned" not in client.get(START).text
    for page in ("lessons/", "lessons/file/", f"kept/{shared.pk}/"):
        assert client.get(f"{START}{page}").status_code == 404


def test_somebody_who_is_not_signed_in_gets_no_file(client, cast):
    contacts.contact(cast.ffion)
    assert client.get(f"{START}cases/file/").status_code == 302
    assert not Taken.objects.exists()


def test_a_file_broken_off_half_way_has_noted_all_that_was_sent(cast, monkeypatch):
    monkeypatch.setattr(queries, "AT_ONCE", 2)
    made = [contacts.contact(cast.ffion, at=cast.at - number * DAY).case for number in range(7)]
    question, reach = asked("cases"), open_to(cast.sam, at=cast.at)
    access = noting.begin(Taken(subject="cases", form="csv"), "0" * 32, by=cast.sam, at=cast.at)
    lines = queries.lines(question, noting.noted(queries.batches(question, reach), access), "en")
    sent = {next(lines)[1] for _each in range(3)}
    lines.close()
    noted = set(AccessCase.objects.filter(access=access).values_list("case__reference", flat=True))
    assert sent == {case.reference for case in made[:3]}
    assert noted == {case.reference for case in made[:4]}  # by whole batches: all that was sent, and not the rest
