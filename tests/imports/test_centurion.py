"""What comes back from the force's own system is suggested on the case, and written down by a person or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gateways import clock
from putright.allocation.models import Handover
from putright.cases import log, stages
from putright.cases.actions import wall_off
from putright.cases.models import Case, Event
from putright.cases.queries import open_to
from putright.imports import centurion, refusals
from putright.imports.models import Returned
from putright.packs import actions
from putright.people.gates import NotAllowed
from tests.make import cases as make_cases

pytestmark = pytest.mark.django_db
HEAD = "LPB Reference,Centurion Ref,Result,Date Finalised"


@pytest.fixture
def handed(cast):
    case = make_cases.case(cast.ffion)
    Case.objects.filter(pk=case.pk).update(stage=stages.HANDED_OVER)
    went = Handover.objects.create(case=case, body="standards", pack={}, at=cast.at, by=cast.sam)
    log.write(case, log.Line("handed_over", cast.at, cast.sam, facts={"body": "standards", "handover": went.pk}))
    return Case.objects.get(pk=case.pk)


def file(*lines: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *lines, ""]).encode()


def suggest(cast, *lines, **more):
    return centurion.suggest("export.csv", file(*lines, **more), Case.objects.all(), by=cast.jo, at=cast.at)


def test_it_is_suggested_by_our_reference_and_the_case_does_not_change(cast, handed):
    before = Event.objects.count()
    came = suggest(cast, f"{handed.reference.lower()},CO/123/26,Service provided was acceptable,20/03/2026")
    (made,) = came.suggested
    assert (made.case, made.their_reference, str(made.finalised_on)) == (handed, "CO/123/26", "2026-03-20")
    assert Handover.objects.get().their_reference == "" and Event.objects.count() == before
    assert Case.objects.get(pk=handed.pk).version == handed.version


def test_every_row_is_suggested_or_listed_and_again_is_once(cast, handed):
    own = make_cases.case(cast.amir)
    lines = [f"{handed.reference},CO/1,,", "PR-00000-00000,CO/2,,", f"{own.reference},CO/3,,", ",CO/4,,"]
    lines.append(f"{handed.reference},,,")
    for _ in range(2):
        came = suggest(cast, *lines, f"{handed.reference},CO/1,,,extra")
        assert came.rows == len(came.suggested) + len(came.listed) == 6
        assert [code for _row, _reference, code in came.listed] == [
            "no_case", "not_handed", "no_theirs", "nothing_said", "unreadable",
        ]  # fmt: skip
        assert all(sentence for _row, _reference, sentence in came.reasons())
    assert Returned.objects.count() == 1


def test_a_walled_case_is_answered_like_one_that_is_not_there(cast, handed, client):
    wall_off(handed, cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at):
        pages = [
            client.post("/en/staff/import/came-back/", {"file": SimpleUploadedFile("x.csv", file(f"{reference},CO/1,,"))})
            for reference in (handed.reference, "PR-00000-00000")
        ]
    walled, missing = (page.content.decode() for page in pages)
    assert "There is no case with that reference that you can open" in walled
    assert "There is no case with that reference that you can open" in missing
    assert not Returned.objects.exists()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_case_shows_it_and_the_form_is_filled_with_it_until_a_person_writes_it_down(cast, handed, client, language):
    client.force_login(cast.jo.user)
    upload = SimpleUploadedFile("export.csv", file(f"{handed.reference},CO/123/26,Service was acceptable,20/03/2026"))
    with clock.fixed(cast.at):
        page = client.post(f"/{language}/staff/import/came-back/", {"file": upload}).content.decode()
        assert handed.reference in page and "CO/123/26" in page
        shown = client.get(f"/{language}/staff/cases/{handed.reference}/").content.decode()
        assert "CO/123/26" in shown and "Service was acceptable" in shown
        form = client.get(f"/{language}/staff/cases/{handed.reference}/receipt/").content.decode()
        assert 'value="CO/123/26"' in form
        told = {"receipt_at": cast.at, "receipt_from": "PSD", "outcome_at": cast.at, "outcome": "Done"}
        Handover.objects.update(their_reference="CO/9", **told)
        assert "CO/123/26" not in client.get(f"/{language}/staff/cases/{handed.reference}/").content.decode()


def test_a_file_without_our_reference_or_with_nothing_to_suggest_is_refused(cast):
    for head in ("Name,Result", "LPB Reference,Name", "Centurion Ref,Name"):
        with pytest.raises(refusals.OtherLayout):
            suggest(cast, "a,b", head=head)
    with pytest.raises(NotAllowed):
        centurion.suggest("x.csv", file(), Case.objects.all(), by=cast.sam, at=cast.at)


def receipt_for(case, number, cast):
    actions.receipt(Handover.objects.get(case=case), number, "PSD", by=cast.sam, at=cast.at)


def test_without_our_reference_it_is_found_by_the_number_the_receipt_gave(cast, handed):
    receipt_for(handed, "CO/123/26", cast)
    came = suggest(cast, "co 123 26,Service was acceptable", ",Nothing", "CO/999/26,Other", head="Centurion Ref,Result")
    assert [one.case for one in came.suggested] == [handed]
    assert [code for _row, _reference, code in came.listed] == ["no_reference", "no_theirs"]


def test_a_number_two_cases_were_given_chooses_neither_and_a_walled_one_is_not_counted(cast, handed):
    other = make_cases.case(cast.amir)
    Case.objects.filter(pk=other.pk).update(stage=stages.HANDED_OVER)
    Handover.objects.create(case=other, body="standards", pack={}, at=cast.at, by=cast.sam)
    for case in (handed, other):
        receipt_for(Case.objects.get(pk=case.pk), "CO/1", cast)
    lines, head = ("CO/1,Acceptable",), "Centurion Ref,Result"
    assert [code for *_, code in suggest(cast, *lines, head=head).listed] == ["several"]
    wall_off(Case.objects.get(pk=handed.pk), cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    came = centurion.suggest("x.csv", file(*lines, head=head), open_to(cast.jo, at=cast.at), by=cast.jo, at=cast.at)
    assert [one.case.pk for one in came.suggested] == [other.pk]


def test_what_an_earlier_file_said_of_a_case_finds_it_again(cast, handed):
    suggest(cast, f"{handed.reference},CO/7,,")
    came = suggest(cast, "CO/7,Acceptable", head="Centurion Ref,Result")
    assert [(one.case, one.result) for one in came.suggested] == [(handed, "Acceptable")]
