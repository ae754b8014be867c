"""Passing thanks on: to the officer, the supervisor and back to the sender, with the sender's words."""

import pytest

from gateways import clock
from putright.cases.actions import name_officer
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.letters.models import KEPT, MADE, SENT, Letter
from putright.letters.refusals import PartMissing
from putright.mailings import actions, owed, owing
from putright.mailings.refusals import NoThanks
from putright.mailings.thanks import Thanks
from putright.outbox.sending import send
from putright.people.actions import note_officer, note_person
from putright.people.gates import NotAllowed

from ..letters import cases
from ..make import contacts, people

PRAISE = "PC Lowri Price was so kind to my mother. Ann Jones"
OFFICER = Thanks("PC Lowri Price", "lowri@f.police.uk", "Sgt Huw Bevan", "huw@f.police.uk")


@pytest.fixture
def case(cast):
    ann = note_person({"name": "Ann Jones", "email": "ann@y.example", "language": "en"}, at=cast.at)
    return cases.told(ann, at=cast.at, words=PRAISE, kind="compliment")


def test_one_press_tells_the_officer_the_supervisor_and_the_sender(cast, case):
    actions.pass_on_thanks(case, OFFICER, by=cast.sam, at=cast.at)
    officer, supervisor, sender = Letter.objects.order_by("pk")
    assert [one.address for one in (officer, supervisor, sender)] == ["lowri@f.police.uk", "huw@f.police.uk", "ann@y.example"]
    assert all("so kind to my mother" in one.body for one in (officer, supervisor, sender))
    assert "Dear PC Lowri Price" in officer.body and "It came from Ann Jones." in officer.body
    assert "Dear Sgt Huw Bevan" in supervisor.body and "PC Lowri Price" in supervisor.body
    assert "PC Lowri Price  \nSgt Huw Bevan" in sender.body and officer.person is None


def test_they_go_out_like_any_letter(cast, case):
    for letter in actions.pass_on_thanks(case, OFFICER, by=cast.sam, at=cast.at):
        send(letter, at=cast.at)
    assert set(Letter.objects.values_list("status", flat=True)) == {SENT}


def test_a_sender_who_is_left_out_is_in_no_word_of_the_notes(cast, case):
    actions.pass_on_thanks(case, Thanks("PC Lowri Price", unnamed=True), by=cast.sam, at=cast.at)
    *notes, sender = Letter.objects.order_by("pk")
    assert not any("Ann" in f"{note.body}{note.values}" or "Jones" in note.body for note in notes)
    assert "We did not tell them your name." in sender.body and "Ann Jones" in sender.body


def test_without_an_address_it_is_kept_for_a_person_to_hand_over(cast, case):
    actions.pass_on_thanks(case, Thanks("PC Lowri Price"), by=cast.sam, at=cast.at)
    assert [one.status for one in Letter.objects.order_by("pk")] == [KEPT, KEPT, MADE]
    assert "the supervisor of PC Lowri Price" in Letter.objects.get(kind="thanks_told").body


def test_a_stations_thanks_go_to_whoever_is_in_charge(cast, case):
    actions.pass_on_thanks(case, Thanks("Hwlffordd", station=True), by=cast.sam, at=cast.at)
    assert list(Letter.objects.order_by("pk").values_list("kind", flat=True)) == ["thanks_supervisor", "thanks_told"]
    assert "everybody at Hwlffordd" in Letter.objects.get(kind="thanks_supervisor").body
    assert "the person in charge at Hwlffordd" in Letter.objects.get(kind="thanks_told").body


def test_words_of_a_complaint_on_the_same_file_never_reach_the_officer(cast):
    case = cases.told(cast.amir, at=cast.at, words="He shouted at me.", kind="complaint")
    with pytest.raises(NoThanks):
        actions.pass_on_thanks(case, OFFICER, by=cast.sam, at=cast.at)
    contacts.contact(cast.amir, at=cast.at, joins=case, kind="compliment", words="But the sergeant was kind.")
    actions.pass_on_thanks(case, OFFICER, by=cast.sam, at=cast.at)
    notes = Letter.objects.filter(kind__startswith="thanks")
    assert notes.count() == 3 and not any("shouted" in note.body for note in notes)


def test_if_one_cannot_be_made_none_is(cast, case):
    Contact.objects.filter(case=case).update(words=" ")
    with pytest.raises(PartMissing):
        actions.pass_on_thanks(case, OFFICER, by=cast.sam, at=cast.at)
    assert not Letter.objects.exists()


