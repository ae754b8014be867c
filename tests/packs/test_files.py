"""What a pack is as a file: the published shape, Centurion's words, paper, and everything together."""

import csv
import io
import json
import zipfile
from pathlib import Path

import jsonschema_rs
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.cases.actions import allege, wall_off
from putright.cases.models import Case
from putright.compared import vocabulary
from putright.documents.actions import add
from putright.documents.models import Content
from putright.imports.vocabulary import columns
from putright.packs import drawn, files, making, queries, rules, schema
from putright.packs.actions import hand_over
from putright.people.models import Handler
from tests.make import allocation as make

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "docs" / "handover" / "putright-handover-2.schema.json"


@pytest.fixture
def case(cast):
    return make.sufficient(cast.ffion, cast.sam)


def out(case, at, body="standards", **sent):
    return making.pack(queries.matter(Case.objects.get(pk=case.pk)), body, at, rules.Sending(**sent))


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", " ")


@pytest.mark.parametrize("body", rules.BODIES)
def test_every_pack_is_of_the_shape_in_docs(body, case, cast):
    made = json.loads(files.as_json(out(case, cast.at, body, receiver="Mind", agreed=True)))
    jsonschema_rs.validator_for(json.loads(PUBLISHED.read_text())).validate(made)
    schema.Pack.model_validate(made)


def test_what_is_not_of_that_shape_is_not_valid(case, cast):
    validator = jsonschema_rs.validator_for(json.loads(PUBLISHED.read_text()))
    made = json.loads(files.as_json(out(case, cast.at)))
    for wrong in (
        {**made, "surprise": 1},
        {**made, "contacts": []},
        {**made, "id": 7},
        {k: v for k, v in made.items() if k != "id"},
    ):
        assert not validator.is_valid(wrong)


def test_the_shape_in_docs_is_the_one_that_is_checked_and_the_one_anybody_can_fetch(client, case):
    assert json.loads(PUBLISHED.read_text()) == schema.published()
    answer = client.get(reverse("packs:schema"))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/schema+json"
    fetched = json.loads(answer.content)
    assert fetched.pop("$id").endswith(reverse("packs:schema"))
    assert fetched == {key: value for key, value in schema.published().items() if key != "$id"}


def test_in_centurion_s_words_it_is_a_row_for_each_allegation(case, cast):
    allege(case, "=He lied", "H1", on=cast.at.date(), by=cast.sam, at=cast.at)
    read = list(csv.DictReader(io.StringIO(vocabulary.as_csv(out(case, cast.at)).removeprefix("\ufeff"))))
    assert [row["Allegation Number"] for row in read] == ["1", "2"]
    assert read[0]["LPB Reference"] == case.reference and read[0]["Method Received"] == "Online form"
    assert read[0]["Date Received"] == "2026-03-27" and read[0]["Referral Required"] == "None"
    assert read[1]["Allegation Details"] == "'=He lied"  # no spreadsheet runs it


def test_every_column_from_general_knowledge_is_marked_so():
    sure = {column.ours for column in columns() if not column.recalled}
    assert sure == {"received", "recorded", "category_words"}
    assert all(column.recalled for column in columns() if column.codes)


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("body", rules.BODIES)
def test_on_paper_it_says_everything_in_the_reader_s_language(body, language, case, cast):
    make.attempt(case, cast.sam)
    made = out(case, cast.at, body, receiver="Mind", agreed=True)
    printed = drawn.pdf(made, language)
    read = words_of(printed)
    assert case.reference in read and "Ffion Rees" in read and "shouted at my mother" in read
    assert ("The person" if language == "en" else "Y person") in read
    assert ("Withheld." if language == "en" else "Wedi’i ddal yn ôl.") in read
    assert b"/MarkInfo" in printed and (b"/Lang(" + (b"en" if language == "en" else b"cy")) in printed.replace(
        b" ", b""
    )


def test_nothing_anybody_wrote_runs_on_paper_and_every_letter_is_drawn_or_said(case, cast):
    make.contact(case, words='#panic("x") $x$ ŵ ŷ ‏שלום 😟 <b>' + "long " * 3000)
    assert '#panic("x") $x$ ŵ ŷ' in words_of(drawn.pdf(out(case, cast.at), "en"))


