"""The pages of the words, in both languages: listed, changed with an example, signed off, compared, undone, translated."""

import html

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.codes.seeds import ensure
from putright.people.queries import office
from putright.words import forms, queries
from putright.words.models import Checked, SignOff, Version
from putright.words.subjects import shipped
from tests.make import cases as make_cases

LANGUAGES = ("en", "cy")
each_language = pytest.mark.parametrize("language", LANGUAGES)
OLD = "This is how things stand today."


@pytest.fixture
def at_work(client, cast):
    """(somebody) -> a client signed in as them, at the cast's moment."""
    ensure(office(), cast.at)
    with clock.fixed(cast.at):
        yield lambda who: client.force_login(who.user) or client


def fragment(who) -> Client:
    """A browser's script asks for a part of a page, which has not the manners of a whole one."""
    client = Client()
    client.force_login(who.user)
    return client


def address(page, *args, language="en"):
    with translation.override(language):
        return reverse(f"words:{page}", args=args)


def said(answer) -> str:
    return html.unescape(answer.content.decode())


def begun(*which, **changes):
    """A whole form for the shipped words, with changes."""
    subject = shipped()[":".join(which or ("letter", "update"))]
    on = queries.today(clock.now())
    sent = forms.filled_in(subject, subject.shipped, since=on, seen=0)
    sent |= {"since-day": str(on.day), "since-month": str(on.month), "since-year": str(on.year), "why": "Plainer"}
    sent["words_en"] = str(sent["words_en"]).replace(OLD, "Here is where we are.")
    return {key: value for key, value in sent.items() if key != "since"} | {"do": "save"} | changes


@each_language
def test_the_list_says_how_every_subject_stands(at_work, cast, language):
    page = at_work(cast.sam)
    with CaptureQueriesContext(connection) as asked:
        answer = page.get(address("all", language=language))
    words = said(answer)
    assert {"en": "As it came · Welsh not checked", "cy": "Fel y daeth · Cymraeg heb ei gwirio"}[language] in words
    assert {"en": "Sorry for a late reply", "cy": "Mae’n ddrwg gennym am ateb yn hwyr"}[language] in words
    assert len(asked) <= 10, [query["sql"] for query in asked]
    some = said(page.get(address("all", language=language), {"find": "noise-that-is-not-there", "group": "", "state": ""}))
    assert {"en": "Nothing was found", "cy": "Ni chafwyd hyd i ddim"}[language] in some


@each_language
def test_words_are_changed_by_one_and_signed_off_by_another(at_work, cast, language):
    one = address("one", "letter", "update", language=language)
    page = at_work(cast.sam)
    assert page.get(address("edit", "letter", "update", language=language)).status_code == 200
    answer = page.post(address("edit", "letter", "update", language=language), begun())
    assert answer.status_code == 302 and answer["Location"] == one
    waiting = said(page.get(one))
    assert {"en": "A supervisor who did not write it", "cy": "Rhaid i oruchwyliwr nad ysgrifennodd"}[language] in waiting
    assert "Here is where we are." not in waiting.split("<h2")[1]
    jo = at_work(cast.jo)
    assert {"en": "Sign it off", "cy": "Ei gymeradwyo"}[language] in said(jo.get(one))
    assert jo.post(address("sign", "letter", "update", 1, language=language)).status_code == 302
    assert "Here is where we are." in said(jo.get(one))
    again = jo.post(address("sign", "letter", "update", 1, language=language))
    assert again.status_code == 422 and SignOff.objects.count() == 1


