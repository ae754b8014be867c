"""Mending, preparing, signing, taking away and comparing, by people and on the pages."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.utils import translation

from gateways import clock
from putright.cases.actions import allege, take, wall_off
from putright.national import actions, csvs, queries, refusals, rules
from putright.national.fields import FIELDS
from putright.national.forms import CompareForm
from putright.national.models import Filled, PublishedBack, Return, Signature, Sourced
from putright.people.gates import NotAllowed
from tests.make import contacts as make
from tests.make import people as make_people

OF = rules.Quarter(2025, 4)
LATER = datetime(2026, 4, 2, 9, tzinfo=UTC)
PAGE = "staff/national"


@pytest.fixture
def case(cast):
    made = make.contact(cast.ffion, at=cast.at, kind="complaint", place="High Street").case
    allege(made, "He shouted.", "H1", on=cast.at.date(), by=cast.sam, at=cast.at)
    return made


def said(response) -> str:
    return " ".join(response.content.decode().split())


def state(field):
    (known,) = queries.known(queries.complaints(OF))
    return rules.state(field, known)


def test_what_the_case_says_is_read_and_what_no_page_asks_for_is_written_down(cast, case):
    assert state("place").state == rules.THERE and state("allegations").value == "1"
    assert state("gender").state == rules.MISSING
    actions.fill(case, "gender", rules.Told("not stated"), by=cast.sam, at=cast.at)
    assert state("gender") == rules.State(rules.THERE, "not stated")
    actions.fill(case, "gender", rules.Told(why_not="A company complains"), by=cast.sam, at=cast.at)
    assert state("gender").why == "A company complains", "the newest counts"


def test_what_is_refused_when_writing_down(cast, case):
    for field, told, refusal in [
        ("place", rules.Told("x"), refusals.NotByHand), ("gender", rules.Told(" "), refusals.OneOrTheOther),
        ("gender", rules.Told("a", "b"), refusals.OneOrTheOther),
    ]:  # fmt: skip
        with pytest.raises(refusal):
            actions.fill(case, field, told, by=cast.sam, at=cast.at)
    with pytest.raises(NotAllowed):
        actions.fill(case, "gender", rules.Told("x"), by=cast.robin, at=cast.at)
    assert not Filled.objects.exists()


def test_a_return_is_frozen_signed_by_another_person_and_never_changed(cast, case):
    vera = make_people.handler("Vera Senior", "senior", make_people.team("commissioner", "commissioner"))
    with pytest.raises(refusals.NotOver):
        actions.prepare(OF, by=cast.jo, at=cast.at)
    made = actions.prepare(OF, by=cast.jo, at=LATER)
    kept = Return.objects.get()
    assert rules.fingerprint(kept.rows) == kept.fingerprint and kept.missing > 0
    with pytest.raises(refusals.AnotherPerson):
        actions.sign(made, "because", by=cast.jo, at=LATER)
    with pytest.raises(refusals.SayWhyMissing):
        actions.sign(made, by=vera, at=LATER)
    newer = actions.prepare(OF, by=cast.jo, at=LATER)
    with pytest.raises(refusals.NotTheNewest):
        actions.sign(made, "because", by=vera, at=LATER)
    actions.sign(newer, "Asked, and not told.", by=vera, at=LATER)
    with pytest.raises(refusals.SignedAlready):
        actions.sign(newer, "again", by=vera, at=LATER)
    assert Signature.objects.count() == 1
    for change in (lambda: Return.objects.update(missing=0), lambda: Signature.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_rows_of_a_case_kept_from_the_reader_are_neither_listed_nor_in_the_file(client, cast, case):
    made = actions.prepare(OF, by=cast.jo, at=LATER)
    other = make_people.handler("Ana Other", "supervisor", cast.jo.team)
    actions.sign(made, "Asked.", by=other, at=LATER)
    client.force_login(other.user)
    with clock.fixed(LATER):
        read = list(
            csv.DictReader(
                io.StringIO(client.get(f"/en/{PAGE}/returns/{made.pk}/allegations.csv").content.decode("utf-8-sig"))
            )
        )
        assert [(row["reference"], row["subcategory"]) for row in read] == [(case.reference, "H1")]
        notes = client.get(f"/en/{PAGE}/returns/{made.pk}/notes.csv").content.decode("utf-8-sig")
        assert made.fingerprint in notes and "recalled" in notes
        wall_off(case, other, "knows the officer", by=cast.jo, at=LATER)
        for page in ("returns/{}/allegations.csv", "returns/{}/cases.csv", "returns/{}/figures/K1/"):
            assert case.reference not in said(client.get(f"/en/{PAGE}/{page.format(made.pk)}"))
        listed = said(client.get(f"/en/{PAGE}/2025/4/missing/"))
        assert case.reference not in listed and "not open to you: 1." in listed
        assert client.get(f"/en/staff/cases/{case.reference}/national/").status_code == 404


@pytest.mark.parametrize(("language", "missing"), [("en", "Missing"), ("cy", "Ar goll")])
def test_what_to_mend_says_once_what_is_missing_on_each_case(client, cast, case, language, missing):
    other = make.contact(cast.amir, at=cast.at, kind="complaint").case
    for one in (case, other):
        take(one, by=cast.jo, at=cast.at)
    client.force_login(cast.jo.user)
    with clock.fixed(LATER):
        page = said(client.get(f"/{language}/{PAGE}/2025/4/missing/"))
        one = said(client.get(f"/{language}/{PAGE}/2025/4/missing/gender/"))
    with translation.override(language):
        name = str(FIELDS["gender"].name)
    assert page.count(name) == 1 and missing in page
    assert case.reference in page and other.reference in page
    assert one.count(name) == 3, "what is shown, and beside each case"


@pytest.mark.parametrize(("language", "missing"), [("en", "Missing"), ("cy", "Ar goll")])
def test_from_the_dry_run_to_the_figures_published_back(client, cast, case, language, missing):
    client.force_login(cast.jo.user)
    start = f"/{language}/{PAGE}"
    with clock.fixed(LATER):
        assert f"/{language}/{PAGE}/2025/4/" in said(client.get(f"{start}/"))
        assert missing in said(client.get(f"{start}/2025/4/"))
        assert case.reference in said(client.get(f"{start}/2025/4/missing/gender/"))
        shown = f"/{language}/staff/cases/{case.reference}/national"
        assert missing in said(client.get(f"{shown}/"))
        assert client.post(f"{shown}/gender/", {"value": "a", "why_not": "b"}).status_code == 422
        assert client.post(f"{shown}/gender/", {"value": "not stated", "why_not": ""}).status_code == 302
        assert case.reference not in said(client.get(f"{start}/2025/4/missing/gender/"))
        assert client.post(f"{start}/2025/4/prepare/").status_code == 302
        made = Return.objects.get()
        assert client.post(f"{start}/returns/{made.pk}/sign/", {"missing_why": "x"}).status_code == 422
        assert client.get(f"{start}/returns/{made.pk}/cases.csv").status_code == 409
        assert client.get(f"{start}/returns/{made.pk}/compare/").status_code == 200
        table = SimpleUploadedFile("theirs.csv", b"Indicator,Figure\nK1,3\nK99,4\n")
        given = {"source": "Bulletin", "measure": "Indicator", "value": "Figure", "file": table}
        assert client.post(f"{start}/returns/{made.pk}/compare/", given).status_code == 302
        back, lines = queries.lines(made)
        assert back.unread == ["K99"] and (lines[0].ours, lines[0].theirs, lines[0].differs) == (1, "3", 2)
        assert "<strong>2</strong>" in said(client.get(f"{start}/returns/{made.pk}/"))
        assert case.reference in said(client.get(f"{start}/returns/{made.pk}/figures/K1/"))
    assert PublishedBack.objects.count() == 1


def test_a_table_without_the_named_columns_is_refused_and_nothing_is_kept(client, cast, case):
    made = actions.prepare(OF, by=cast.jo, at=LATER)
    client.force_login(cast.jo.user)
    table = SimpleUploadedFile("theirs.csv", b"a,b\n1,2\n")
    given = {"source": "Bulletin", "measure": "Indicator", "value": "Figure", "file": table}
    with clock.fixed(LATER):
        assert client.post(f"/en/{PAGE}/returns/{made.pk}/compare/", given).status_code == 422
    assert not PublishedBack.objects.exists()


@pytest.mark.parametrize("figure", ["inf", "nan", "1e999", "-", "1_0e400", "\N{ARABIC-INDIC DIGIT THREE}", "3\0"])
def test_a_figure_of_theirs_that_is_no_number_never_stops_the_page(client, cast, case, figure):
    made = actions.prepare(OF, by=cast.jo, at=LATER)
    client.force_login(cast.jo.user)
    table = SimpleUploadedFile("theirs.csv", f"Indicator,Figure\nK1,{figure}\n".encode())
    given = {"source": "Bulletin", "measure": "Indicator", "value": "Figure", "file": table}
    with clock.fixed(LATER):
        assert client.post(f"/en/{PAGE}/returns/{made.pk}/compare/", given).status_code == 302
        assert figure.strip("\0") in said(client.get(f"/en/{PAGE}/returns/{made.pk}/"))


def test_a_form_of_comparing_sent_empty_names_each_thing_once():
    said = [str(error) for errors in CompareForm({}).errors.values() for error in errors]
    assert len(said) == len(set(said)) == 4


@pytest.mark.parametrize("length", [41, 200_000])
def test_a_cell_longer_than_any_figure_is_refused_and_not_kept(client, cast, case, length):
    made = actions.prepare(OF, by=cast.jo, at=LATER)
    client.force_login(cast.jo.user)
    table = SimpleUploadedFile("theirs.csv", f"Indicator,Figure\nK1,{'9' * length}\n".encode())
    given = {"source": "Bulletin", "measure": "Indicator", "value": "Figure", "file": table}
    with clock.fixed(LATER):
        assert client.post(f"/en/{PAGE}/returns/{made.pk}/compare/", given).status_code == 422
    assert not PublishedBack.objects.exists()


@pytest.mark.parametrize("text", ["=1+1", "+44", "@SUM(A1)", " =1"])
def test_a_return_holds_no_formula(text):
    (row,) = csv.DictReader(io.StringIO(csvs.written([{"reference": "PR-1", "place": text}]).removeprefix("\ufeff")))
    assert row == {"reference": "PR-1", "place": f"'{text}"}


def test_the_number_of_queries_does_not_grow_with_the_cases(cast, case, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as one:
        queries.known(queries.complaints(OF))
    for _n in range(4):
        make.contact(cast.amir, at=cast.at, kind="complaint")
    with django_assert_num_queries(len(one)):
        assert len(queries.known(queries.complaints(OF))) == 5
    assert len(FIELDS) == len({field.name for field in FIELDS.values()})


def test_a_code_from_memory_is_marked_until_somebody_says_where_they_read_it(client, cast, case, django_assert_max_num_queries):
    before = queries.recalled(OF)
    assert "field method" in before
    with pytest.raises(refusals.NotRecalled):
        actions.read_in("field", "received", "x", by=cast.jo, at=LATER)
    with pytest.raises(NotAllowed):
        actions.read_in("field", "method", "x", by=cast.sam, at=LATER)
    old = actions.prepare(OF, by=cast.jo, at=LATER)
    client.force_login(cast.jo.user)
    with clock.fixed(LATER):
        with django_assert_max_num_queries(12):
            assert "What we know from memory" in said(client.get(f"/en/{PAGE}/recalled/"))
        given = {"source": "Guidance on capturing data, page 12"}
        assert client.post(f"/en/{PAGE}/recalled/field/received/", given).status_code == 404
        assert client.post(f"/en/{PAGE}/recalled/field/method/", given).status_code == 302
        assert client.post(f"/en/{PAGE}/recalled/actions/apology/", given).status_code == 302
        assert "page 12" in said(client.get(f"/cy/{PAGE}/recalled/"))
    after = queries.recalled(OF)
    assert {line.split(":")[0] for line in set(before) - set(after)} == {"field method", "actions apology Apology"}
    old.refresh_from_db()
    assert "field method" in old.rows["recalled"], "what was prepared stays as it was"
    actions.read_in("field", "method", " ", by=cast.jo, at=LATER)
    assert "field method" in queries.recalled(OF)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sourced.objects.all().delete()