def test_what_was_said_in_recovery_is_withheld_and_named_so_with_the_law(case, cast):
    make.attempt(case, cast.sam)
    made = out(case, cast.at)
    assert {"part": "recovery", "what": "", "ground": "inadmissible", "source": "PRA 2002 Sch 3 para 6(2E)"} in made[
        "withheld"
    ]
    assert "lost his temper" not in files.as_json(made)


def test_a_sealed_document_is_named_with_its_hash_and_its_bytes_do_not_go(case, cast):
    kept = add(b"%PDF-1.4 harmless", "plan.pdf", case=case, by=cast.sam, at=cast.at)
    open_zip = zipfile.ZipFile(io.BytesIO(files.packed(out(case, cast.at), "en")))
    assert f"documents/{kept.content.sha256}" in open_zip.namelist()
    Content.objects.update(sealed_for="found", scanned="found")
    made = out(case, cast.at)
    names = zipfile.ZipFile(io.BytesIO(files.packed(made, "en"))).namelist()
    assert names == ["pack.json", "pack.csv", "pack.pdf"]
    assert made["documents"][0]["held"] == "sealed" and made["withheld"][-1]["what"] == "plan.pdf"


def test_an_agency_gets_the_person_and_their_words_and_not_who_did_what(case, cast):
    made = out(case, cast.at, "agency", receiver="Mind", agreed=True)
    assert made["contacts"] and made["complainant"]["name"] == "Ffion Rees"
    assert not (made["officers"] or made["allegations"] or made["decisions"] or made["documents"])
    grounds = {one["part"]: one["source"] for one in made["withheld"]}
    assert grounds == dict.fromkeys(("officers", "allegations", "decisions"), "UK GDPR art 5(1)(c)")


def test_whoever_of_theirs_is_kept_out_is_named_to_them_and_to_no_other_body(case, cast):
    wall_off(case, cast.pat, "is her cousin", by=cast.jo, at=cast.at)
    assert out(case, cast.at)["handling"]["keep_from"] == [{"name": "Pat Okoro", "why": "is her cousin"}]
    assert out(case, cast.at, "panel")["handling"]["keep_from"] == []
    assert Handler.objects.get(pk=cast.pat.pk).team.kind == "standards"


@pytest.mark.parametrize("which", list(files.KINDS))
def test_each_file_of_what_went_can_be_saved_and_no_other(which, client, case, cast):
    went = hand_over(case, "standards", by=cast.sam, at=cast.at)
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        for language in ("en", "cy"):
            with translation.override(language):
                answer = client.get(reverse("packs:went_file", args=[case.reference, went.pk, which]))
            assert (
                answer.status_code == 200 and f'"{case.reference}-standards.{which}"' in answer["Content-Disposition"]
            )
        assert client.get(reverse("packs:went_file", args=[case.reference, went.pk, "exe"])).status_code == 404


def test_a_pack_of_the_first_format_is_still_read_as_it_went(client, case, cast):
    went = hand_over(case, "standards", by=cast.sam, at=cast.at)
    old = {
        "format": "putright-handover-1", "reference": case.reference, "for": "standards", "made_at": cast.at.isoformat(),
        "received_at": cast.at.isoformat(), "recorded_at": None, "complainant": {"name": "Ffion Rees"},
        "contacts": [], "officers": [], "recovery": [], "promised": [],
        "allegations": [{"number": 1, "words": "Shouted", "category": "H1", "category_words": {}, "officers": ["Sergeant 9911"]}],
        "decision": {}, "events": [{"at": cast.at.isoformat(), "verb": "received"}],
    }  # fmt: skip
    type(went).objects.filter(pk=went.pk).update(pack=old)
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        page = client.get(reverse("packs:went", args=[case.reference, went.pk])).content.decode()
        assert "Sergeant 9911" in page and "(CSV)" not in page
        assert client.get(reverse("packs:went_file", args=[case.reference, went.pk, "pdf"])).status_code == 404