@each_language
def test_the_example_and_the_hints_come_without_saving(at_work, cast, language):
    sent = begun(do="look", words_en="{{ greeting }}\n\nMistakes were made. Prior to that.")
    sent["why"] = ""
    answer = at_work(cast.sam).post(address("edit", "letter", "update", language=language), sent)
    words = said(answer)
    assert answer.status_code == 200 and "govuk-error-message" not in words
    assert "mistakes were made" in words and "we made a mistake" in words
    assert {"en": "{#progress} is missing in English", "cy": "Mae’r rhan {#progress} ar goll yn Saesneg"}[language] in words
    assert not Version.objects.exists() and "Prior to that." in words
    whole = said(at_work(cast.sam).post(address("edit", "letter", "update", language=language), begun(do="look")))
    assert "Dear Marged Elis" in whole and "Here is where we are." in whole
    part = fragment(cast.sam).post(address("look", "letter", "update", language=language), begun())
    assert "Dear Marged Elis" in said(part) and "<html" not in said(part)


def test_words_out_of_step_are_refused_with_everything_kept(at_work, cast):
    sent = begun(words_cy="Dim byd")
    answer = at_work(cast.sam).post(address("edit", "letter", "update"), sent)
    assert answer.status_code == 422 and not Version.objects.exists()
    assert "{#progress} is missing in Welsh" in said(answer) and "Here is where we are." in said(answer)


@each_language
def test_two_versions_are_compared_in_words_and_marks(at_work, cast, language):
    page = at_work(cast.sam)
    page.post(address("edit", "letter", "update"), begun())
    words = said(page.get(address("compare", "letter", "update", language=language)))
    assert "<del><b" in words and "<ins><b" in words and {"en": "[out:", "cy": "[allan:"}[language] in words
    assert page.get(address("compare", "letter", "update"), {"a": "9", "b": "0"}).status_code == 404
    assert page.get(address("compare", "letter", "update"), {"a": "x"}).status_code == 404


def test_an_earlier_version_is_taken_up_again_and_nothing_is_taken_away(at_work, cast):
    page = at_work(cast.sam)
    page.post(address("edit", "letter", "update"), begun())
    at_work(cast.jo).post(address("sign", "letter", "update", 1))
    old = at_work(cast.sam).get(address("edit", "letter", "update"), {"from": "0"})
    assert "These are the words of version 0" in said(old) and OLD in said(old)
    sent = begun(seen="1", undoes="0")
    sent["words_en"] = sent["words_en"].replace("Here is where we are.", OLD)
    assert page.post(address("edit", "letter", "update") + "?from=0", sent).status_code == 302
    row = Version.objects.get(number=2)
    assert row.undoes == 0 and row.en == shipped()["letter:update"].shipped["en"]


@each_language
def test_the_example_is_a_pdf_of_any_version(at_work, cast, language):
    for code in LANGUAGES:
        answer = at_work(cast.sam).get(address("example", "letter", "update", 0, code, language=language))
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF") and answer["Content-Type"] == "application/pdf"
    assert at_work(cast.sam).get(address("example", "letter", "update", 7, "en")).status_code == 404
    assert at_work(cast.sam).get(address("example", "office", "phone", 0, "en")).status_code == 404


@each_language
def test_a_translator_reads_side_by_side_signs_and_gets_the_next(at_work, cast, language):
    cast.sam.speaks_welsh = True
    cast.sam.save()
    page = at_work(cast.sam)
    waiting = queries.awaiting(queries.today(cast.at))
    assert reverse("words:beside", args=["letter", "update"])[4:] in said(page.get(address("welsh", language=language)))
    first, second = waiting[0].subject, waiting[1].subject
    here = address("beside", first.group, first.name, language=language)
    answer = page.get(here)
    words = said(answer)
    assert 'lang="en"' in words and 'lang="cy"' in words
    sent = {"english": answer.context["english"], "welsh": answer.context["welsh"]} if answer.context else from_page(words)
    assert page.post(here, sent)["Location"] == address("beside", second.group, second.name, language=language)
    assert Checked.objects.get().by == cast.sam
    assert {"en": "Checked by Sam Adeyemi", "cy": "Gwiriwyd gan Sam Adeyemi"}[language] in said(page.get(here))
    stale = page.post(address("beside", second.group, second.name), {"english": "x", "welsh": "y"})
    assert stale.status_code == 422


