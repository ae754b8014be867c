"""What is asked next: danger first, only what is still needed, most contacts settled in four presses. No database."""

import pytest

from putright.law.questions import FACTS, QUESTIONS
from putright.law.terms import Known
from putright.triage import asking, rules

from .sheets import COMPLAINT, NO_WISH, NONE_SERIOUS, ON, ONE_MATTER, ORDINARY, OURS, SAFE, THANKS, WISH, found

FILE = {"sent_to_us": "yes"}  # what the file of a call or a letter says by itself


def pressed(answers, *, kind="", filed=FILE):
    """The names of the steps asked until the given answers run out, and everything then known."""
    facts, asked = dict(filed), []
    for given in answers:
        step = asking.next_step(rules.findings(facts, on=ON), facts, kind=kind)
        assert step is not None and set(given) <= set(step.facts), (step, given)
        asked.append(step.name)
        facts |= given
    assert asking.next_step(rules.findings(facts, on=ON), facts, kind=kind) is None, "there was more to ask"
    return asked, facts


def only(*names, group="owner"):
    return asking.chosen_facts(group, names)


QUIET = {"dissatisfied_with_force": "no", asking.SUMMARY: "no", **SAFE}
DATA = only("only_about_their_data", group="only") | {asking.OTHER_PART: "no"}
REST = only("none", group="only")
# The contacts of an ordinary month: three presses or fewer, the decision being the fourth; and where each goes first.
FOUR = {
    "a complaint about an officer": (
        "", [NONE_SERIOUS | SAFE, COMPLAINT, NO_WISH | OURS | ONE_MATTER], "complaint_outside_schedule_3", "outside"),
    "about the service": (
        "", [NONE_SERIOUS | SAFE, COMPLAINT, NO_WISH | only("about_service_or_policy_here") | ONE_MATTER],
        "complaint_outside_schedule_3", "outside"),
    "they want it recorded": (
        "", [NONE_SERIOUS | SAFE, COMPLAINT, WISH | OURS | ONE_MATTER], "complaint_recorded", "recorded"),
    "only about a copy of their data": (
        "", [NONE_SERIOUS | SAFE, COMPLAINT, NO_WISH | OURS | DATA],
        "data_protection_complaint", "outside"),
    "about the commissioner": (
        "", [NONE_SERIOUS | SAFE, COMPLAINT, NO_WISH | only("about_commissioner_or_deputy") | ONE_MATTER],
        "police_and_crime_panel", None),
    "about another force": (
        "", [NONE_SERIOUS | SAFE, COMPLAINT, NO_WISH | only("about_another_force") | ONE_MATTER], "other_force", None),
    "thanks": ("compliment", [QUIET, OURS | REST | only("gives_thanks", group="brings")], "compliment", "not_complaint"),
    "a question": ("enquiry", [QUIET, OURS | REST | only("asks_a_question", group="brings")], "enquiry", "not_complaint"),
    "a crime, in a call written down as a question": (
        "enquiry", [QUIET, only("none") | REST | only("reports_a_crime", group="brings")], "crime_report", "not_complaint"),
}  # fmt: skip


@pytest.mark.parametrize("contact", FOUR)
def test_most_contacts_are_settled_in_four_presses(contact):
    kind, answers, path, suggested = FOUR[contact]
    asked, facts = pressed(answers, kind=kind)
    then = rules.findings(facts, on=ON)
    assert len(asked) <= 3
    assert (then["route"].conclusion, rules.suggested(then)) == (path, suggested)


def test_danger_is_asked_before_anything_else_and_whatever_the_law_of_the_day():
    for kind in ("", "complaint", "compliment"):
        assert set(rules.SAFETY) <= set(asking.next_step(found({}), {}, kind=kind).facts)
    from_2019 = rules.findings({}, on=ON.replace(year=2019))
    assert asking.next_step(from_2019, {}).facts == rules.SAFETY


def test_danger_now_goes_before_every_other_path_and_whatever_else_is_answered():
    assert found(ORDINARY, {"danger_now": "yes"})["route"].conclusion == "emergency"


def test_nothing_below_is_concluded_while_danger_is_not_known():
    then = found(ORDINARY, FILE, {"danger_now": "not_known"})
    assert then["route"].answer is Known.NOT_KNOWN and then["route"].missing == ("danger_now",)


@pytest.mark.parametrize("fact", sorted(ORDINARY))
def test_forgetting_one_answer_never_changes_the_path_to_another(fact):
    """Not known is safe: the path stays or is open again, and never becomes a lower one."""
    base = ORDINARY | FILE
    before, after = found(base)["route"], found(base, {fact: "not_known"})["route"]
    assert after.conclusion in (before.conclusion, None)


