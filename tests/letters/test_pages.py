"""The pages of letters: choosing, writing, seeing it exactly as it goes, the letter as it went, the outbox."""

import re

import pytest
from django.template import loader

from gateways import clock
from putright.cases.models import Access, AccessCase
from putright.letters import actions, owed
from putright.letters.models import Letter
from putright.letters.panel import panel
from putright.outbox.sending import send
from putright.paper import blocks
from putright.people.actions import note_person

from ..make import cases as files
from ..make import people
from . import cases, whole

TYPED = {
    "outcome_cy": "Mae’n ddrwg gennym.\n\nNid oedd yn iawn.",
    "reasons_cy": "Gwyliwyd y recordiad.",
    "change_cy": "",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


@pytest.fixture
def case(cast):
    return cases.told(cast.ffion, at=cast.at)


def write_page(case, kind="outcome"):
    return f"/en/staff/cases/{case.reference}/letters/new" + (f"?kind={kind}" if kind else "")


def text(page):
    return page.content.decode()


def test_choosing_shows_every_kind_and_what_is_still_to_be_written(sam, cast, case):
    cases.decided(case, "not_complaint", by=cast.sam, at=cast.at)
    page = text(sam.get(write_page(case, "")))
    assert "Still to be written: This is not a complaint under the law" in page and "How things stand" in page
    assert "Choose a letter" in text(sam.get(write_page(case, "nonsense")))


def test_the_words_are_asked_for_in_the_language_they_go_out_in(sam, cast, case):
    page = text(sam.get(write_page(case)))
    assert 'name="outcome_cy"' in page and 'name="outcome_en"' not in page and "in Welsh" in page
    nobody = cases.told(note_person({"name": "Kit"}, at=cast.at), at=cast.at)
    page = text(sam.get(write_page(nobody)))
    assert 'name="outcome_cy"' in page and 'name="outcome_en"' in page


def test_the_preview_is_the_letter_and_sends_nothing(sam, case):
    page = text(sam.post(write_page(case), TYPED | {"do": "preview"}))
    assert "ffion@complainant.example" in page and "Llythyr i chi – " + case.reference in page
    assert "Gwyliwyd y recordiad." in page and not Letter.objects.exists()


def test_a_preview_can_be_had_as_pdf(sam, case):
    answer = sam.post(write_page(case), TYPED | {"do": "pdf"})
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert not Letter.objects.exists()


def test_sent_it_is_what_was_previewed_and_the_case_page_follows(sam, case):
    shown = text(sam.post(write_page(case), TYPED | {"do": "preview"}))
    answer = sam.post(write_page(case), TYPED | {"do": "send"})
    assert answer.status_code == 302 and answer["Location"].endswith(f"/staff/cases/{case.reference}/")
    letter = Letter.objects.get()
    assert blocks.html(letter.body, letter.values["passages"]) in shown


def test_a_missing_answer_is_asked_for_and_nothing_typed_is_lost(sam, case):
    page = text(sam.post(write_page(case), TYPED | {"outcome_cy": "", "do": "preview"}))
    assert "Enter the result" in page and "Gwyliwyd y recordiad." in page


def test_a_refusal_is_said_and_nothing_typed_is_lost(sam, cast, case):
    page = text(sam.post(write_page(case, "passed_on"), {"do": "preview"}))
    assert "to whom it was passed (PRA 2002 Sch 3 paras 2(5) and 4(6))" in page


def test_words_that_look_like_html_are_shown_as_words(sam, case):
    page = text(sam.post(write_page(case), TYPED | {"outcome_cy": "<script>alert(1)</script>", "do": "preview"}))
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page


def test_changing_the_words_keeps_them(sam, case):
    page = text(sam.post(write_page(case), TYPED | {"do": "change"}))
    assert "Gwyliwyd y recordiad." in page and "See the letter" in page


def test_grounds_written_by_hand_pay_what_was_owed(sam, cast, case):
    cases.decided(case, "not_complaint", by=cast.sam, at=cast.at)
    sam.post(write_page(case, "not_complaint"), {"grounds_cy": "Y cyngor a’i rhoddodd.", "do": "send"})
    assert Letter.objects.get().owed_key == f"letters:decided:{case.reference}:2" and owed.waiting(case) == []


def letter_of(case, cast, *, gone=True):
    letter = actions.write_letter(case, "acknowledgement", {}, by=None, at=cast.at)
    if gone:
        send(letter, at=cast.at)
    return letter


def test_the_letter_as_it_went_and_its_pdf(sam, cast, case):
    letter = letter_of(case, cast)
    page = text(sam.get(f"/en/staff/letters/{letter.pk}/"))
    assert "Annwyl Ffion Rees" in page and "Sent" in page
    pdf = sam.get(f"/en/staff/letters/{letter.pk}/letter.pdf")
    assert pdf.content == bytes(Letter.objects.get().pdf) and case.reference in pdf["Content-Disposition"]


def test_each_page_with_a_letter_leaves_one_access_row(sam, cast, case):
    letter = letter_of(case, cast)
    sam.get(f"/en/staff/letters/{letter.pk}/")
    sam.get("/en/staff/outbox/")
    assert list(Access.objects.values_list("page", flat=True)) == ["outbox:one", "outbox:outbox"]
    assert set(AccessCase.objects.values_list("case_id", flat=True)) == {case.pk}


@pytest.mark.parametrize("where", ["", "letter.pdf"])
def test_a_letter_of_a_case_that_is_not_theirs_is_not_there(client, cast, case, where):
    letter = letter_of(case, cast)
    other = people.handler("Nia Pugh", "standards", people.team("elsewhere", "standards"))
    client.force_login(other.user)
    with clock.fixed(cast.at):
        assert client.get(f"/en/staff/letters/{letter.pk}/{where}").status_code == 404
        assert client.get(f"/en/staff/letters/{letter.pk + 99}/{where}").status_code == 404


def test_somebody_asked_to_put_it_right_neither_reads_its_letters_nor_writes_one(client, cast, case):
    letter = letter_of(case, cast)
    files.grant(case, to=cast.dana)
    client.force_login(cast.dana.user)
    with clock.fixed(cast.at):
        assert client.get(f"/en/staff/letters/{letter.pk}/").status_code == 403
        assert client.get(write_page(case)).status_code == 403


def test_the_panel_shows_letters_and_what_is_owed_in_two_queries(rf, cast, case, django_assert_num_queries):
    letter_of(case, cast)
    cases.decided(case, "outside", by=cast.sam, at=cast.at)
    request = rf.get("/en/")
    request.handler, request.at = cast.sam, cast.at
    with django_assert_num_queries(2):
        shown = panel(request, case)
    assert [letter.kind for letter in shown.values["letters"]] == ["acknowledgement"]
    assert [row["kind"] for row in shown.values["waiting"]] == ["outside"]
    drawn = loader.render_to_string(shown.template, shown.values)
    assert (
        "We have your message" in drawn and "Still to be written" in drawn and f"{case.reference}/letters/new" in drawn
    )
    request.handler = cast.robin
    assert panel(request, case) is None


def test_every_page_is_in_welsh_too(sam, cast, case):
    letter = letter_of(case, cast)
    for path in (write_page(case, ""), write_page(case), f"/en/staff/letters/{letter.pk}/", "/en/staff/outbox/"):
        english, welsh = text(sam.get(path)), text(sam.get(path.replace("/en/", "/cy/", 1)))
        assert 'lang="cy"' in welsh
        title = english.split("<h1")[1].split(">")[1].split("<")[0]
        assert title not in welsh


@pytest.fixture
def recorded(cast):
    return whole.ready(cast, "findings")


def test_only_letters_that_fit_are_offered_and_the_others_say_why_not(sam, case, recorded):
    outside = text(sam.get(write_page(case, "")))
    offered, others = outside.split("Letters that do not fit this case now")
    assert 'value="outcome"' in offered and 'value="findings"' not in offered
    assert "Who can review the result: Only for a complaint recorded under Schedule 3. This one is not." in others
    offered, others = text(sam.get(write_page(recorded.case, ""))).split("Letters that do not fit this case now")
    assert 'value="findings"' in offered and 'value="outcome"' not in offered
    assert "due from 27 March 2027" in others


def test_a_kind_that_does_not_fit_is_not_asked_for(sam, case):
    page = text(sam.get(write_page(case, "review_rights")))
    assert "Choose a letter" in page and "Who hears a review?" not in page


def test_a_letter_that_may_be_for_others_asks_first_for_whom(sam, recorded):
    page = text(sam.get(write_page(recorded.case, "review_decision")))
    assert "Who is it for?" in page and "PC Dai Rees 2417" in page and "Hertfordshire Constabulary" in page
    assert "Choose who it is for" in text(sam.get(write_page(recorded.case, "review_decision") + "&to=somebody"))
    page = text(sam.get(write_page(recorded.case, "review_decision") + "&to=force"))
    assert "· Hertfordshire Constabulary" in page and 'name="to_email"' in page
    assert 'name="to_email"' not in text(sam.get(write_page(recorded.case, "review_decision") + "&to=complainant"))


def test_a_letter_to_an_officer_is_written_seen_and_sent(sam, cast):
    ready = whole.ready(cast, "subject_copy")
    page = write_page(ready.case, "subject_copy") + f"&to=subject:{ready.officer.pk}"
    asked = text(sam.get(page))
    assert "An officer shouted at my mother.&#10;&#10;Nobody answered when I rang." in asked  # it begins as it is recorded
    typed = {"who_shown": "anonymous", "copy": "He shouted.", "welfare_en": "Ring Kim.", "to_email": "rees@herts.police.uk"}
    shown = text(sam.post(page, typed | {"do": "preview"}))
    assert "rees@herts.police.uk" in shown and 'name="copy" value="He shouted."' in shown
    sam.post(page, typed | {"do": "send"})
    letter = Letter.objects.get()
    assert (letter.kind, letter.address, letter.person) == ("subject_copy", "rees@herts.police.uk", None)
    refused = text(sam.post(page, typed | {"to_email": "rees@home.example", "do": "preview"}))
    assert "Give an address for work" in refused and "Ring Kim." in refused


def test_a_day_typed_is_kept_from_the_preview_to_the_letter(sam, recorded):
    page = write_page(recorded.case, "withdrawal_query")
    typed = {"said_on-day": "19", "said_on-month": "3", "said_on-year": "2026"}
    shown = text(sam.post(page, typed | {"do": "preview"}))
    assert 'name="said_on-day" value="19"' in shown and "On 19 March 2026 you told us" in shown
    sam.post(page, typed | {"do": "send"})
    assert "On 19 March 2026" in Letter.objects.get().body
    assert "must be 27 March 2026 or earlier" in text(sam.post(page, typed | {"said_on-year": "2027", "do": "preview"}))


def test_each_point_is_asked_for_by_its_words_and_the_reviewer_is_worked_out(sam, cast, recorded):
    cases.handed_over(recorded.case, "iopc", by=cast.sam, at=cast.at)
    page = text(sam.get(write_page(recorded.case, "findings")))
    assert "1. What was found on this, and why? “An officer shouted at my mother.”" in page
    assert re.search(r'value="REV-4"\s+checked', page)


def test_writing_takes_few_queries(sam, recorded, django_assert_max_num_queries):
    for kind, most in (("", 14), ("findings", 32), ("review_decision", 14)):
        sam.get(write_page(recorded.case, kind))
        with django_assert_max_num_queries(most):
            sam.get(write_page(recorded.case, kind))
