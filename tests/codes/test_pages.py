"""A supervisor changes a list in two presses, in both languages; everybody in front may look; old cases keep their names."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.cases.actions import allege
from putright.codes import csvs, queries
from putright.codes.models import Change, Code, Draft
from putright.codes.seeds import ensure
from putright.people.queries import office
from tests.make import cases as make_cases
from tests.make import contacts as make_contacts
from tests.make import people as make_people

LANGUAGES = ("en", "cy")


@pytest.fixture
def jo(client, cast):
    ensure(office(), cast.at)
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        yield client


def address(page, *args, language="en"):
    with translation.override(language):
        return reverse(f"codes:{page}", args=args)


def said(answer) -> str:
    return answer.content.decode()


def seen(answer) -> str:
    return said(answer).split('name="seen" value="')[1].split('"')[0]


RENAME = {
    "name_en": "Rude words", "name_cy": "Geiriau cas", "since-day": "28", "since-month": "3", "since-year": "2026",
    "why": "New edition",
}  # fmt: skip




@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_and_marks_what_is_recalled(jo, language):
    assert jo.get(address("lists", language=language)).status_code == 200
    page = said(jo.get(address("one", "categories", language=language)))
    assert {"en": "Code from memory", "cy": "Cod o’r cof"}[language] in page
    assert {"en": "Impolite language/tone", "cy": "Iaith neu dôn anghwrtais"}[language] in page
    for name, args in (("add", ()), ("load", ()), ("end", ("H1",)), ("rename", ("H1",))):
        assert jo.get(address(name, "categories", *args, language=language)).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_press_shows_and_the_second_changes(jo, cast, language):
    case = make_cases.case(cast.ffion)
    allege(case, "He swore", "H1", on=cast.at.date(), by=cast.sam, at=cast.at)
    url = address("rename", "categories", "H1", language=language)
    first = jo.post(url, RENAME)
    assert first.status_code == 200, said(first)
    assert "Geiriau cas" in said(first) and {"en": "28 March 2026", "cy": "28 Mawrth 2026"}[language] in said(first)
    assert {"en": "Open cases that have it", "cy": "Achosion agored sydd ag ef"}[language] in said(first)
    assert not Change.objects.exclude(verb="came").exists(), "a look changes nothing"
    second = jo.post(url, {**RENAME, "seen": seen(first)})
    assert second.status_code == 302
    page = said(jo.get(second["Location"]))
    assert "New edition" in page and "Jo Marsh" in page
    assert "Geiriau cas" in said(jo.get(f"{address('one', 'categories', language=language)}?on=2026-03-28"))


def test_what_was_altered_between_the_presses_is_shown_again_and_not_made(jo):
    url = address("rename", "categories", "H1")
    token = seen(jo.post(url, RENAME))
    again = jo.post(url, {**RENAME, "name_en": "Very rude words", "seen": token})
    assert again.status_code == 200 and "Very rude words" in said(again) and seen(again) != token
    assert not Change.objects.exclude(verb="came").exists()


def test_a_refusal_says_why_and_loses_nothing_typed(jo, cast):
    case = make_cases.case(cast.ffion)
    allege(case, "He swore", "H1", on=cast.at.date(), by=cast.sam, at=cast.at)
    answer = jo.post(address("rename", "categories", "H1"), {**RENAME, "since-day": "27"})
    assert answer.status_code == 422
    assert "was last used for 27 March 2026" in said(answer) and "Rude words" in said(answer) and "New edition" in said(answer)


def test_both_names_are_asked_for(jo):
    answer = jo.post(address("rename", "categories", "H1"), {**RENAME, "name_cy": ""})
    assert answer.status_code == 422 and "Write the name in Welsh" in said(answer)


def test_a_new_reason_is_offered_at_the_quick_entry_and_an_ended_one_is_not(jo, cast):
    new = {"code": "informed.letter", "parent": "informed", "mapped_to": "A", "name_en": "A letter nobody understood",
           "name_cy": "Llythyr nad oedd neb yn ei ddeall", "since-day": "27", "since-month": "3", "since-year": "2026",
           "source": "Team meeting", "why": "Asked for often"}  # fmt: skip
    jo.post(address("add", "reasons"), {**new, "seen": seen(jo.post(address("add", "reasons"), new))})
    end = {"until-day": "26", "until-month": "3", "until-year": "2026", "why": "Never used"}
    url = address("end", "reasons", "informed.no-update")
    jo.post(url, {**end, "seen": seen(jo.post(url, end))})
    page = said(jo.get(reverse("contacts:new")))
    assert "A letter nobody understood" in page and "No update on a crime or incident" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_old_case_keeps_its_names_after_a_code_is_renamed_and_ended(jo, cast, language):
    contact = make_contacts.contact(cast.ffion, by=cast.sam, at=cast.at, reason="informed.no-update", kind="complaint")
    allege(contact.case, "He swore", "H1", on=cast.at.date(), by=cast.sam, at=cast.at)
    url = address("rename", "categories", "H1")
    jo.post(url, {**RENAME, "seen": seen(jo.post(url, RENAME))})
    end = {"until-day": "27", "until-month": "3", "until-year": "2026", "why": "Replaced"}
    url = address("end", "reasons", "informed.no-update")
    jo.post(url, {**end, "seen": seen(jo.post(url, end))})
    assert Code.objects.filter(code="informed.no-update", until="2026-03-27").exists()
    with translation.override(language):
        page_of = reverse("desk:case", args=[contact.case.reference])
    with clock.fixed(cast.at + timedelta(days=30)):
        jo.logout()  # a month is longer than a session
        jo.force_login(cast.jo.user)
        page = said(jo.get(page_of))
    names = {
        "en": ("Impolite language/tone", "No update on a crime or incident"),
        "cy": ("Iaith neu dôn anghwrtais", "Dim diweddariad am drosedd"),
    }
    assert [name for name in names[language] if name not in page] == []
    assert "Rude words" not in page and "Geiriau cas" not in page


def upload(jo, which, text, **other):
    """The first press: the file is given, and shown."""
    file = SimpleUploadedFile("list.csv", text if isinstance(text, bytes) else text.encode(), "text/csv")
    return jo.post(address("load", which), {"file": file, "why": "The national list", **other})


def kept(answer) -> str:
    return said(answer).split('name="draft" value="')[1].split('"')[0]


def press_again(jo, which, answer, **other):
    """The second press, as the browser sends it: what was seen, and no file."""
    return jo.post(address("load", which), {"why": "The national list", "draft": kept(answer), "seen": seen(answer), **other})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_saved_and_loading_it_again_changes_nothing(jo, language):
    saved = jo.get(address("export", "categories", language=language))
    assert saved["Content-Type"].startswith("text/csv") and "categories.csv" in saved["Content-Disposition"]
    before = list(Code.objects.values())
    answer = upload(jo, "categories", saved.content)
    assert answer.status_code == 422 and "Nothing would change" in said(answer)
    assert list(Code.objects.values()) == before


FACTORS = "code,parent,name_en,name_cy,since\ntaser,,Taser,Taser,2020-02-01\ncustody,,Custody,Dalfa,2020-02-01\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_given_once_shown_and_then_loaded(jo, cast, language):
    first = upload(jo, "factors", FACTORS)
    assert first.status_code == 200 and "Dalfa" in said(first) and queries.in_force("factors", cast.at.date()) == ()
    assert press_again(jo, "factors", first).status_code == 302
    assert [row.code for row in queries.in_force("factors", cast.at.date())] == ["taser", "custody"]
    assert not Draft.objects.exists()
    assert "Taser" in said(jo.get(address("one", "factors", language=language)))


def test_a_file_given_without_saying_why_is_kept_and_not_asked_for_again(jo, cast):
    first = upload(jo, "factors", FACTORS, why="")
    assert first.status_code == 422 and "Dalfa" in said(first) and "list.csv" in said(first)
    assert press_again(jo, "factors", first, why="").status_code == 422 and not Code.objects.filter(which="factors").exists()
    assert press_again(jo, "factors", first).status_code == 302
    assert Change.objects.filter(which="factors", why="The national list", by=cast.jo).count() == 2


def test_a_file_that_would_now_change_something_else_is_shown_again_and_not_loaded(jo, cast):
    first = upload(jo, "factors", FACTORS)
    sooner = upload(jo, "factors", FACTORS.replace("taser,,Taser,Taser,2020-02-01\n", ""))
    assert press_again(jo, "factors", sooner).status_code == 302
    again = press_again(jo, "factors", first)
    assert again.status_code == 200 and [row.code for row in queries.in_force("factors", cast.at.date())] == ["custody"]
    assert press_again(jo, "factors", again).status_code == 302
    assert len(queries.in_force("factors", cast.at.date())) == 2


def test_another_file_takes_the_place_of_the_kept_one(jo):
    first = upload(jo, "factors", FACTORS)
    other = upload(jo, "factors", FACTORS.replace("Taser", "Gwn taser"), draft=kept(first), seen=seen(first))
    assert other.status_code == 200 and "Gwn taser" in said(other) and kept(other) != kept(first)


def test_a_kept_file_is_nobody_elses_no_other_lists_and_forgotten_in_a_day(jo, cast, client):
    first = upload(jo, "factors", FACTORS)
    assert press_again(jo, "methods", first).status_code == 422
    second = make_people.handler("Mo Second", "supervisor", cast.jo.team)
    client.force_login(second.user)
    assert press_again(client, "factors", first).status_code == 422
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at + timedelta(hours=25)):
        upload(jo, "factors", FACTORS)
        assert press_again(jo, "factors", first).status_code == 422
    assert not Code.objects.filter(which="factors").exists()


BAD = {
    "no columns": ("a,b\n1,2\n", "must name its columns"),
    "no date": ("code,parent,name_en,name_cy,since\nx,,X,X,soon\n", "Line 2 cannot be read"),
    "no Welsh": ("code,parent,name_en,name_cy,since\nx,,X,,2020-02-01\n", "needs its name in English and in Welsh"),
    "no group": ("code,parent,name_en,name_cy,since\nx,y,X,X,2020-02-01\n", "which is not in this list"),
    "empty": ("", "must name its columns"),
}


@pytest.mark.parametrize("which", BAD)
def test_a_bad_file_is_refused_with_its_reasons_and_nothing_is_lost(jo, which):
    text, words = BAD[which]
    answer = upload(jo, "factors", text)
    assert answer.status_code == 422 and words in said(answer)
    assert not Code.objects.filter(which="factors").exists()


def test_a_file_that_is_no_text_is_refused(jo):
    answer = upload(jo, "factors", b"\xff\xfe\x00bad")
    assert answer.status_code == 422 and "CSV UTF-8" in said(answer)


def test_a_handler_may_look_and_is_offered_no_change(client, cast):
    client.force_login(cast.sam.user)
    page = said(client.get(address("one", "reasons")))
    assert "Being kept informed" in page and "/rename/" not in page and address("add", "reasons") not in page
    assert client.get(address("export", "reasons")).status_code == 200
    for name, args in (("add", ()), ("load", ()), ("end", ("informed",)), ("rename", ("informed",))):
        assert client.get(address(name, "reasons", *args)).status_code == 403


@pytest.mark.parametrize("on", ["soon", "2026-02-30", "27/3/2026"])
def test_a_day_that_cannot_be_read_is_said(jo, on):
    answer = jo.get(f"{address('one', 'categories')}?on={on}")
    assert answer.status_code == 422 and "Write the day like 2026-03-27" in said(answer)


def test_a_list_or_code_there_is_not_is_not_found(jo):
    for url in (address("one", "colours"), address("end", "categories", "Z9"), address("export", "colours")):
        assert jo.get(url).status_code == 404


def test_a_list_takes_few_queries(jo, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):  # who is asking: six; the list, its history, and when they were last seen
        jo.get(address("one", "categories"))


def test_the_month_counts_a_new_reason_under_its_name(jo, cast):
    text = csvs.written(queries.code_list("reasons")) + "own,,Our own,Ein hun,2026-03-01,,,,,\r\n"
    assert press_again(jo, "reasons", upload(jo, "reasons", text)).status_code == 302
    for _number in range(5):
        make_contacts.contact(cast.ffion, by=cast.sam, at=cast.at, reason="own", kind="enquiry")
    assert "Our own" in said(jo.get(reverse("reports:month_of", args=[2026, 3])))
