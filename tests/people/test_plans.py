"""Contact plans and the definition of a frequent caller: every line is kept, the newest holds, and the door stays open."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from putright.contacts.models import Contact
from putright.people import plans
from putright.people.actions import Agreed, agree_plan, define_often, end_plan, tell_apart
from putright.people.gates import NotAllowed
from putright.people.models import Often, Plan
from putright.people.refusals import NoPlan, ReviewPassed, SayWhy, TooFew
from tests.make import people
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
LATER = date(2026, 6, 27)
WORDS = "Sam rings you every Friday at ten."


def agreed(words=WORDS, handler=None, review_on=LATER):
    return Agreed(words, handler, review_on, "Speak slowly.")


def test_the_newest_line_is_the_plan_and_the_old_ones_are_its_history(cast):
    agree_plan(cast.ffion, agreed("The first."), by=cast.sam, at=cast.at)
    agree_plan(cast.ffion, agreed(handler=cast.sam), by=cast.jo, at=cast.at)
    (now,) = plans.plans_of([cast.ffion.pk])
    assert (now.agreed, now.handler, now.review_on, now.adjustments) == (WORDS, cast.sam, LATER, "Speak slowly.")
    assert [line.agreed for line in plans.history([cast.ffion.pk])] == [WORDS, "The first."]
    end_plan(cast.ffion, "She no longer wants it.", by=cast.sam, at=cast.at)
    assert plans.plans_of([cast.ffion.pk]) == [] and len(plans.history([cast.ffion.pk])) == 3
    with pytest.raises(NoPlan):
        end_plan(cast.ffion, "Again.", by=cast.sam, at=cast.at)


def test_what_is_refused(cast):
    for wrong, refusal in ((agreed("  "), SayWhy), (agreed(review_on=cast.at.date()), ReviewPassed)):
        with pytest.raises(refusal):
            agree_plan(cast.ffion, wrong, by=cast.sam, at=cast.at)
    for other in (cast.pat, cast.dana, cast.robin, cast.toni):
        with pytest.raises(NotAllowed):
            agree_plan(cast.ffion, agreed(), by=other, at=cast.at)
    agree_plan(cast.ffion, agreed(), by=cast.sam, at=cast.at)
    with pytest.raises(SayWhy):
        end_plan(cast.ffion, " ", by=cast.sam, at=cast.at)
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("channel", ["web", "phone", "email", "chat", "letter", "counter", "social"])
def test_a_plan_never_shuts_the_door(cast, channel):
    agree_plan(cast.ffion, agreed("Write once a week."), by=cast.sam, at=cast.at)
    for _ in range(3):
        contact(cast.ffion, channel=channel, by=None if channel == "web" else cast.sam)
    assert Contact.objects.filter(person=cast.ffion, channel=channel).count() == 3


def test_reviews_come_due_the_longest_overdue_first(cast):
    agree_plan(cast.ffion, agreed(review_on=LATER), by=cast.sam, at=cast.at)
    agree_plan(cast.amir, agreed(review_on=LATER - timedelta(days=9)), by=cast.sam, at=cast.at)
    assert list(plans.to_review(LATER - timedelta(days=10))) == []
    assert [plan.person for plan in plans.to_review(LATER)] == [cast.amir, cast.ffion]
    agree_plan(cast.amir, agreed(review_on=LATER + timedelta(days=90)), by=cast.sam, at=cast.at)
    assert [plan.person for plan in plans.to_review(LATER)] == [cast.ffion]


def test_the_definition_is_dated_and_past_months_keep_theirs(cast):
    assert plans.often(LATER) == plans.Definition(plans.RECALLED)
    define_often(6, date(2026, 5, 1), "As agreed with the board.", by=cast.jo, at=cast.at)
    assert plans.often(date(2026, 4, 30)).contacts == plans.RECALLED and plans.often(date(2026, 5, 1)).contacts == 6
    define_often(5, date(2026, 5, 1), "A slip.", by=cast.jo, at=cast.at)
    assert plans.often(LATER).contacts == 5 and [line.contacts for line in plans.often_lines()] == [5, 6]
    for number, why, refusal in ((1, "x", TooFew), (3, " ", SayWhy)):
        with pytest.raises(refusal):
            define_often(number, LATER, why, by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        define_often(3, LATER, "Why not.", by=cast.sam, at=cast.at)


@pytest.mark.parametrize("table", [Plan, Often])
def test_the_database_refuses_to_change_a_line(cast, table):
    agree_plan(cast.ffion, agreed(), by=cast.sam, at=cast.at)
    define_often(6, LATER, "As agreed.", by=cast.jo, at=cast.at)
    for change in (lambda rows: rows.update(by=cast.jo), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(table.objects.all())


def test_a_date_of_birth_is_kept_taken_out_and_never_for_somebody_anonymous(cast):
    person = people.person("Jane Rees")
    assert tell_apart(person, date(1970, 4, 12), by=cast.sam, at=cast.at).born_on == date(1970, 4, 12)
    assert tell_apart(person, None, by=cast.sam, at=cast.at).born_on is None
    nobody = people.person("", anonymous=True)
    assert tell_apart(nobody, date(1970, 4, 12), by=cast.sam, at=cast.at).born_on is None
