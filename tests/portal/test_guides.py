"""The public's guides: both languages, live promises, services with their numbers, leaflets, plain words."""

import re
import tomllib
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from gateways import clock
from putright.people.queries import office
from putright.portal import actions, charter, directory, owed, texts
from putright.portal.models import Counted, Service
from putright.portal.refusals import NoSuchService
from putright.reports.months import Month
from putright.reports.queries import figures
from putright.reports.sources import Scope
from putright.words import plain
from tests.make import contacts, people

pytestmark = pytest.mark.usefixtures("cast")
FRIDAY = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
JANUARY = date(2026, 1, 1)
ADDRESSES = {
    "expect": "what-to-expect", "expected": "what-we-expect", "charter": "our-promises", "rights": "your-rights",
    "victims": "look-again",
    "support": "help-and-support", "bodies": "other-bodies", "leaflets": "leaflets",
}  # fmt: skip
each_name = pytest.mark.parametrize("name", texts.NAMES)
each_language = pytest.mark.parametrize("language", ["en", "cy"])
JARGON = tomllib.loads((Path(plain.__file__).with_name("shipped") / "jargon.toml").read_text(encoding="utf-8"))


def said(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


@pytest.fixture
def friday():
    with clock.fixed(FRIDAY):
        yield


@each_language
@each_name
def test_every_guide_leads_to_the_others_and_home(client, friday, name, language):
    page = said(client, f"/{language}/{ADDRESSES[name]}/")
    assert f'href="/{language}/"' in page and 'class="govuk-breadcrumbs' in page
    for other, address in ADDRESSES.items():
        assert (f'href="/{language}/{address}/"' in page.split("<footer")[0]) == (other != name), other


@each_language
@each_name
def test_a_guide_costs_few_questions_of_the_database(client, friday, django_assert_max_num_queries, name, language):
    with django_assert_max_num_queries(5):
        assert client.get(f"/{language}/{ADDRESSES[name]}/").status_code == 200


@each_language
def test_the_start_page_and_the_foot_lead_to_them(client, language):
    page = said(client, f"/{language}/")
    for address in ADDRESSES.values():
        assert f'href="/{language}/{address}/"' in page


@each_name
def test_both_languages_have_the_same_pieces_and_places(name):
    english, welsh = texts.sheet(name, "en"), texts.sheet(name, "cy")
    shape = [[(bool(s.heading), s.places, len(s.paragraphs)) for s in words.sections] for words in (english, welsh)]
    assert shape[0] == shape[1] and english.subject != welsh.subject
    assert english.places <= texts.PLACES


def test_what_we_expect_says_that_it_is_the_wording_that_came(client):
    assert "This is the wording this service starts with" in said(client, "/en/what-we-expect/")
    assert "This is the wording this service starts with" not in said(client, "/en/your-rights/")


def sentences(name: str, language: str) -> list[str]:
    words = texts.sheet(name, language)
    told = [text for one in words.sections for text in (one.heading, *one.paragraphs) if "{{" not in text]
    if name in ("support", "bodies"):
        wanted = directory.BODIES if name == "bodies" else ""
        told += [row.helps for row in directory.rows(language) if (row.need == directory.BODIES) == bool(wanted)]
    pieces = [piece for text in told for line in text.split("\n") for piece in re.split(r"(?<=[.?!:])\s", line)]
    return [piece for piece in pieces if piece.strip(" -")]


def syllables(word: str) -> int:
    found = len(re.findall(r"[aeiouy]+", word.lower().removesuffix("e")))
    return max(1, found)


@each_name
def test_the_english_can_be_read_at_eleven(name):
    """Flesch-Kincaid grade and five years: the age of that grade."""
    told = sentences(name, "en")
    words = re.findall(r"[A-Za-z’]+", " ".join(told))
    grade = 0.39 * len(words) / len(told) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    assert len(words) > 15 and grade + 5 <= 11, f"{grade + 5:.1f}"


@each_language
@each_name
def test_sentences_are_short_and_without_jargon(name, language):
    told = sentences(name, language)
    assert [one for one in told if len(one.split()) > {"en": 25, "cy": 30}[language]] == []
    text = " ".join(told)
    jargon = plain.listed(JARGON[language])
    assert [t for t in jargon if re.search(rf"\b{re.escape(t)}\b", text, 0 if t.isupper() else re.I)] == []


def counted(promise: str, kept: int, missed: int) -> None:
    Counted.objects.create(month=JANUARY, promise=promise, kept=kept, missed=missed, counted_at=FRIDAY)


def test_the_charter_shows_todays_promises_with_the_quarters_figures_and_hides_small_ones(client, friday):
    counted("first-contact", 190, 10)
    counted("refer", 97, 3)
    counted("update", 0, 0)
    page = said(client, "/en/our-promises/")
    assert "190 kept in time, 10 late (95.0% in time)" in page
    assert "Too few to show" in page and "Nothing fell due" in page and "Not counted yet" in page
    assert "97.0%" not in page and "1 January 2026" in page and "within one working day" in page
    assert "Cadwyd 190 mewn pryd, 10 yn hwyr (95.0% mewn pryd)" in said(client, "/cy/our-promises/")


def test_the_charter_follows_the_promises_of_the_office_in_use(client, friday):
    people.office("dyfed-powys")
    assert len(charter.lines(office(), "en", at=FRIDAY)) == 4


def test_the_rounds_count_the_quarter_once_a_day():
    [(key, since)] = owed.owed(FRIDAY, limit=5)
    assert key == "portal:count:2026-01-01:2026-03-27" and since < FRIDAY
    for _ in range(3):
        owed.fulfil(key, at=FRIDAY)
    assert list(owed.owed(FRIDAY, limit=5)) == []
    assert {one.promise for one in Counted.objects.all()} == set(charter.COUNTED)
    assert [key for key, _ in owed.owed(FRIDAY.replace(day=28), limit=5)] == ["portal:count:2026-01-01:2026-03-28"]


def test_what_is_counted_is_what_the_months_say_together(cast):
    for day in (2, 3, 4):
        contacts.contact(cast.ffion, at=FRIDAY.replace(day=day))
    contacts.contact(cast.ffion, at=FRIDAY.replace(month=2, day=4))
    march, at = Month(2026, 3), datetime(2026, 4, 20, 9, tzinfo=UTC)
    actions.count((march.previous, march, march.next), at=at)
    months = [figures(Scope(month, office(), at)) for month in (march.previous, march, march.next)]
    shown = {one.promise: (one.kept, one.missed) for one in Counted.objects.filter(month=date(2026, 2, 1))}
    added = {p: tuple(sum(m.parts(fate).get(p, 0) for m in months) for fate in ("kept", "missed")) for p in charter.COUNTED}
    assert shown == added and shown["first-contact"] == (0, 4)


@each_language
def test_services_stand_by_need_with_numbers_that_can_be_rung(client, friday, language):
    page = said(client, f"/{language}/help-and-support/")
    assert 'href="tel:08001111"' in page and ('href="tel:08081640123"' in page) == (language == "cy")
    assert "0300 020 0096" not in page and 'href="tel:03000200096"' in said(client, f"/{language}/other-bodies/")


def test_every_service_that_came_is_complete_in_both_languages():
    for row in directory.came():
        assert row["need"] in directory.NEEDS and row["source"] in ("website", "recalled")
        assert all(row[what][one] for what in ("name", "helps") for one in ("en", "cy")), row["key"]
    assert len({row["key"] for row in directory.came()}) == len(directory.came())


def test_the_office_checks_changes_and_takes_out_services(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(FRIDAY):
        assert "Not checked yet" in said(client, "/en/staff/services/")
        assert client.post("/en/staff/services/childline/check/").status_code == 302
        assert "We checked this on 27 March 2026." in said(client, "/en/help-and-support/")
        new = {"need": "speak", "name_en": "Penarth Advice", "helps_en": "Free advice.", "helps_cy": "Cyngor am ddim."}
        wrong = client.post("/en/staff/services/add/", new)
        assert wrong.status_code == 422 and "Enter its name in Welsh" in wrong.content.decode()
        good = new | {"name_cy": "Cyngor Penarth", "website": "https://advice.example/"}
        assert client.post("/en/staff/services/add/", good).status_code == 302
        assert "Cyngor Penarth" in said(client, "/cy/help-and-support/")
        assert 'href="https://advice.example"' in said(client, "/en/help-and-support/")
        assert client.post("/en/staff/services/samaritans/end/").status_code == 302
        assert "Samaritans" not in said(client, "/en/help-and-support/")
        assert client.post("/en/staff/services/samaritans/end/").status_code == 404
        ours = Service.objects.get(name_en="Penarth Advice")
        changed = good | {"helps_en": "Free legal advice."}
        assert client.post(f"/en/staff/services/{ours.pk}/", changed).status_code == 302
        assert "Free legal advice." in said(client, "/en/help-and-support/")
        assert Service.objects.filter(name_en="Penarth Advice").count() == 2  # what stood before stays on the record
    with pytest.raises(NoSuchService):
        actions.end_service(str(ours.pk), by=cast.sam, at=FRIDAY)


@each_language
@pytest.mark.parametrize("slug", ["rights", "rights-large", "expect", "charter-large", "expected"])
def test_a_leaflet_is_a_tagged_pdf_in_its_language(client, friday, slug, language):
    answer = client.get(f"/{language}/leaflets/{slug}.pdf")
    assert answer["Content-Type"] == "application/pdf"
    pdf = PdfReader(BytesIO(answer.content))
    root, words = pdf.trailer["/Root"], " ".join("".join(page.extract_text() for page in pdf.pages).split())
    assert texts.sheet(slug.removesuffix("-large"), language).subject in words
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"] and str(root["/Lang"]).lower().startswith(language)
    assert "If you sent it now" not in words and "01632 960101" in words


def test_large_print_is_larger(client, friday):
    small, large = (PdfReader(BytesIO(client.get(f"/en/leaflets/rights{size}.pdf").content)) for size in ("", "-large"))
    assert len(large.pages) > len(small.pages)


def test_there_is_no_other_leaflet(client):
    assert client.get("/en/leaflets/secrets.pdf").status_code == 404
