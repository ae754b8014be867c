"""A pack goes out of one office and into another, and out again as it was. Nobody types a case twice."""

import io
import json
import uuid
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateways import clock
from putright.cases.actions import factor, name_officer, see_consent, wall_off
from putright.cases.log import Line, broken_at, write
from putright.cases.models import Allegation, Case, Choice, Event, Wall
from putright.contacts.models import Contact
from putright.documents.actions import add, keep
from putright.documents.models import Document
from putright.packs import files, making, queries, refusals, schema, taking_in
from putright.packs.actions import hand_over, take_in
from putright.packs.models import TakenIn
from putright.people.actions import represent
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from tests.make import allocation as make
from tests.make import people

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


@pytest.fixture
def case(cast):
    return make.sufficient(cast.ffion, cast.sam)


def out(case, at, body="standards"):
    return making.pack(queries.matter(Case.objects.get(pk=case.pk)), body, at)


def elsewhere(made, cast, *, beside=None, slug="essex"):
    """Take it in as another office."""
    people.office(slug)
    text = json.dumps(made).encode()
    return take_in(taking_in.read(beside or text), by=cast.sam, at=cast.at)


def test_a_case_comes_in_with_everything_it_had(case, cast):
    make.attempt(case, cast.sam)
    add(PNG, "photo.png", case=case, by=cast.sam, at=cast.at)
    speaker = represent(cast.ffion, {"name": "Non Parry", "phone": "07700 900456"}, "sister", by=cast.sam, at=cast.at)
    see_consent(case, speaker, on=date(2026, 3, 20), by=cast.sam, at=cast.at)
    made = out(case, cast.at)
    came = elsewhere(made, cast, beside=files.packed(made, "en"))
    again = out(came, cast.at)
    assert making.content(again, without="essex") == making.content(made)
    assert again["complainant"]["representative"]["consent_seen_on"] == "2026-03-20"
    assert came.pk != case.pk and came.stage == "recorded" or came.recorded_at is None
    assert again["references"] == [{"office": "hertfordshire", "reference": case.reference}]
    assert Document.objects.filter(case=came).get().content.sha256 == made["documents"][0]["sha256"]
    history = Event.objects.filter(case=came, verb="happened_before")
    assert {event.facts["office"] for event in history} == {"hertfordshire"} and broken_at(came) is None


def test_the_same_pack_again_is_the_same_case(case, cast):
    made = out(case, cast.at)
    first, second = elsewhere(made, cast), elsewhere(made, cast)
    assert first == second and TakenIn.objects.count() == 1 and Contact.objects.filter(case=first).count() == 1


def test_what_was_recorded_there_is_recorded_since_that_day(case, cast):
    Case.objects.filter(pk=case.pk).update(recorded_at=cast.at - timedelta(days=2))
    came = elsewhere(out(case, cast.at), cast)
    assert (came.stage, came.recorded_at) == ("recorded", cast.at - timedelta(days=2))
    assert came.received_at == case.received_at


def test_documents_that_did_not_come_along_stay_named_and_go_on_named(case, cast):
    add(PNG, "photo.png", case=case, by=cast.sam, at=cast.at)
    made = out(case, cast.at)
    came = elsewhere(made, cast)
    (one,) = out(came, cast.at)["documents"]
    assert (one["name"], one["sha256"], one["held"]) == ("photo.png", made["documents"][0]["sha256"], "elsewhere")


def test_a_document_that_is_not_what_the_pack_says_brings_nothing_in(case, cast):
    add(PNG, "photo.png", case=case, by=cast.sam, at=cast.at)
    made = out(case, cast.at)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as packing:
        packing.writestr("pack.json", json.dumps(made))
        packing.writestr(f"documents/{made['documents'][0]['sha256']}", PNG + b"1")
    before = Case.objects.count()
    with pytest.raises(refusals.WrongBytes):
        elsewhere(made, cast, beside=packed.getvalue())
    assert Case.objects.count() == before and not TakenIn.objects.exists()