def from_page(words):
    return {name: words.split(f'name="{name}" value="')[1].split('"')[0] for name in ("english", "welsh")}


def test_somebody_without_welsh_sees_both_and_signs_nothing(at_work, cast):
    cast.jo.speaks_welsh = False
    cast.jo.save()
    page = at_work(cast.jo)
    words = said(page.get(address("beside", "letter", "update")))
    assert "Somebody who speaks Welsh signs this." in words and 'name="welsh"' not in words
    assert page.post(address("beside", "letter", "update"), {}).status_code == 422


@each_language
def test_an_office_adds_a_paragraph_of_its_own(at_work, cast, language):
    page = at_work(cast.sam)
    assert page.get(address("add", language=language)).status_code == 200
    sent = begun("paragraph", "meeting", name="tea", title_en="Tea", title_cy="Te", words_en="Come to tea.", words_cy="Dewch!")
    sent |= {"stages": ["begin"], "categories": ["A"]}
    assert page.post(address("add", language=language), sent).status_code == 302
    assert Version.objects.get().subject == "paragraph:tea" and "categories: A" in Version.objects.get().en
    assert {"en": "Tea", "cy": "Te"}[language] in said(page.get(address("one", "paragraph", "tea", language=language)))
    assert page.post(address("add"), sent | {"title_en": "Tea again"}).status_code == 422
    assert page.post(address("add"), sent | {"name": "Not Good"}).status_code == 422


def test_no_subject_no_page(at_work, cast):
    page = at_work(cast.sam)
    for name in ("one", "edit", "compare", "beside"):
        assert page.get(address(name, "letter", "nothing")).status_code == 404
    assert page.get(address("edit", "letter", "update"), {"from": "5"}).status_code == 404


def letter_page(case, language="en"):
    with translation.override(language):
        return reverse("letters:new", args=[case.reference]) + "?kind=update"


@each_language
def test_a_paragraph_goes_into_the_letter_with_everything_typed_kept(at_work, cast, language):
    cast.ffion.language = "" if language == "cy" else "en"  # nobody knows which: the letter is in both
    cast.ffion.save()
    case = make_cases.case(cast.ffion)
    type(case).objects.filter(pk=case.pk).update(language="")
    page = at_work(cast.sam)
    shown = said(page.get(letter_page(case, language)))
    assert {"en": "We are still looking", "cy": "Rydym yn dal i edrych"}[language] in shown
    typed = {"progress_en": "Mine.", "progress_cy": "Fy un i.", "next_step_en": "Soon."}
    typed |= {"insert": "still-looking", "into": "progress"}
    answer = said(page.post(letter_page(case, language), typed))
    assert "Mine.\n\nWe have not finished yet." in answer and "Soon." in answer
    assert ("Fy un i.\n\nNid ydym wedi gorffen eto." in answer) is (language == "cy")
    typed |= {"insert": "", "do": "find", "find": "court", "stage": "", "category": ""}
    found = said(page.post(letter_page(case, language), typed))
    assert "court-first" in found or language == "cy"
    assert "still-looking" not in found and "Mine." in found


def test_words_are_checked_when_asked_and_a_send_is_never_stopped(at_work, cast):
    cast.ffion.language = "en"
    cast.ffion.save()
    case = make_cases.case(cast.ffion)
    page = at_work(cast.sam)
    typed = {"progress_en": "We are sorry if you were upset.", "next_step_en": "Nothing, pursuant to that."}
    with CaptureQueriesContext(connection) as asked:
        words = said(page.post(letter_page(case), typed | {"do": "check"}))
    assert "say what upset them" in words and "pursuant" in words and "if you were upset" in words
    assert len(asked) <= 24, len(asked)
    assert page.post(letter_page(case), typed | {"do": "preview"}).status_code == 200
    hints = said(fragment(cast.sam).post(address("hints"), typed))
    assert "say what upset them" in hints and "<html" not in hints
    assert fragment(cast.sam).get(address("hints")).status_code == 405