def test_only_questions_still_needed_are_asked():
    """Badly affected: nobody asks whether they were a witness. Speaking for themselves: nobody asks for consent."""
    known = NONE_SERIOUS | SAFE | COMPLAINT
    left = set(asking.still_to_ask(found(known), known))
    assert not left & {"about_conduct", "witness_to_conduct", "written_consent", "designated_by_iopc", *asking.BRINGS}
    closer = asking.next_step(found(known, {"adversely_affected": "no"}), known)
    assert closer.facts == ("about_conduct", "conduct_done_to_them", "witness_to_conduct")
    consent = asking.next_step(found(known, {"made_for_another": "yes"}), known)
    assert consent.facts == ("written_consent", "designated_by_iopc")


def test_whether_they_brought_it_to_us_is_asked_only_where_the_file_does_not_say():
    known = NONE_SERIOUS | SAFE | COMPLAINT
    assert set(asking.SENT) <= set(asking.still_to_ask(found(known), known))
    assert not set(asking.SENT) & set(asking.still_to_ask(found(known, FILE), known | FILE))


def test_something_serious_in_a_word_of_thanks_is_asked_row_by_row():
    facts = THANKS | SAFE | {asking.SUMMARY: "yes"}
    assert set(rules.QUESTIONS["referral"].facts) <= set(asking.still_to_ask(found(facts), facts))
    assert rules.suggested(found(facts)) == rules.RECORDED


def test_a_question_answered_not_known_is_not_asked_again_but_stays_open():
    facts = ORDINARY | SAFE | FILE | {"serious_corruption": "not_known"}
    assert asking.next_step(found(facts), facts) is None
    assert asking.still_to_ask(found(facts), facts) == ("serious_corruption",)


def test_what_follows_by_itself_and_what_is_about_the_office_is_never_asked():
    never = {*rules.WORKED_OUT, rules.DECIDED, *QUESTIONS["may_perform"].facts, "notice_for_first_handling"}
    assert never.isdisjoint(asking.ASKABLE) and never.isdisjoint(asking.still_to_ask(found({}), {}))


def test_every_question_of_the_front_door_can_be_answered_by_asking_or_from_the_file():
    reached = {*asking.ASKABLE, *asking.NOT_ASKED}
    assert reached >= set(FACTS)
    for name in QUESTIONS:
        missing = rules.weigh(name, {}, on=ON).missing
        asked = asking.of_question(name, missing)
        assert asked or set(missing) <= asking.NOT_ASKED, name


def test_a_part_that_is_something_else_is_asked_for_what_it_is():
    facts = ORDINARY | SAFE | FILE | {asking.OTHER_PART: "yes"}
    assert found(facts)["split"].conclusion == "treat_as_two"
    assert asking.next_step(found(facts), facts).facts == asking.BRINGS
    facts |= only("reports_a_crime", group="brings")
    assert asking.next_step(found(facts), facts) is None
    assert found(facts)["route"].conclusion == "complaint_outside_schedule_3"


CHOICES = [("owner", [one]) for one in (*rules.OWNER, "none", "not_known")] + [
    ("owner", ["about_chief_officer_conduct", "about_service_or_policy_here"]),
    ("only", ["only_about_welsh_service"]),
    ("brings", ["offers_information", "gives_thanks", "not_known"]),
]


@pytest.mark.parametrize(("group", "chosen"), CHOICES)
def test_choices_of_a_list_are_read_back_as_they_were_made(group, chosen):
    facts = asking.chosen_facts(group, chosen)
    assert set(facts) == set(asking.GROUPS[group])
    assert asking.chosen(group, facts) == chosen


def test_two_owners_are_two_matters_and_the_more_protective_comes_first():
    two = only("about_chief_officer_conduct", "about_service_or_policy_here")
    then = found(ORDINARY | two)
    assert (then["authority"].conclusion, then["split"].conclusion) == ("local_policing_body", "treat_as_two")


def test_no_list_chosen_yet():
    assert asking.chosen("owner", {"dissatisfied_with_force": "yes"}) == []


def test_not_known_never_hides_what_the_file_knows_and_a_yes_or_no_corrects_it():
    filed = {"written_consent": "yes"}
    assert asking.merged(filed, {"written_consent": "not_known"}) == filed
    assert asking.merged(filed, {"written_consent": "no"}) == {"written_consent": "no"}
