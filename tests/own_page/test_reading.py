"""What somebody sees on their own page, and above all what they do not."""

from dataclasses import replace
from uuid import uuid4

import pytest

from putright.cases import stages
from putright.cases.actions import name_officer, note, take, wall_off
from putright.cases.models import SEALED, Access, AccessCase, Case
from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.documents import held
from putright.outbox.actions import note_sent
from putright.people import queries as people_queries
from putright.people.actions import represent
from tests.documents.builders import picture
from tests.documents.fetching import read
from tests.letters.cases import told
from tests.make import cases, people
from tests.make.passes import at_home

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("lang", ["en", "cy"])


def words(page) -> str:
    return page.content.decode()


@BOTH
@pytest.mark.parametrize("stage", stages.STAGES)
def test_every_stage_has_plain_words_and_none_of_ours(case, stage, lang):
    Case.objects.filter(pk=case.pk).update(stage=stage)
    home = words(at_home(case, lang=lang).get())
    main = home.split("<main")[1].split("</main")[0]
    assert stages.name(stage, lang) not in main or stage == stages.RECORDED
    assert not any(
        inside in main for inside in ("triage", "frysbennu", "handed_over", "allocated", "Not a complaint", "Nid cwyn")
    )


@BOTH
def test_the_next_date_has_its_reason_and_its_counting(case, lang):
    home = words(at_home(case, lang=lang).get())
    assert {"en": "Monday 30 March 2026", "cy": "Dydd Llun 30 Mawrth 2026"}[lang] in home
    assert {"en": "This is what we promise everybody", "cy": "Dyma ein haddewid i bawb"}[lang] in home
    assert {"en": "How we counted the days", "cy": "Sut y cyfrifwyd y diwrnodau"}[lang] in home
    assert "has not confirmed" not in home


def test_a_promise_that_was_missed_is_said_to_be_late_and_sorry(case, late_by_days):
    assert "We are late, and we are sorry" in words(at_home(case, at=late_by_days).get())


@pytest.fixture
def late_by_days(cast):
    from datetime import timedelta

    return cast.at + timedelta(days=12)


def test_a_letter_that_was_sent_is_read_as_a_page_and_as_a_pdf_and_one_that_waits_is_not_there(case, letter_to):
    made = letter_to(case, sent=False)
    guest = at_home(case)
    assert f"letters/{made.pk}/" not in words(guest.get())
    assert guest.get(f"letters/{made.pk}/").status_code == 404
    note_sent(made, by=None, at=guest.at)
    assert f"letters/{made.pk}/" in words(guest.get())
    assert "Mae eich neges wedi ein cyrraedd" in words(guest.get(f"letters/{made.pk}/"))
    pdf = guest.get(f"letters/{made.pk}/pdf/")
    assert (
        pdf.content.startswith(b"%PDF")
        and pdf["Cache-Control"] == "no-store"
        and case.reference not in pdf["Content-Disposition"]
    )


def test_a_letter_of_another_case_or_to_somebody_else_is_not_there(cast, case, letter_to):
    another = letter_to(told(cast.amir, at=cast.at))
    own_other_case = letter_to(told(cast.ffion, at=cast.at))
    guest = at_home(case)
    for letter in (another, own_other_case):
        for address in (f"letters/{letter.pk}/", f"letters/{letter.pk}/pdf/"):
            assert guest.get(address).status_code == 404


def test_of_several_complainants_each_sees_their_own(cast, case, letter_to):
    mine = letter_to(case)
    receive(
        Said(key=uuid4(), channel="web", words="I was there too, says Amir"), cast.amir, by=None, at=cast.at, joins=case
    )
    amir = at_home(case, cast.amir)
    home, told_us = words(amir.get()), words(amir.get("told/"))
    assert "I was there too, says Amir" in told_us and "frightened" not in told_us
    assert f"letters/{mine.pk}/" not in home and amir.get(f"letters/{mine.pk}/").status_code == 404
    assert not any(theirs in home + told_us for theirs in ("Ffion", "ffion@complainant.example", "07700 900123"))
    assert "I was there too" not in words(at_home(case).get("told/"))


def test_notes_walls_officers_and_colleagues_are_never_shown(cast, case):
    take(case, by=cast.sam, at=cast.at)
    note(case, "Qanarinote", by=cast.sam, at=cast.at)
    name_officer(case, people.officer(name="Qanariofficer", collar_number="9911"), by=cast.sam, at=cast.at)
    wall_off(case, cast.dana, "Qanariwall", by=cast.jo, at=cast.at)
    guest = at_home(case)
    pages = "".join(words(guest.get(address)) for address in ("", "told/", "write/", "record/", "withdraw/"))
    assert "Qanari" not in pages and "Dana" not in pages and "Jo Marsh" not in pages
    assert "Your contact with us is Sam Adeyemi" in pages


