"""Fields keep what was typed, say what is wrong in a plain sentence, and the summary leads to the right box."""

from datetime import UTC, date, datetime

import html5lib
import pytest
from django import forms
from django.http import QueryDict
from django.utils.translation import override

from design import drawing, fields
from design.datefield import DateField
from design.forms import Form, error_prefix, error_summary, wrongs
from design.macros import UnknownOption, render
from design.samples import Sample


@pytest.fixture(autouse=True)
def in_english():
    """A page fetched by an earlier test leaves its language behind."""
    with override("en"):
        yield


AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
GOOD = {
    "name": "Siân Ŵyn-Ŷr",
    "email": "sian@example.com",
    "when-day": "26",
    "when-month": "mawrth",
    "when-year": "2026",
    "way": "email",
    "told": "no",
    "area": "town",
    "words": "What happened",
}


def sent(**changes):
    data = QueryDict(mutable=True)
    for name, value in (GOOD | changes).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return Sample(data, at=AT)


def boxes(form):
    tree = html5lib.parseFragment(str(form), namespaceHTMLElements=False)
    return {
        box.get("name"): box for box in tree.iter() if box.tag in ("input", "textarea") and box.get("type") != "radio"
    }


class Told(Form):
    words = fields.TextArea("What happened?", required=False)


class Day(Form):
    when = DateField("When?", missing="Say when")


def told(text):
    data = QueryDict(mutable=True)
    data["words"] = text
    return Told(data)


def dated(day, month, year, **options):
    form = Day({"when-day": day, "when-month": month, "when-year": year})
    for name, value in options.items():
        setattr(form.fields["when"], name, value)
    return form


def refusal(form, name="when"):
    assert not form.is_valid()
    return str(form.errors[name][0])


def test_a_good_form_is_accepted_and_a_month_may_be_a_welsh_word():
    form = sent()
    assert form.is_valid(), form.errors
    assert form.cleaned_data["when"] == date(2026, 3, 26)
    assert form.cleaned_data["name"] == "Siân Ŵyn-Ŷr"
    assert error_summary(form) == "" and error_prefix(form) == ""


def test_every_error_leads_to_an_input_that_is_on_the_page():
    form = Sample({"when-day": "4", "way": "phone"}, at=AT)
    ids = {element.get("id") for element in html5lib.parseFragment(str(form), namespaceHTMLElements=False).iter()}
    leads = [wrong["href"] for wrong in wrongs(form)]
    assert "#id_when-month" in leads and "#id_told" in leads and "#id_safe" in leads
    assert all(lead[1:] in ids for lead in leads)
    assert error_prefix(form) == "Error: "


def test_a_wrong_date_is_kept_as_typed_and_its_box_is_marked():
    form = sent(**{"when-day": "31", "when-month": "june", "when-year": "2025"})
    assert refusal(form) == "31 June 2025 is not a real date. Check the day and the month"
    drawn = boxes(form)
    assert [drawn[f"when-{box}"].get("value") for box in ("day", "month", "year")] == ["31", "june", "2025"]
    assert "govuk-input--error" in drawn["when-day"].get("class")
    assert "govuk-input--error" not in drawn["when-year"].get("class")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("", "", ""), "Say when"),
        (("1", "", "2026"), "The date must include a month"),
        (("32", "1", "2026"), "The day must be a number from 1 to 31"),
        (("1", "13", "2026"), "The month must be a number from 1 to 12"),
        (("1", "ma", "2026"), "The month must be a number from 1 to 12"),
        (("1", "1", "26"), "The year must have 4 numbers, like 2026"),
        (("1", "1", "20261"), "The year must have 4 numbers, like 2026"),
        (("٣", "x\0", "2026"), "The month must be a number from 1 to 12"),
        (("29", "2", "2026"), "29 February 2026 is not a real date. Check the day and the month"),
        (("31", "12", "1899"), "The date must be 1 January 1900 or later"),
        (("9" * 5000, "1", "2026"), "The day must be a number from 1 to 31"),
    ],
)
def test_each_wrong_date_has_its_own_sentence(typed, sentence):
    assert refusal(dated(*typed)) == sentence


def test_the_future_is_refused_from_the_forms_own_moment():
    assert refusal(sent(**{"when-day": "28"})) == "The date must be 27 March 2026 or earlier"
    assert sent(**{"when-day": "27"}).is_valid()


def test_today_is_londons_today():
    almost = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert Sample(at=almost).fields["when"].not_after == date(2026, 7, 2)


def test_a_form_with_a_past_date_cannot_be_made_without_the_moment():
    with pytest.raises(ValueError, match="at=request.at"):
        Sample()


