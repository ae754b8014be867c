"""A message that came back is found by its number, which nobody else can sign."""

from datetime import timedelta

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.cases.models import Event
from putright.contacts.channels.email.models import Bounce
from putright.contacts.models import Contact
from putright.messages import rules
from putright.messages.actions import put, put_all, settle
from putright.messages.models import Message
from tests.contacts.email.corpus.returned import STATUS, report
from tests.make.mail import arrives
from tests.make.raw_mail import message

from .rounds import go_round, keys, new


@pytest.fixture
def sent(cast):
    row = put(new(), at=cast.at)
    with post.standing_in(FakePost()):
        go_round(cast.at)
    return row


def again(row):
    return Message.objects.get(pk=row.pk)


def test_a_report_of_the_mail_server_finds_it_and_is_nobodys_work(cast, sent):
    late = cast.at + timedelta(hours=1)
    reading = arrives(report(sent.message_id), sender="", at=late)
    assert (reading.state, reading.case) == ("noted", None) and not Contact.objects.exists() and not Event.objects.exists()
    assert len(keys(late)) == 1
    go_round(late)
    after = again(sent)
    assert (after.state, after.state_at) == (rules.BACK, late) and after.trouble and keys(late) == []


def test_a_second_report_changes_nothing_and_one_after_a_new_offer_does(cast, sent):
    late = cast.at + timedelta(hours=1)
    for code in ("5.1.1", "5.2.2"):
        arrives(report(sent.message_id, status=STATUS.replace("5.1.1", code)), sender="", at=late)
        go_round(late)
    assert Bounce.objects.count() == 2 and again(sent).state == rules.BACK and keys(late) == []
    settle(sent, told=True, by=cast.sam, at=late)
    go_round(late)
    assert again(sent).state == rules.SENT
    arrives(report(sent.message_id, status=STATUS.replace("5.1.1", "5.7.1")), sender="", at=late)
    go_round(late)
    assert again(sent).state == rules.BACK


def test_that_it_is_late_is_no_bounce(cast, sent):
    arrives(report(sent.message_id).replace(b"failed", b"delayed"), sender="", at=cast.at)
    assert Bounce.objects.get().action == "delayed" and keys(cast.at) == []


@pytest.mark.parametrize("spoil", [lambda one: one[:-3] + "aaa", lambda one: one.replace("ourmessage", "0123456789")])
def test_a_forged_number_finds_nothing_and_waits_for_a_person(cast, sent, spoil):
    local, _, domain = sent.message_id.strip("<>").partition("@")
    reading = arrives(report(f"<{spoil(local)}@{domain}>"), sender="", at=cast.at)
    assert (reading.state, reading.why) == ("tray", "bounce") and keys(cast.at) == [] and again(sent).state == rules.SENT


def test_somebody_is_away_is_noted_and_no_bounce(cast, sent):
    reading = arrives(
        message("I am away", auto_submitted="auto-replied", subject="Out of office", in_reply_to=sent.message_id), at=cast.at
    )
    assert (reading.state, reading.nature) == ("noted", "auto") and keys(cast.at) == []


def test_a_person_who_answers_is_a_contact_as_ever(cast, sent):
    arrives(message("What is this about?", in_reply_to=sent.message_id), at=cast.at)
    assert Contact.objects.count() == 1 and again(sent).state == rules.SENT


def test_forty_of_one_mailing_that_came_back_are_each_found_and_fill_no_tray(cast):
    put_all([new(f"7:{number}", many=True) for number in range(40)], at=cast.at)
    with post.standing_in(FakePost()):
        go_round(cast.at)
    states = {arrives(report(one.message_id), sender="", at=cast.at).state for one in Message.objects.order_by("pk")}
    go_round(cast.at)
    assert states == {"noted"} and set(Message.objects.values_list("state", flat=True)) == {rules.BACK}
