"""Somebody rings, is answered, and that is the end of it: one screen, no letter, and its share of the month."""

import pytest

from putright.contacts.models import Contact
from tests.make.contacts import contact

from . import steps
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
CALL = {
    "who": "Mair Elin Jones 07700 900222", "words": "When will somebody ring me about my burglary?", "kind": "enquiry",
    "reason": "informed.no-update", "answer": "Read her the update: the officer rings on Thursday.",
}  # fmt: skip
SAYS = {"en": ("Settled at first contact", "50.0%"), "cy": ("Wedi’i setlo ar y cyswllt cyntaf", "50.0%")}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_call_settled_at_once_counts_in_the_month_and_owes_nothing(cast, lang):
    story = Story(lang)
    settled, share = SAYS[lang]
    contact(cast.amir, kind="complaint")  # another contact of the month, which is not settled
    when(story, "2026-03-27 17:10")
    steps.goes_round(story)

    page = steps.logs(story, cast.sam, "do=settle", **CALL)
    assert story.reference in page.words
    made = Contact.objects.get(case=story.case)
    assert (made.person.name, made.person.phone, made.reason) == ("Mair Elin Jones", "07700 900222", CALL["reason"])

    when(story, "2026-03-27 17:11")
    steps.goes_round(story)
    assert steps.sent(story) == []
    case = opens(story, cast.sam)
    assert settled in case.words and CALL["answer"] in case.words
    assert steps.verbs(story) == ["received", "settled"] and steps.log_is_whole(story)

    when(story, "2026-04-01 09:00")
    month = desk(story, cast.jo).go("reports/2026/3/")
    assert share in month.words
    for figure in ("settled", "contacts/phone", "kinds/enquiry", "kept/first-contact"):
        assert steps.behind(story, cast.jo, 2026, 3, figure) == [story.reference], figure
    assert len(steps.behind(story, cast.jo, 2026, 3, "contacts")) == 2
    assert steps.looks(story) == steps.access_rows(story)


def test_one_who_comes_back_because_it_was_not_settled_after_all_can_have_it_recorded(cast):
    story = Story("en")
    when(story, "2026-03-27 10:00")
    steps.logs(story, cast.sam, "do=settle", **CALL)
    when(story, "2026-04-02 10:00")
    steps.fills_in(story, cast.sam, "record/", words="Nobody rang on Thursday.")
    assert (story.case.stage, steps.verbs(story)[-2:]) == ("recorded", ["asked_to_record", "decided"])
    when(story, "2026-05-01 09:00")
    recorded = "recorded/dissatisfaction_after_initial_handling"
    assert steps.behind(story, cast.jo, 2026, 4, recorded) == [story.reference]
    assert steps.behind(story, cast.jo, 2026, 3, "settled") == [story.reference]  # it was: the month does not change
