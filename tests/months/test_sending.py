"""A signed report goes to each board on its day: once, whatever the mail server does."""

from datetime import UTC, datetime, timedelta

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.messages import owed as messages
from putright.messages import rules as mail
from putright.months import actions, owed, queries, refusals
from putright.months.models import Sending
from putright.months.rules import Period
from tests.contacts.email.corpus.returned import report
from tests.make.mail import arrives

from .made import AFTER, LAYOUT, drawn_up, received, signed

pytestmark = pytest.mark.django_db
THE_DAY = datetime(2026, 3, 12, 9, tzinfo=UTC)
TO = ("chair@board.example", "clerk@board.example")


def board(cast, **more):
    details = {
        "name_en": "Victim Focus Board", "name_cy": "Bwrdd Ffocws ar Ddioddefwyr", "layout": LAYOUT, "length": 1,
        "addresses": TO, "day": 12, "language": "en", "encloses": True,
    } | more  # fmt: skip
    return actions.keep_board(actions.BoardDetails(**details), by=cast.jo, at=AFTER - timedelta(days=1))


def keys(at=THE_DAY) -> list[str]:
    return [key for key, _since in owed.owed(at, limit=50)]


def send(fake: FakePost, at=THE_DAY) -> None:
    with post.standing_in(fake):
        for room in (owed, messages):
            for key, _since in list(room.owed(at, limit=50)):
                room.fulfil(key, at=at)


def test_it_is_owed_from_the_boards_day_on_and_not_before(cast):
    board(cast)
    assert keys() == []
    row = signed(cast)
    assert keys(THE_DAY - timedelta(days=1)) == []
    assert keys() == [f"months:send:{row.pk}:{queries.boards()[0].pk}"]


def test_a_draft_goes_nowhere(cast):
    board(cast)
    drawn_up(cast)
    assert keys() == []


def test_each_address_has_it_once_with_the_pdf(cast):
    received(cast, 8)
    board(cast)
    row, fake = signed(cast), FakePost()
    for _again in range(3):
        send(fake)
    assert [one.to for one in fake.taken] == list(TO) and keys() == []
    assert all(one.pdf.startswith(b"%PDF") and "February 2026" in one.subject for one in fake.taken)
    assert {one.mail.state for one in queries.sendings(row)} == {mail.SENT}


def test_a_link_goes_without_the_pdf_in_the_boards_language(cast):
    board(cast, encloses=False, language="cy", addresses=TO[:1])
    signed(cast)
    fake = FakePost()
    send(fake)
    (one,) = fake.taken
    assert one.pdf == b"" and "/cy/staff/board-reports/" in one.plain and "Chwefror 2026" in one.subject


def test_when_nobody_answers_it_stays_owed_under_the_same_number(cast):
    board(cast, addresses=TO[:1])
    signed(cast)
    with pytest.raises(post.Later):
        send(FakePost(trouble=post.Later("away")))
    (row,) = Sending.objects.all()
    fake = FakePost()
    send(fake)
    assert [one.message_id for one in fake.taken] == [row.mail.message_id]


def test_what_may_have_gone_is_not_offered_again_until_somebody_says_so(cast):
    board(cast, addresses=TO[:1])
    signed(cast)
    send(FakePost(taken_then=post.Uncertain("the line dropped")))
    (row,) = Sending.objects.all()
    assert row.mail.state == mail.UNCERTAIN and keys() == []
    actions.settle(row, told=False, by=cast.jo, at=THE_DAY)
    fake = FakePost()
    send(fake)
    assert fake.taken[0].message_id == row.mail.message_id
    row.refresh_from_db()
    with pytest.raises(refusals.NotInDoubt):
        actions.settle(row, told=True, by=cast.jo, at=THE_DAY)


def test_a_refused_address_does_not_keep_it_from_the_others(cast):
    class Choosy(FakePost):
        def send(self, parcel):
            if parcel.to == TO[0]:
                raise post.Refused("550 no such person")
            super().send(parcel)

    board(cast)
    signed(cast)
    send(fake := Choosy())
    assert [one.to for one in fake.taken] == [TO[1]] and keys() == []
    assert sorted(Sending.objects.values_list("mail__state", flat=True)) == [mail.REFUSED, mail.SENT]


def test_a_revision_takes_the_place_of_what_was_not_sent_yet(cast):
    board(cast, addresses=TO[:1])
    row = signed(cast)
    again = actions.revise(row, "A letter was found.", by=cast.robin, at=AFTER)
    assert keys() == []
    actions.sign(again, by=cast.jo, at=AFTER)
    fake = FakePost()
    send(fake)
    assert len(fake.taken) == 1 and "A letter was found." in fake.taken[0].plain


def test_a_board_that_ended_has_nothing_more(cast):
    one = board(cast)
    signed(cast)
    (key,) = keys()
    actions.end_board(one, by=cast.jo, at=THE_DAY)
    with post.standing_in(FakePost()) as fake:
        owed.fulfil(key, at=THE_DAY)
    assert fake.taken == [] and keys() == []


@pytest.mark.parametrize("meanwhile", ["revised", "ended"])
def test_what_is_in_the_post_and_wanted_no_more_does_not_go(cast, meanwhile):
    one = board(cast, addresses=TO[:1])
    row = signed(cast)
    for key in keys():
        owed.fulfil(key, at=THE_DAY)
    if meanwhile == "revised":
        actions.revise(row, "A letter was found.", by=cast.robin, at=THE_DAY)
    else:
        actions.end_board(one, by=cast.jo, at=THE_DAY)
    send(fake := FakePost())
    assert fake.taken == [] and Sending.objects.get().mail.state == mail.DROPPED


def test_one_that_came_back_may_be_sent_again_under_the_same_number(cast):
    board(cast, addresses=TO[:1])
    signed(cast)
    send(FakePost())
    (row,) = Sending.objects.all()
    arrives(report(row.mail.message_id), sender="", at=THE_DAY)
    send(FakePost())
    assert Sending.objects.get().mail.state == mail.BACK
    actions.settle(Sending.objects.get(), told=False, by=cast.jo, at=THE_DAY)
    send(fake := FakePost())
    assert [one.message_id for one in fake.taken] == [row.mail.message_id] and fake.taken[0].pdf
    assert Sending.objects.get().mail.state == mail.SENT


def test_a_board_has_the_year_that_it_asked_for_and_no_other(cast):
    received(cast, 14, at=datetime(2025, 12, 10, 12, tzinfo=UTC))
    then = datetime(2026, 4, 3, 9, tzinfo=UTC)
    calendar = board(cast, length=12, begins=1)
    assert keys(then) == ["months:draw:quality-of-service:2025:1:12"]
    financial = board(cast, length=12)
    assert keys(then) == [f"months:draw:quality-of-service:2025:{month}:12" for month in (1, 4)]
    for month in (1, 4):
        row = actions.draw_up(LAYOUT, Period(2025, month, 12), by=cast.robin, at=then)
        actions.write(row, "in-short", "A quiet year.", "Blwyddyn dawel.", by=cast.robin, at=then)
        actions.sign(row, by=cast.jo, at=then)
    sent = {key.rpartition(":")[2] for key in keys(datetime(2026, 4, 12, 9, tzinfo=UTC)) if ":send:" in key}
    assert sent == {str(calendar.pk), str(financial.pk)}
    assert len([key for key in keys(datetime(2026, 4, 12, 9, tzinfo=UTC)) if ":send:" in key]) == 2