@pytest.mark.parametrize("text", ["😟 سطر ثانٍ", "\u200fעברית\u200e", "ŵŷŴŶ", "<b>&amp;</b>", "a \"quote\" and 'one'"])
def test_emoji_right_to_left_and_markup_are_kept_exactly(text):
    form = told(text)
    assert form.is_valid()
    assert form.cleaned_data["words"] == text
    assert boxes(form)["words"].text == text


def test_new_lines_survive_being_shown_again_and_again():
    text = "first\n    second\n\n\tthird"
    for _round in range(3):
        form = told(text.replace("\n", "\r\n"))
        text = boxes(form)["words"].text
    assert form.is_valid() and form.cleaned_data["words"] == text
    assert text == "first\n    second\n\n\tthird"


def test_unprintable_characters_are_dropped_not_an_error():
    form = told("be\0fore\x07 \x1b[1mafter\ud800")
    assert form.is_valid()
    assert form.cleaned_data["words"] == "before [1mafter"
    assert "\0" not in str(form)


def test_text_that_is_too_long_is_refused_in_a_sentence_and_kept_in_the_box():
    form = told("x" * 100_000)
    assert (
        refusal(form, "words") == "Your answer is too long. It must be 50,000 characters or fewer. You wrote 100,000."
    )
    assert boxes(form)["words"].text == "x" * 100_000
    assert told("x\r\n" * 25_000).is_valid(), "a new line counts once"


def test_choices_that_were_not_offered_are_refused():
    form = sent(told="perhaps\0", needs=["print", "gold"], area="moon")
    assert (
        refusal(form, "told")
        == refusal(form, "needs")
        == refusal(form, "area")
        == "Choose one of the answers in the list"
    )


def test_what_was_ticked_stays_ticked():
    drawn = str(sent(needs=["bsl"], name=""))
    assert 'value="bsl" checked' in drawn and 'value="print" checked' not in drawn


def test_a_closed_question_is_not_asked():
    assert sent(way="email", safe="").is_valid()
    assert refusal(sent(way="phone", safe=""), "safe") == "Say when it is safe to ring"
    opened = sent(way="phone", safe="after 6")
    assert opened.is_valid() and opened.cleaned_data["safe"] == "after 6"
    assert str(sent()).count('name="safe"') == 1


@pytest.mark.parametrize("number", ["01632 960 001", "+44 (0)808 157-0192 ext 4", "101 2345"])
def test_numbers_people_can_ring_are_accepted(number):
    assert sent(number=number).is_valid()


@pytest.mark.parametrize("number", ["call me", "12", "0163-EVIL-2960001"])
def test_other_numbers_get_an_example(number):
    assert refusal(sent(number=number), "number").startswith("Enter a phone number, like")


def test_sentences_are_welsh_on_a_welsh_page():
    with override("cy"):
        form = sent(**{"when-day": "31", "when-month": "6", "when-year": "2025", "name": ""})
        assert refusal(form) == "Nid yw 31 Mehefin 2025 yn ddyddiad go iawn. Gwiriwch y diwrnod a’r mis"
        assert "Mae problem" in error_summary(form) and error_prefix(form) == "Gwall: "
        assert "Diwrnod" in str(form) and ">Day<" not in str(form)


def test_errors_about_the_whole_form_lead_to_its_first_input():
    form = told("")
    form.is_valid()
    form.add_error(None, "Somebody else changed this")
    assert wrongs(form) == [{"text": "Somebody else changed this", "href": "#id_words"}]


def test_an_option_the_macros_would_ignore_is_refused():
    with pytest.raises(UnknownOption, match="button does not know: colour"):
        render("button", {"text": "Go", "colour": "red"})


def test_a_question_may_be_the_heading_of_its_page():
    class One(Form):
        words = fields.TextArea("What happened?", heading=True)

    assert One().heads_page and "<h1" in str(One()["words"])
    assert drawing.first_input(One()["words"]) == "id_words"


def test_a_librarys_own_field_is_drawn_as_ours_and_a_password_is_never_sent_back():
    class SignIn(forms.Form):
        password = forms.CharField(
            label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
        )
        code = forms.CharField(label="Code")

    form = SignIn({"password": "a secret"})
    drawn = drawing.foreign(form["password"])
    assert 'type="password"' in drawn and 'autocomplete="current-password"' in drawn and "a secret" not in drawn
    assert wrongs(form)[0]["href"] == "#id_code" and "govuk-error-message" in drawing.foreign(form["code"])


def test_a_hidden_value_that_was_tampered_with_is_refused_and_leads_to_an_input_that_shows():
    form = sent(key="k" * 300)
    assert refusal(form, "key").startswith("Your answer is too long.")
    assert wrongs(form) == [{"text": str(form.errors["key"][0]), "href": "#id_name"}]
