"""The pages of letters: choosing, writing, seeing it exactly as it goes, the letter as it went, the outbox."""

import pytest
from django.template import loader

from gateways import clock
from putright.cases.models import Access, AccessCase
from putright.letters import actions, blocks, owed, queries
from putright.letters.models import Letter
from putright.letters.panel import panel
from putright.letters.sending import send
from putright.people.actions import note_person

from ..make import cases as files
from ..make import people
from . import cases

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
    assert list(Access.objects.values_list("page", flat=True)) == ["letters:one", "letters:outbox"]
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


def test_the_outbox_is_newest_first_by_pages_with_troubled_ones_on_top(sam, cast, case):
    letters = [letter_of(case, cast) for _ in range(queries.PAGE + 2)]
    kept = cases.told(note_person({"name": "Kit"}, at=cast.at), at=cast.at)
    letter_of(kept, cast)
    page = text(sam.get("/en/staff/outbox/"))
    assert page.index("You need to look at these") < page.index(kept.reference) < page.index("Newest first")
    oldest_shown = letters[-queries.PAGE].pk
    assert f"?before={oldest_shown}" in page
    older = text(sam.get(f"/en/staff/outbox/?before={oldest_shown}"))
    assert older.count("/staff/letters/") == 2 and "You need to look" not in older
    assert sam.get("/en/staff/outbox/?before=nonsense").status_code == 200


def test_the_outbox_takes_few_queries(sam, cast, case, django_assert_max_num_queries):
    for _ in range(queries.PAGE):
        letter_of(case, cast)
    sam.get("/en/staff/outbox/")  # the first request of a session also notes that it is in use
    with django_assert_max_num_queries(12):
        sam.get("/en/staff/outbox/")


def test_a_kept_letter_is_settled_by_saying_they_were_told(sam, cast):
    kept = letter_of(cases.told(note_person({"name": "Kit"}, at=cast.at), at=cast.at), cast)
    page = text(sam.get(f"/en/staff/letters/{kept.pk}/"))
    assert "Tell them yourself in a safe way" in page and "Send it again" not in page
    assert sam.post(f"/en/staff/letters/{kept.pk}/told/", {"told": "no"}).status_code == 200
    assert sam.post(f"/en/staff/letters/{kept.pk}/told/", {"told": "yes"}).status_code == 302
    kept.refresh_from_db()
    assert kept.status == "sent"
    assert "already said" in text(sam.post(f"/en/staff/letters/{kept.pk}/told/", {"told": "yes"}))


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
