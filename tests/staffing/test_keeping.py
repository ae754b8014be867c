"""Rows the office keeps: numbers by day, posts and their stages, what helps, risks, doors and counts."""

from datetime import timedelta
from decimal import Decimal

import pytest

from putright.contacts.channels.telephone.figures import begins
from putright.staffing import actions, queries
from putright.staffing.actions import Stood
from putright.staffing.models import Assumption, Counted, Door, Post, Relief, Risk
from putright.staffing.refusals import AlreadyClosed, NeedsADay, NoSuchNumber, OutOfBounds, Replaced, SayWhy
from tests.make import staffing as make
from tests.make.people import AT

pytestmark = pytest.mark.django_db
HERE = "/en/staff/staffing/"
TODAY = AT.date()


def on(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def test_a_number_holds_from_its_day_and_the_newest_of_a_day_wins(cast):
    for value, since in ((200, TODAY - timedelta(days=9)), (250, TODAY), (260, TODAY), (900, TODAY + timedelta(days=1))):
        actions.assume("calls", Decimal(value), "Counted by hand.", since=since, by=cast.jo, at=AT)
    assert [one.value for one in queries.said(AT)] == [260]
    assert {one.value for one in queries.said(AT + timedelta(days=1))} == {900}
    assert [float(one.value) for one in queries.told_of("calls")] == [900, 260, 250, 200]


def test_a_number_is_refused_when_it_is_nonsense_or_without_a_reason(cast):
    for refusal, name, value, why in (
        (NoSuchNumber, "luck", 1, "why"), (OutOfBounds, "shrinkage", 95, "why"), (SayWhy, "calls", 1, "  "),
    ):  # fmt: skip
        with pytest.raises(refusal):
            actions.assume(name, Decimal(value), why, since=TODAY, by=cast.jo, at=AT)
    assert not Assumption.objects.exists()


def test_a_number_is_changed_on_a_screen_and_is_marked_as_the_offices(cast, browser):
    mine = browser(cast.jo)
    form = mine.go(f"{HERE}assumptions/patience/")
    assert "usual practice" in form.words and form.said(form.form("value"))["value"] == ["120"]
    wrong = mine.press(form, "value", value="4000", why="Asked forty callers.")
    assert wrong.response.status_code == 422 and "Enter a number from 5 to 3,600" in wrong.words
    done = mine.press(wrong, "value", value="90")
    assert "Asked forty callers." in done.words and "said by the office" in done.words
    assert mine.go(f"{HERE}assumptions/nothing/").response.status_code == 404


def test_a_post_goes_from_vetting_to_filled_and_every_step_is_kept(cast, browser):
    mine = browser(cast.jo)
    form = mine.go(f"{HERE}posts/")
    wrong = mine.press(form, "name", name="Adviser 7", stage="vetting", part="1", welsh=["yes"])
    assert "without it nobody can be counted" in wrong.words and not Post.objects.exists()
    page = mine.press(wrong, "name", **on("on", TODAY + timedelta(days=40)))
    assert "Adviser 7: In vetting, 6 May 2026 · Speaks Welsh, or must" in page.words
    post = Post.objects.get()
    page = mine.press(mine.go(f"{HERE}posts/{post.pk}/"), "stage", stage="filled")
    assert "Adviser 7: Filled" in page.words and post.steps.count() == 2


def test_a_post_given_up_is_no_more(cast, browser):
    post = make.posts(cast.jo, 1)[0]
    actions.move_post(post, Stood("closed"), by=cast.jo, at=AT)
    assert queries.posts() == [] and browser(cast.jo).go(f"{HERE}posts/{post.pk}/").response.status_code == 404
    with pytest.raises(AlreadyClosed):
        actions.move_post(post, Stood("filled"), by=cast.jo, at=AT)
    with pytest.raises(NeedsADay):
        actions.add_post("Adviser 2", Decimal(1), False, Stood("leaving"), by=cast.jo, at=AT)


def test_what_helps_is_kept_and_gone_after_its_last_day(cast, browser):
    mine, until = browser(cast.jo), TODAY + timedelta(days=30)
    given = {"kind": "shared", "name": "One day from the control room", "part": "0.2", **on("since", TODAY)}
    wrong = mine.press(mine.go(f"{HERE}relief/"), "kind", **given, **on("until", TODAY - timedelta(days=1)))
    assert "The last day is before the first" in wrong.words and not Relief.objects.exists()
    page = mine.press(wrong, "kind", **on("until", until))
    assert "Staff shared with another team: One day from the control room" in page.words and "Not agreed yet" in page.words
    assert len(queries.reliefs(AT + timedelta(days=30))) == 1 and queries.reliefs(AT + timedelta(days=31)) == []


def test_a_risk_is_replaced_by_a_newer_line_and_taken_off(cast, browser):
    mine = browser(cast.jo)
    given = {"words": "More callers give up.", "chance": "4", "harm": "5", "answer": "Overtime.", "owner": "Supervisor"}
    page = mine.press(mine.go(f"{HERE}risks/"), "words", **given, **on("look_again", TODAY - timedelta(days=1)))
    assert "How likely: 4 of 5. How bad: 5 of 5." in page.words and "Late" in page.words
    first = Risk.objects.get()
    mine.press(mine.go(f"{HERE}risks/{first.pk}/"), "words", chance="2")
    second = queries.risks()[0]
    assert (second.chance, second.replaces, len(queries.risks())) == (2, first, 1)
    assert mine.go(f"{HERE}risks/{first.pk}/").response.status_code == 404
    with pytest.raises(Replaced):
        actions.put_risk({}, replaces=first, by=cast.jo, at=AT)
    mine.press(mine.go(f"{HERE}risks/{second.pk}/"), "words", closed=["yes"])
    assert queries.risks() == [] and Risk.objects.count() == 3


def test_counts_are_pasted_and_put_right_when_given_again(cast, browser):
    mine = browser(cast.jo)
    form = mine.go(f"{HERE}counts/")
    wrong = mine.press(form, "counts", counts="2026-03-26 09:30, 12\n2026-03-26 10:10, 3")
    assert "Line 2 is not a half-hour and a number" in wrong.words and not Counted.objects.exists()
    assert "10:10, 3" in wrong.said(wrong.form("counts"))["counts"][0]
    mine.press(wrong, "counts", counts="2026-03-26 09:30, 12\n2026-03-26 10:00;3\n\n2026-06-26T09:30\t5")
    mine.press(mine.go(f"{HERE}counts/"), "counts", counts="2026-03-26 09:30, 13")
    kept = dict(Counted.objects.values_list("half_hour", "calls"))
    assert sorted(kept.values()) == [3, 5, 13]
    assert f"{max(kept):%H:%M}" == "08:30"  # summer time


def test_a_door_stands_with_what_came_of_it(cast, browser):
    mine, opened = browser(cast.jo), TODAY - timedelta(weeks=4)
    make.counted(cast.jo, 12, calls=4)
    Counted.objects.filter(half_hour__gte=begins(opened)).update(calls=6)
    page = mine.press(mine.go(f"{HERE}doors/"), "name", name="Option 3 of 101", more="10", **on("opened", opened))
    assert "Expected: 10 more in 100." in page.words and Door.objects.get().more == 10
    assert "for each 100 before: 15" in page.words


def test_pressing_twice_keeps_one_row(cast, browser):
    mine = browser(cast.jo)
    form = mine.go(f"{HERE}doors/")
    for _twice in range(2):
        mine.press(form, "name", name="Chat", more="5", **on("opened", TODAY))
    assert Door.objects.count() == 1
