"""Letters that are not for the complainant: to the officer and to bodies, each by an address that is safe."""

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.cases.models import ComplainedOf, Event
from putright.clocks.rules import NOT_AN_ANSWER
from putright.letters import actions, addressee, making, rules
from putright.letters.models import FAILED, KEPT, MADE, SENT, Letter
from putright.letters.unfit import NamesThem, NotTheirs, WrongAddress
from putright.outbox.sending import send

from ..make import people
from . import whole

WORK = "d.rees@herts.police.uk"


def preview(cast, ready, kind="subject_copy", **given):
    return making.preview(ready.case, kind, ready.given | given, by=cast.sam, at=ready.at)


def test_an_officer_is_written_to_at_the_station_or_by_work_email_and_never_as_a_member_of_the_public(cast):
    ready = whole.ready(cast, "subject_copy")
    by_post = preview(cast, ready)
    assert (by_post.medium, by_post.person, by_post.status) == ("post", None, MADE)
    assert by_post.address == "PC Dai Rees 2417\nHertford Police Station\nHertford" and "Dear PC Dai Rees 2417" in by_post.body
    assert preview(cast, ready, to_email=WORK).address == WORK
    assert "gwen@complainant.example" not in by_post.body + by_post.address


def test_a_colleague_with_a_log_in_is_written_to_where_they_log_in(cast):
    ready = whole.ready(cast, "subject_copy")
    cast.dana.user.email = "dana@force.example"
    cast.dana.user.save()
    ComplainedOf.objects.filter(pk=ready.officer.pk).update(handler=cast.dana)
    assert preview(cast, ready).address == "dana@force.example"


@pytest.mark.parametrize(
    "given",
    [
        {"to_email": "dai.at.home@mail.example"},
        {"to_email": "d.rees@notpolice.uk"},
        {"to_email": "GWEN@complainant.example"},
        {"to_address": "7 Their Road, Town"},
        {"to_address": "7 Solicitors Row"},
    ],
)
def test_a_copy_never_goes_to_a_home_or_to_an_address_of_the_complainants_side(cast, given):
    ready = whole.ready(cast, "subject_copy")
    them = ready.case.complainant
    them.address = "7 their road  town"
    them.save()
    speaker = people.person("Solicitor", address="7 Solicitors Row")
    from putright.people.models import Representation

    Representation.objects.create(person=them, representative=speaker)
    with pytest.raises(WrongAddress, match="Give an address for work"):
        preview(cast, ready, **given)


def test_an_officer_of_another_case_or_nobody_has_identified_cannot_be_written_to(cast):
    ready, other = whole.ready(cast, "subject_copy"), whole.ready(cast, "subject_copy")
    with pytest.raises(NotTheirs, match="not named on this case"):
        preview(cast, ready, to=f"subject:{other.officer.pk}")
    unknown = ComplainedOf.objects.create(case=ready.case, officer=people.officer(description="A tall man"))
    force = ComplainedOf.objects.create(case=ready.case, officer=people.officer(name="The force", organisational=True))
    assert [value for value, _name in addressee.choices(ready.case, ("subject",), "en")] == [f"subject:{ready.officer.pk}"]
    for row in (unknown, force):
        with pytest.raises(NotTheirs):
            preview(cast, ready, to=f"subject:{row.pk}")


@pytest.mark.parametrize(
    ("shown", "copy", "refused"),
    [
        ("anonymous", "Gwen was there when it happened.", True),
        ("anonymous", "Mrs Parry was frightened.", True),
        ("anonymous", "A woman was frightened.", False),
        ("named", "Mrs Parry was frightened.", False),
        ("named", "Write to gwen@complainant.example about it.", True),
    ],
)
def test_a_copy_without_a_name_has_none_and_no_copy_says_how_to_reach_them(cast, shown, copy, refused):
    ready = whole.ready(cast, "subject_copy")
    given = {"who_shown": shown, "copy": copy}
    if refused:
        with pytest.raises(NamesThem):
            preview(cast, ready, **given)
        return
    body = preview(cast, ready, **given).body
    assert copy.rstrip(".") in body and ("It was made by Gwen Parry." in body) == (shown == "named")


def test_a_word_that_is_also_their_name_is_no_name(cast):
    ready = whole.ready(cast, "subject_copy")
    ready.case.complainant.name = "Ann May"
    assert "he may have" in preview(cast, ready, copy="They said he may have shouted.").body


@pytest.mark.parametrize("body", ["iopc", "local_policing_body"])
def test_a_body_without_an_address_is_kept_for_a_person_to_send(cast, body):
    ready = whole.ready(cast, "delay_notice")
    letter = actions.write_letter(ready.case, "delay_notice", ready.given | {"to": body}, by=cast.sam, at=ready.at)
    assert (letter.status, letter.medium) == (KEPT, "none")
    sent = preview(cast, ready, "delay_notice", to=body, to_email="cases@policeconduct.gov.uk")
    assert sent.address == "cases@policeconduct.gov.uk" and "say that you must be told why" in sent.body


def test_a_copy_of_the_notice_says_that_it_is_one(cast):
    ready = whole.ready(cast, "delay_notice")
    assert "This is your copy." in preview(cast, ready, "delay_notice", to="complainant").body


def test_it_goes_while_the_officer_is_still_named_on_the_case_and_not_after(cast):
    ready, fake = whole.ready(cast, "subject_copy"), FakePost()
    given = ready.given | {"to_email": WORK}
    first, second = (actions.write_letter(ready.case, "subject_copy", given, by=cast.sam, at=ready.at) for _ in range(2))
    with post.standing_in(fake):
        send(first, at=ready.at)
        ComplainedOf.objects.filter(pk=ready.officer.pk).delete()
        send(second, at=ready.at)
    assert [parcel.to for parcel in fake.taken] == [WORK]
    assert list(Letter.objects.order_by("pk").values_list("status", flat=True)) == [SENT, FAILED]


def test_what_goes_to_others_never_counts_as_an_answer_to_the_complainant(cast):
    ready = whole.ready(cast, "subject_copy")
    given = ready.given | {"to_email": WORK}
    with post.standing_in(FakePost()):
        send(actions.write_letter(ready.case, "subject_copy", given, by=cast.sam, at=ready.at), at=ready.at)
    assert Event.objects.get(case=ready.case, verb="sent").facts["kind"] in NOT_AN_ANSWER


def test_only_work_addresses_are_work():
    ours = "complaints@hertfordshire.example"
    assert all(rules.is_work(email, ours) for email in ("", "a@x.police.uk", "b@iopc.gov.uk", "c@HERTFORDSHIRE.example"))
    assert not any(rules.is_work(email, ours) for email in ("a@police.uk.example", "b@mail.example", "c@notpolice.uk"))
