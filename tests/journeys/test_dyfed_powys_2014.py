"""A letter that reached the joint team in Dyfed-Powys on Monday 10 November 2014, three weeks after it was set up.

What is there: the promises of that day and no later ones, the office's own process of 2014 on the triage page, and a
person's decision with its reason. What is not: the statute of 2014 as rules (our rows begin on 1 February 2020), so
nothing is found or asked, and the page says so; the words of letters are today's."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from putright.clocks.queries import for_case
from putright.law.body import handling
from putright.law.questions import weigh
from putright.people.queries import office
from putright.triage.models import Decision
from tests.make import people

from . import steps
from .steps import Story, desk, opens, when

pytestmark = pytest.mark.django_db
LETTER = {
    "who": "Mair Elin Jones 07700 900222", "words": "Nobody came back to me about the theft.", "kind": "dissatisfaction",
    "channel": "letter",
}  # fmt: skip
SAYS = {
    "en": ("First choice: the team puts it right", "We hold no rules of law", "20 November 2014, 11:59pm"),
    "cy": ("Dewis cyntaf: mae’r tîm yn ei unioni", "Nid oes gennym reolau cyfraith", "20 Tachwedd 2014, 11:59yp"),
}


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    people.office("dyfed-powys")
    story = Story(request.param)
    when(story, "2014-11-10 10:00")
    steps.logs(story, cast.sam, "do=keep", **LETTER)
    return story


def test_triaged_by_the_process_of_2014_and_decided_by_a_person_with_a_reason(story, cast):
    first_choice, no_law, tenth_day = SAYS[story.lang]
    assert tenth_day in opens(story, cast.sam).words
    page = desk(story, cast.sam).go(f"cases/{story.reference}/triage/")
    assert first_choice.replace("’", "'") in page.words.replace("’", "'") and no_law in page.words
    refused = desk(story, cast.sam).press(page, **{"decide-route": "outside"})
    assert story.case.stage == "received" and refused.path.endswith("/triage/decide/")

    steps.decides(story, cast.sam, "outside", because="Process A, first choice: the team can put this right.")
    made = Decision.objects.get()
    assert (made.route, made.differs, made.must_refer) == ("outside", True, False)
    assert made.findings["recording"]["rules"] == [] and made.findings["recording"]["on"] == "2014-11-10"
    steps.fills_in(
        story, cast.sam, "put-right/", kind="explanation", words="The officer rang her.", content="yes", answer="Diolch."
    )
    steps.fills_in(story, cast.sam, "close")
    assert story.case.stage == "closed" and steps.log_is_whole(story)


def test_only_the_promises_of_that_day_are_counted(story, cast):
    made = {clock.promise for clock in for_case(story.case, story.now)}
    assert {"refer"} <= made and not {"update", "outcome", "iopc-referral"} & made


def test_a_complaint_about_an_officer_goes_to_standards_without_a_decision_of_ours(story, cast):
    """Process A, first line. In 2014 the recording decision was the force's, and we hold no categories of that year."""
    steps.fills_in(story, cast.sam, "officer", rank="PC", collar_number="9911")
    steps.hands_over(story, cast.sam, "standards")
    assert story.case.stage == "handed_over" and not Decision.objects.exists()


def test_the_body_the_finding_and_the_due_day_of_2014_outside_any_case(cast):
    people.office("dyfed-powys")
    story = Story("en")
    when(story, "2014-11-10 10:00")
    assert office().process(story.now.date()) == "2014"
    found = handling(story.now.date(), [], joint_team_since=date(2014, 10, 20))
    assert found.first_handling == "joint_team" and found.model is None

    finding = weigh("body", {"joint_team_in_place": "yes"}, on=story.now.date())
    assert (finding.answer, finding.conclusion) == ("yes", "joint_team")

    due = StringIO()
    call_command("due", "refer", "--from", "2014-11-10T10:00", "--office", "dyfed-powys", stdout=due)
    assert due.getvalue().splitlines()[0] == "2014-11-20T23:59:59+00:00"