@pytest.mark.parametrize("who", ["robin", "toni", "pat", "dana"])
def test_only_the_front_team_passes_thanks_on(cast, case, who):
    with pytest.raises(NotAllowed):
        actions.pass_on_thanks(case, OFFICER, by=getattr(cast, who), at=cast.at)


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def test_from_the_case_one_press_and_then_nothing_is_owed(sam, cast, case):
    here = f"/en/staff/cases/{case.reference}/"
    before = sam.get(here).content.decode()
    assert "Whoever was thanked, and their supervisor." in before and f"{case.reference}/letters/thanks" in before
    given = {"where": "officer", "thanked": "PC Lowri Price", "officer_email": "lowri@f.police.uk", "unnamed": "yes"}
    shown = sam.post(f"{here}letters/thanks", given | {"do": "preview"}).content.decode()
    assert "Letters: 3." in shown and "Dear PC Lowri Price" in shown and not Letter.objects.exists()
    kept = sam.post(f"{here}letters/thanks", given | {"do": "change"}).content.decode()
    assert "lowri@f.police.uk" in kept
    assert sam.post(f"{here}letters/thanks", given | {"do": "send"}).status_code == 302
    assert Letter.objects.count() == 3
    assert "Whoever was thanked, and their supervisor." not in sam.get(here).content.decode()


def test_a_refusal_is_said_and_nothing_typed_is_lost(sam, cast):
    case = cases.told(cast.amir, at=cast.at, kind="complaint")
    given = {"where": "officer", "thanked": "PC Lowri Price", "do": "send"}
    page = sam.post(f"/en/staff/cases/{case.reference}/letters/thanks", given).content.decode()
    assert "Nobody was thanked on this case" in page and "PC Lowri Price" in page


def test_the_page_is_in_welsh_too(sam, case):
    page = sam.get(f"/cy/staff/cases/{case.reference}/letters/thanks").content.decode()
    assert "Trosglwyddo’r diolch" in page and "I bwy y diolchwyd?" in page


@pytest.fixture
def officer(cast):
    sergeant, made = (
        people.handler(name, "local_supervisor", cast.dana.team) for name in ("Sgt Huw Bevan", "Lowri Price")
    )  # fmt: skip
    for one, email in ((sergeant, "huw@f.police.uk"), (made, "lowri@home.example")):
        one.user.email = email
        one.user.save()
    made.collar_number, made.managed_by = "1234", sergeant
    made.save()
    return made


def named(case, cast, **details):
    known = {"name": "Lowri Price", "rank": "PC", "collar_number": "1234"} | details
    name_officer(case, note_officer(**known), by=cast.sam, at=cast.at)


def round_up(cast):
    found = [key for key, _since in owed.owed(cast.at, limit=5)]
    for key in found * 3:
        owed.fulfil(key, at=cast.at)
    return found


def test_once_the_officer_is_known_they_their_supervisor_and_the_sender_are_told_unasked_and_once(cast, case, officer):
    assert round_up(cast) == []
    named(case, cast)
    assert round_up(cast) == [f"mailings:thanks:{case.reference}"] and round_up(cast) == []
    told = {one.kind: one for one in Letter.objects.order_by("pk")}
    assert len(told) == Letter.objects.count() == 3
    assert told["thanks_officer"].address == "lowri@home.example"  # the address they log in with
    assert told["thanks_supervisor"].address == "huw@f.police.uk" and "PC Lowri Price 1234" in told["thanks_supervisor"].body
    assert "Jones" not in told["thanks_officer"].body and "Jones" not in told["thanks_supervisor"].body  # nobody asked her
    assert "We did not tell them your name." in told["thanks_told"].body and "Sgt Huw Bevan" in told["thanks_told"].body


def test_a_name_without_the_number_is_perhaps_another_and_the_work_page_asks(cast, case, officer, client):
    named(case, cast, collar_number="")
    assert round_up(cast) == []
    case.assigned_to = cast.sam
    case.save(update_fields=["assigned_to"])
    (one,) = owing.for_handler(Case.objects.all(), cast.sam, cast.at)
    assert one.case == case and one.href.endswith("/letters/thanks")
    assert not owing.for_handler(Case.objects.none(), cast.sam, cast.at)
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        assert one.what in client.get("/en/staff/my-work/?show=mine").content.decode()
    actions.pass_on_thanks(case, OFFICER, by=cast.sam, at=cast.at)
    assert owing.for_handler(Case.objects.all(), cast.sam, cast.at) == []


def test_thanks_that_were_passed_on_by_hand_are_not_passed_on_again(cast, case, officer):
    actions.pass_on_thanks(case, OFFICER, by=cast.sam, at=cast.at)
    named(case, cast)
    assert round_up(cast) == [] and Letter.objects.filter(kind="thanks_officer").count() == 1


def test_a_supervisor_without_an_address_of_work_gets_none_by_email(cast, case, officer):
    officer.managed_by.user.email = "huw@home.example"
    officer.managed_by.user.save()
    named(case, cast)
    round_up(cast)
    assert Letter.objects.get(kind="thanks_supervisor").status == KEPT
