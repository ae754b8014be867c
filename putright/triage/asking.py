"""What to ask next: only what is still needed, in the order that raises danger first and settles most contacts in four
presses. No Django: facts go in, facts to ask come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from putright.law.questions import FACTS, QUESTIONS
from putright.law.terms import Known, Row

from .rules import DECIDED, NOW_AND_THEN, OWNER, SAFETY, SERIOUS, WISH, WORKED_OUT, Facts, Found, nothing_wrong, silent

# Only about one of these, and nothing else: each has a path of its own.
ONLY = ("only_about_their_data", "only_about_welsh_service", "only_a_charging_decision")
BRINGS = ("reports_a_crime", "reports_fraud", "offers_information", "asks_about_a_seized_vehicle", "asks_a_question",
          "gives_thanks")  # fmt: skip
SENT = ("sent_to_us", "wants_an_answer")
OTHER_PART, SUMMARY, UNHAPPY = "part_is_not_a_complaint", "anything_serious_alleged", "dissatisfied_with_force"
# Several facts asked as one question with a list of answers. `only` takes one; the others as many as apply.
GROUPS = {"owner": OWNER, "only": ONLY, "brings": BRINGS}
# About whoever works here, or what the office holds: never asked of somebody on the phone.
NOT_ASKED = frozenset(
    {*WORKED_OUT, DECIDED, *QUESTIONS["may_perform"].facts, *QUESTIONS["body"].facts, "part_is_a_complaint"}
)
THANKS = frozenset({"compliment", "enquiry"})


@dataclass(frozen=True)
class Step:
    """A few questions asked together."""

    name: str
    facts: tuple[str, ...]


STEPS = (
    Step("serious", (*SAFETY, *SERIOUS)),
    Step("complaint", (UNHAPPY, "by_or_for_member_of_public", "adversely_affected", "made_for_another")),
    Step("close", ("about_conduct", "conduct_done_to_them", "witness_to_conduct")),
    Step("consent", ("written_consent", "designated_by_iopc")),
    Step("wants", (WISH, *OWNER, *ONLY, *SENT, OTHER_PART)),
    Step("brings", BRINGS),
    Step("insists", ("insists_and_gives_details",)),
)
THEN = Step("then", NOW_AND_THEN)  # before February 2020: the office's own process
FIRST_OF_THANKS = Step("thanks", (UNHAPPY, *SAFETY, SUMMARY))
THEN_OF_THANKS = Step("brings", (*OWNER, *ONLY, *BRINGS))
ORDER = tuple(dict.fromkeys((*(fact for step in STEPS for fact in step.facts), *NOW_AND_THEN, SUMMARY, *FACTS)))
ASKABLE = frozenset((*SAFETY, *FACTS)) - NOT_ASKED
MAIN = ("route", "referral", "recording", "is_complaint", "authority", "split")


def still_to_ask(found: Found, facts: Facts) -> tuple[str, ...]:
    """The facts not yet known that could still change what is suggested, whose it is or where it goes, each once, in
    asking order. Whether anybody is in danger is asked whatever the law of the day."""
    unsure = {fact for fact in SAFETY if facts.get(fact, Known.NOT_KNOWN) == Known.NOT_KNOWN}
    if silent(found):
        return _ordered(unsure | set(found["route"].missing))
    needed = unsure | {*found["is_complaint"].missing, *found["authority"].missing} | _for_route(found, facts)
    if not nothing_wrong(found) or facts.get(SUMMARY) == Known.YES:
        needed |= {*found["referral"].missing, *found["recording"].missing}
        needed.discard(SUMMARY)
    if found["is_complaint"].answer is Known.NO or facts.get(WISH) == Known.YES or _grave(found):
        needed.discard(WISH)
    return _ordered(needed)


def _for_route(found: Found, facts: Facts) -> set[str]:
    """What the path still needs. What they bring besides is asked only where it is no complaint about this force, or
    where part of it is something else."""
    missing = set(found["route"].missing)
    needed = missing & {*ONLY, *SENT, SUMMARY}
    other = facts.get(OTHER_PART) == Known.YES
    if nothing_wrong(found) or other or not_ours(found):
        answered = any(facts.get(fact) for fact in BRINGS)
        needed |= set(BRINGS) if other and not answered else missing & {*BRINGS, "insists_and_gives_details"}
    if found["is_complaint"].answer is not Known.NO and OTHER_PART in found["split"].missing:
        needed.add(OTHER_PART)
    return needed


def not_ours(found: Found) -> bool:
    """It is about nobody and nothing of this force."""
    ours = ("about_chief_officer_conduct", "about_someone_serving_here", "about_service_or_policy_here")
    return all(row.answer is Known.NO for row in found["authority"].rows if row.rule.fact in ours)


def _grave(found: Found) -> bool:
    return any(row.answer is Known.YES for row in _rows(found["route"].rows, SUMMARY))


def _rows(rows: Iterable[Row], fact: str) -> list[Row]:
    return [row for row in rows if row.rule.fact == fact]


def _ordered(facts: set[str]) -> tuple[str, ...]:
    return tuple(fact for fact in ORDER if fact in facts and fact in ASKABLE)


def next_step(found: Found, facts: Facts, *, kind: str = "") -> Step | None:
    """The next few questions nobody has answered yet; None when all have been. “Not known” is an answer: it is not asked
    twice, but stays in the list of what is not known. Thanks and enquiries begin with whether they are unhappy at all."""
    left = {fact for fact in still_to_ask(found, facts) if fact not in facts}
    unasked = kind in THANKS and UNHAPPY not in facts
    first = (FIRST_OF_THANKS, THEN_OF_THANKS) if unasked or nothing_wrong(found) else ()
    for step in (STEPS[0], THEN) if silent(found) else (*first, *STEPS):
        here = set(step.facts) - set(facts) if step is FIRST_OF_THANKS and unasked else set(step.facts) & left
        if asked := tuple(fact for fact in step.facts if fact in here):
            return Step(step.name, asked)
    return None


def again(name: str) -> Step | None:
    """One question, or one list of answers, asked again by name; None for what is no question of triage."""
    if name in GROUPS:
        return Step("again", GROUPS[name])
    return Step("again", (name,)) if name in ASKABLE else None


def of_question(question: str, missing: Iterable[str]) -> Step | None:
    """What one question of the front door still needs, to be asked when it matters; None when nothing is left to ask."""
    asked = tuple(fact for fact in missing if fact in ASKABLE)
    return Step(question, asked) if question in QUESTIONS and asked else None


def chosen_facts(group: str, chosen: Iterable[str]) -> dict[str, str]:
    """Answers chosen from a list as the facts they mean: the chosen yes, the others no; with “not known” among them, the
    others not known."""
    chosen = set(chosen)
    rest = "not_known" if "not_known" in chosen else "no"
    return {fact: "yes" if fact in chosen else rest for fact in GROUPS[group]}


def chosen(group: str, facts: Facts) -> list[str]:
    """The choices those facts came from; empty before any was made."""
    answers = {fact: facts[fact] for fact in GROUPS[group] if fact in facts}
    picked = [fact for fact, answer in answers.items() if answer == "yes"]
    if "not_known" in answers.values():
        picked.append("not_known")
    return picked or (["none"] if answers else [])


def group_of(fact: str) -> str:
    """The list a fact is answered in; itself when it is asked alone."""
    return next((name for name, facts in GROUPS.items() if fact in facts), fact)


def merged(*sheets: Mapping[str, str]) -> dict[str, str]:
    """Sheets laid one on the other: a later yes or no replaces; “not known” never hides what an earlier sheet knows."""
    facts: dict[str, str] = {}
    for sheet in sheets:
        facts |= {fact: answer for fact, answer in sheet.items() if answer != "not_known" or fact not in facts}
    return facts