def test_what_we_made_ourselves_is_no_second_case(case, cast):
    made = out(case, cast.at)
    with pytest.raises(refusals.Ours, match=case.reference):
        take_in(taking_in.read(json.dumps(made).encode()), by=cast.sam, at=cast.at)


def test_whoever_it_is_about_is_kept_out_here_as_well(case, cast):
    Handler.objects.filter(pk=cast.jo.pk).update(collar_number="9911")
    came = elsewhere(out(case, cast.at), cast)
    assert Wall.objects.filter(case=came, handler=cast.jo).exists()


@pytest.mark.parametrize("content", [b"", b"x", b"[]", b"{}", b"PK\x03\x04broken", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_pack_is_refused_in_words(content, cast):
    with pytest.raises((refusals.NotReadable, refusals.NotAPack)):
        taking_in.read(content)


def test_a_field_nobody_knows_is_refused_by_name(case, cast):
    made = out(case, cast.at) | {"surprise": 1}
    with pytest.raises(refusals.NotAPack, match="surprise"):
        taking_in.read(json.dumps(made).encode())


def test_only_the_front_team_takes_in(case, cast):
    made = out(case, cast.at)
    people.office("essex")
    with pytest.raises(NotAllowed):
        take_in(taking_in.read(json.dumps(made).encode()), by=cast.pat, at=cast.at)


def test_the_command_prints_the_new_reference_and_says_what_is_wrong(case, cast, tmp_path, capsys):
    file = tmp_path / "pack.json"
    file.write_text(files.as_json(out(case, cast.at)), encoding="utf-8")
    people.office("essex")
    call_command("take-in", str(file), by="sam")
    assert capsys.readouterr().out.strip() == TakenIn.objects.get().case.reference
    for wrong, by in ((str(tmp_path / "none.json"), "sam"), (str(file), "nobody"), (str(file), "pat")):
        with pytest.raises(CommandError):
            call_command("take-in", wrong, by=by)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_makes_a_case_of_it_and_says_what_is_wrong(language, client, case, cast):
    made = out(case, cast.at)
    people.office("essex")
    with translation.override(language):
        here = reverse("packs:take_in")
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        assert client.get(here).status_code == 200
        wrong = client.post(here, {"file": SimpleUploadedFile("x.json", b"x")})
        assert wrong.status_code == 422 and TakenIn.objects.count() == 0
        right = client.post(here, {"file": SimpleUploadedFile("pack.json", json.dumps(made).encode())})
        came = TakenIn.objects.get().case
        assert right.status_code == 302 and right.url.endswith(f"/staff/cases/{came.reference}/")
        assert client.get(right.url).status_code == 200
        assert came.reference in client.get(here).content.decode()


def test_a_walled_case_is_in_nobodys_list_of_what_was_taken_in(client, case, cast):
    came = elsewhere(out(case, cast.at), cast)
    wall_off(came, cast.sam, "knows them", by=cast.jo, at=cast.at)
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        assert came.reference not in client.get(reverse("packs:take_in")).content.decode()


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(str.strip)
SHORT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
BEGAN = datetime(2020, 2, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 6 * 365 * 24 * 3600).map(lambda seconds: BEGAN + timedelta(seconds=seconds))
CONTACTS = st.lists(
    st.fixed_dictionaries({
        "received_at": MOMENTS, "channel": st.sampled_from(["web", "phone", "letter", "counter"]), "words": WORDS,
        "language": st.sampled_from(["", "en", "cy"]), "wants": SHORT, "about": SHORT, "place": SHORT,
        "kind": st.sampled_from(["", "complaint", "dissatisfaction"]), "happened_words": SHORT, "crime_reference": SHORT,
        "happened_on": st.none() | st.dates(date(2000, 1, 1), date(2026, 3, 1)),
    }), min_size=1, max_size=3,
)  # fmt: skip
OFFICERS = st.lists(
    st.fixed_dictionaries({"name": SHORT, "collar_number": SHORT, "rank": SHORT, "station": SHORT, "description": SHORT,
                           "organisational": st.booleans(),
                           "office_holder": st.sampled_from(["", "chief_officer", "commissioner"])}), max_size=3,
)  # fmt: skip
SAFE = st.fixed_dictionaries({}, optional={"no_email": st.just(True), "no_phone": st.just(True), "note": WORDS,
                                           "not_before": st.just("09:30")})  # fmt: skip
PEOPLE = st.none() | st.fixed_dictionaries({
    "name": WORDS, "language": st.sampled_from(["en", "cy"]), "email": st.sampled_from(["", "a@complainant.example"]),
    "phone": st.sampled_from(["", "07700 900123"]), "address": SHORT, "postcode": st.sampled_from(["", "SA31 2NF"]),
    "prefers": st.sampled_from(["", "email", "post"]), "safe_contact": SAFE, "adjustments": SHORT, "at_risk": st.booleans(),
})  # fmt: skip
ALLEGED = st.lists(
    st.tuples(WORDS, st.sampled_from(["A1", "B4", "C", "H1"]), st.booleans(), st.sampled_from(["", "schedule-3.resolved"])),
    max_size=3,
)  # fmt: skip


MATTERS = st.fixed_dictionaries({
    "who": PEOPLE, "told": CONTACTS, "named": OFFICERS, "alleged": ALLEGED, "decided": st.booleans(),
    "attempted": st.booleans(), "file": st.booleans(),
})  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(it=MATTERS)
def test_out_in_and_out_again_says_the_same(it, cast):
    """For generated cases: whatever a pack says of the matter, the next office's own pack says too, and the one after."""
    people.office("hertfordshire")
    made = build(cast, it["who"], it["told"], it["named"], it["alleged"])
    if it["decided"]:
        make.decision(made, cast.sam, must_refer=it["attempted"])
    if it["attempted"]:
        make.attempt(made, cast.sam)
    if it["file"]:
        keep(PNG, "photo.png", case=made, came_with=uuid.uuid4(), by=cast.sam, at=cast.at)
    first = out(made, cast.at)
    schema.Pack.model_validate(first)
    came = elsewhere(first, cast, beside=files.packed(first, "en") if it["file"] else None)
    second = out(came, cast.at)
    assert making.content(second, without="essex") == making.content(first)
    third = out(elsewhere(second, cast, slug="cleveland"), cast.at)
    assert [one for one in third["chronology"] if one["office"] == "hertfordshire"] == first["chronology"]
    assert third["references"][0] == {"office": "hertfordshire", "reference": made.reference}


def build(cast, who, told, named, alleged):
    person = people.note_person(who, at=cast.at) if who else None
    made = make.case(person, at=min(one["received_at"] for one in told), language=who["language"] if who else "")
    for one in sorted(told, key=lambda each: each["received_at"]):
        make.contact(made, at=one["received_at"], **{key: value for key, value in one.items() if key != "received_at"})
    officers = [people.officer(**one) for one in named]
    for officer in officers:
        name_officer(made, officer, by=cast.sam, at=cast.at)
    for number, (words, category, about, outcome) in enumerate(alleged, start=1):
        row = Allegation.objects.create(case=made, number=number, words=words, category=category, edition="test")
        row.officers.set(officers[:1] if about else [])
        if outcome:
            Choice.objects.create(allegation=row, which="outcomes", code=outcome, on=date(2026, 3, 1))
    if any(outcome for *_rest, outcome in alleged):
        write(made, Line("concluded", cast.at, cast.sam, facts={"number": 1}))
    return Case.objects.get(pk=made.pk)


def test_a_pack_that_went_is_the_one_that_was_shown(case, cast):
    factor(case, 1, [], by=cast.sam, at=cast.at)
    shown = out(case, cast.at)
    assert hand_over(case, "standards", by=cast.sam, at=cast.at).pack == shown