def test_what_a_handler_wrote_down_of_a_call_is_not_shown_as_their_words(cast, case):
    said = Said(key=uuid4(), channel="phone", words="Caller very angry, Qanarinote")
    receive(said, cast.ffion, by=cast.sam, at=cast.at, joins=case)
    told_us = words(at_home(case).get("told/"))
    assert (
        "Qanarinote" not in told_us
        and "we wrote down what you sent" in told_us
        and "He shouted at my mother" in told_us
    )


def test_a_message_that_may_not_be_theirs_is_not_shown(cast, case):
    said = Said(key=uuid4(), channel="email", words="Qanariletter", unverified=True)
    receive(said, None, by=None, at=cast.at, joins=case)
    assert "Qanariletter" not in words(at_home(case).get("told/"))


def keeps_a_file(case, person, cast) -> int:
    key = uuid4()
    made = held.hold(picture(), "photo.jpg", came_with=key, by=None, at=cast.at)
    receive(Said(key=key, channel="web", words="With a photo"), person, by=None, at=cast.at, joins=case)
    return made.pk


def status(answer) -> int:
    read(answer)
    return answer.status_code


def test_their_own_files_are_downloads_and_another_cases_or_persons_are_not_there(cast, case):
    mine = keeps_a_file(case, cast.ffion, cast)
    others = [keeps_a_file(case, cast.amir, cast), keeps_a_file(told(cast.ffion, at=cast.at), cast.ffion, cast)]
    guest = at_home(case)
    assert "photo.jpg" in words(guest.get("told/"))
    answer = guest.get(f"files/{mine}/")
    assert read(answer) == picture()
    assert answer["Content-Disposition"].startswith("attachment") and answer["Cache-Control"] == "no-store"
    assert [status(guest.get(f"files/{pk}/")) for pk in others] == [404, 404]


def test_somebody_who_speaks_for_them_sees_nothing_of_theirs_before_consent_is_seen(cast, case, letter_to):
    mine, speaks = letter_to(case), represent(cast.ffion, {"name": "Gwen Parry"}, by=None, at=cast.at)
    photo = keeps_a_file(case, cast.ffion, cast)
    gwen = at_home(case, speaks.representative, speaks=speaks)
    assert "He shouted at my mother" not in words(gwen.get("told/"))
    assert [status(gwen.get(a)) for a in (f"letters/{mine.pk}/", f"files/{photo}/")] == [404, 404]
    people.Person.objects.filter(pk=cast.ffion.pk).update(name="Ffion Rees")
    type(speaks).objects.filter(pk=speaks.pk).update(consent_seen_on=cast.at.date())
    assert "He shouted at my mother" in words(gwen.get("told/"))
    assert [status(gwen.get(a)) for a in (f"letters/{mine.pk}/", f"files/{photo}/")] == [200, 200]


def looked(cast, case, handler, number: int) -> None:
    for time in range(number):
        row = Access.objects.create(request_id=f"{handler.pk}-{time}", handler=handler, at=cast.at, page="desk:case")
        AccessCase.objects.create(access=row, case=case)


def test_how_often_it_was_opened_is_told_by_kind_only_where_the_office_says_so(cast, case, monkeypatch):
    for handler, number in ((cast.sam, 3), (cast.jo, 2), (cast.pat, 1), (cast.dana, 1)):
        looked(cast, case, handler, number)
    wall_off(case, cast.dana, "knows the officer", by=cast.jo, at=cast.at)
    asks = "How often people who work here had your case open"
    assert asks not in words(at_home(case).get())
    shows = replace(people_queries.office(), shows_looks=True)
    monkeypatch.setattr("putright.own_page.pages.reading.office", lambda: shows)
    home = words(at_home(case).get())
    assert asks in home and "Our own team: 5" in home and "Others who deal with complaints: 2" in home
    assert not any(one.name in home for one in (cast.jo, cast.pat, cast.dana))
    Case.objects.filter(pk=case.pk).update(restriction=SEALED)
    assert asks not in words(at_home(case).get())


@pytest.mark.parametrize(("address", "queries"), [("", 9), ("told/", 4), ("write/", 2), ("record/", 2)])
def test_how_often_the_database_is_asked_does_not_grow(
    cast, case, letter_to, address, queries, django_assert_max_num_queries
):
    guest = at_home(case)
    for _more in range(3):
        letter_to(case)
        keeps_a_file(case, cast.ffion, cast)
    with django_assert_max_num_queries(queries):
        assert guest.get(address).status_code == 200


def test_a_case_without_anything_yet_has_a_page_too(cast):
    empty = cases.case(people.person("", anonymous=True))
    assert at_home(empty).get().status_code == at_home(empty).get("told/").status_code == 200
