"""Bad input: a plain answer in the reader's language, and nothing typed is lost."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.contacts.models import Contact
from tests.contacts.web.walk import ORDINARY, boxes, carried, fill, send, walk

pytestmark = pytest.mark.usefixtures("cast")


def errors(page) -> str:
    content = page.content.decode()
    assert 'class="govuk-error-summary"' in content, content
    return content.split('class="govuk-error-summary"')[1].split("</ul>")[0]


@pytest.mark.parametrize(("lang", "sentence"), [("en", "in your own words"), ("cy", "yn eich geiriau eich hun")])
@pytest.mark.parametrize("words", ["", "   \n\t "])
def test_empty_words_are_asked_for_again(client, lang, sentence, words):
    walk(client, upto="what-happened")
    assert sentence in errors(fill(client, "what-happened", {"words": words}, lang=lang))


@pytest.mark.parametrize(("lang", "sentence"), [("en", "You wrote"), ("cy", "ysgrifen")])
@pytest.mark.parametrize("size", [50_001, 100_000, 5_000_000])
def test_far_too_long_words_are_kept_in_the_box_and_told_their_length(client, lang, sentence, size):
    walk(client, upto="what-happened")
    words = "llythyr hir " * (size // 12) + "x" * (size % 12)
    page = fill(client, "what-happened", {"words": words}, lang=lang)
    assert sentence in errors(page)
    assert f"{size:,}" in errors(page) and "50,000" in errors(page)
    assert boxes(page)["words"] == words


def test_far_too_long_words_cannot_be_saved_for_later_and_are_not_lost(client):
    walk(client, upto="what-happened")
    page = fill(client, "what-happened", {"words": "x" * 100_000}, save="yes")
    assert "You wrote" in errors(page)
    assert len(boxes(page)["words"]) == 100_000


def test_the_longest_words_that_fit_are_sent_whole(client):
    words = "ŵ😀" * 25_000
    send(client, walk(client, ORDINARY | {"what-happened": {"words": words}}))
    assert Contact.objects.get().words == words


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_more_than_can_be_read_at_all_gets_a_plain_page(client, lang):
    walk(client, upto="what-happened")
    page = client.post(f"/{lang}/tell-us/what-happened/", {"words": "x" * 13_000_000})
    assert page.status_code == 413
    assert {"en": "That is too long to send", "cy": "rhy hir i’w anfon"}[lang] in page.content.decode()


@pytest.mark.parametrize(
    "words",
    ["הקצין צעק עליי", "الشرطي صرخ في وجهي\nمرتين", "😡😡 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "ŵ ŷ Ŵ Ŷ", "<script>alert(1)</script> & {{ 7*7 }}"],
)
def test_words_in_any_writing_are_kept_as_typed(client, words):
    checked = walk(client, ORDINARY | {"what-happened": {"words": words}})
    assert 'dir="auto"' in checked.content.decode()
    send(client, checked)
    assert Contact.objects.get().words == words


def test_letters_no_database_can_hold_are_left_out_and_the_rest_is_kept(client):
    send(client, walk(client, ORDINARY | {"what-happened": {"words": "be\x00fore\x07 and after"}}))
    assert Contact.objects.get().words == "before and after"


def dated(day: str, month: str, year: str) -> dict[str, str]:
    return {"when_known": "day", "happened_on-day": day, "happened_on-month": month, "happened_on-year": year}


@pytest.mark.parametrize(("lang", "sentence"), [("en", "not a real date"), ("cy", "ddyddiad go iawn")])
def test_a_date_that_does_not_exist_is_shown_as_typed(client, lang, sentence):
    walk(client, upto="when")
    page = fill(client, "when", dated("30", "2", "2026"), lang=lang)
    assert sentence in errors(page)
    assert (boxes(page)["happened_on-day"], boxes(page)["happened_on-year"]) == ("30", "2026")


@pytest.mark.parametrize(("lang", "sentence"), [("en", "or earlier"), ("cy", "gynharach")])
def test_a_date_in_the_future_is_refused(client, lang, sentence):
    walk(client, upto="when")
    tomorrow = clock.now() + timedelta(days=1)
    page = fill(client, "when", dated(str(tomorrow.day), str(tomorrow.month), str(tomorrow.year)), lang=lang)
    assert sentence in errors(page)


def test_not_knowing_when_is_an_answer(client):
    send(client, walk(client, ORDINARY | {"when": {"when_known": "unknown"}}))
    assert (Contact.objects.get().happened_on, Contact.objects.get().happened_words) == (None, "")


def test_roughly_when_is_kept_in_their_words(client):
    send(client, walk(client, ORDINARY | {"when": {"when_known": "roughly", "happened_words": "early March"}}))
    assert Contact.objects.get().happened_words == "early March"


@pytest.mark.parametrize(
    ("slug", "typed", "sentence"),
    [
        ("reach", {}, "Give us an email address"),
        ("reach", {"email": "not-an-address"}, "correct format"),
        ("reach", {"phone": "ring me"}, "Enter a phone number"),
        ("reach", {"email": "a@b.example", "prefers": "post"}, "way you like best"),
        ("safe-contact", {"avoid": ["no_email", "no_phone"]}, "leaves no way to answer you"),
        ("safe-contact", {"not_before": "15:00", "not_after": "09:00"}, "Choose a later time"),
        ("safe-contact", {"avoid": ["no_pigeons"]}, "Choose one of the answers"),
        ("kind", {"kind": "nonsense"}, "Choose one of the answers"),
        ("name", {"name": " "}, "Enter your name"),
        ("name", {"name": "x" * 201}, "too long"),
    ],
)
def test_what_is_wrong_is_said_and_how_to_mend_it(client, slug, typed, sentence):
    walk(client)
    assert sentence in errors(fill(client, slug, typed))


def test_boxes_we_did_not_ask_for_are_not_kept(client):
    page = walk(client, upto="where")
    client.post("/en/tell-us/where/", {**carried(page), "place": "Ware", "secret": "x" * 1000, "words": "other"})
    from putright.contacts.models import Draft

    assert Draft.objects.get().answers["where"] == {"place": ["Ware"]}


def test_a_question_that_does_not_exist_is_a_page_not_found(client):
    for lang in ("en", "cy"):
        assert client.get(f"/{lang}/tell-us/no-such-page/").status_code == 404


def test_a_question_opened_out_of_the_blue_begins_the_form(client):
    assert client.get("/en/tell-us/reach/", follow=True).request["PATH_INFO"] == "/en/tell-us/safe/"
    for slug in ("check", "sent", "saved"):
        assert client.get(f"/cy/tell-us/{slug}/", follow=True).request["PATH_INFO"] == "/cy/tell-us/safe/"
