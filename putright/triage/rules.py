"""What the findings suggest, what is still to ask, and what a person may decide. No Django: facts go in, words come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from putright.law.questions import QUESTIONS, weigh
from putright.law.terms import Finding, Known, Row, Rule

ASKED = ("referral", "recording", "is_complaint", "authority")
OUTSIDE, RECORDED, NOT_COMPLAINT = "outside", "recorded", "not_complaint"
Facts = Mapping[str, str]
Found = Mapping[str, Finding]

# Follows from the other answers (PRA 2002 Sch 3 para 2(6B)(d)), or from the decision itself (2(6A)(b)): never asked.
WORKED_OUT, DECIDED = "mandatory_referral_type", "body_decides_recording"
WISH = "complainant_wishes_recording"
OWNER = QUESTIONS["authority"].facts
SERIOUS = (*QUESTIONS["referral"].facts, "might_be_crime_or_discipline", "might_infringe_article_2_or_3")
# A yes to any of these protects them. Taking one back lowers nothing until a second person has agreed.
PROTECTS = (*SERIOUS, WISH)
# Owners who are neither the office nor its force: they are passed the matter, and take the decision themselves.
ELSEWHERE = frozenset({"police_and_crime_panel", "other_force", "office_procedure"})
# Each part of s.12 must hold; one that fails is a ground for saying that it is not a complaint (para 2(9)).
PARTS = (
    ("dissatisfied_with_force",),
    ("by_or_for_member_of_public",),
    ("adversely_affected", "about_conduct", "conduct_done_to_them", "witness_to_conduct"),
    ("made_for_another", "written_consent", "designated_by_iopc"),
)


@dataclass(frozen=True)
class Step:
    """A few questions asked together."""

    name: str
    facts: tuple[str, ...]


# In the order that raises danger first and settles most contacts soonest: four presses, the decision being the fourth.
STEPS = (
    Step("serious", SERIOUS),
    Step("complaint", ("dissatisfied_with_force", "by_or_for_member_of_public", "adversely_affected", "made_for_another")),
    Step("close", ("about_conduct", "conduct_done_to_them", "witness_to_conduct")),
    Step("consent", ("written_consent", "designated_by_iopc")),
    Step("wants", (WISH, *OWNER)),
)
ASKABLE = frozenset(fact for step in STEPS for fact in step.facts)
THANKS = frozenset({"compliment", "enquiry"})


def findings(facts: Facts, *, on: date) -> dict[str, Finding]:
    """Every question of triage weighed by the law of that day. Refuses a fact or an answer it does not know.

    Until a person decides to record it, the body has not decided so: that fact is “no”, not “not known”."""
    return {question: weigh(question, {DECIDED: "no", **facts}, on=on) for question in ASKED}


def serious(found: Found) -> Known:
    """Is anything alleged that must be referred, or that must be recorded for what it is (Sch 3 para 2(6B))?"""
    rows = [*found["referral"].rows, *(r for r in found["recording"].rows if r.rule.concludes == "nature_of_allegation")]
    answers = {row.answer for row in rows}
    if Known.YES in answers:
        return Known.YES
    return Known.NO if answers == {Known.NO} else Known.NOT_KNOWN


def silent(found: Found) -> bool:
    """We hold no rule in force that day, so nothing can be found: our rows begin on 1 February 2020."""
    return not any(found[question].rows for question in ASKED)


def nothing_wrong(found: Found) -> bool:
    """They say that they are not unhappy with the force: a compliment, an enquiry."""
    return any(row.rule.fact == PARTS[0][0] and row.answer is Known.NO for row in found["is_complaint"].rows)


def elsewhere(found: Found) -> str:
    """Whose it is, when it is neither the office's nor its force's; otherwise nothing."""
    owner = found["authority"].conclusion or ""
    return owner if owner in ELSEWHERE else ""


def suggested(found: Found) -> str | None:
    """The route the findings lead to, or None while they do not settle it or when it is somebody else's to decide.

    What is serious comes first, whoever raises it, even while it is not known whether this is a complaint at all; and
    nothing less is suggested while it is not known to be absent. Not knowing never lowers protection."""
    grave, complaint = serious(found), found["is_complaint"].answer
    if elsewhere(found):
        return None
    if grave is Known.YES:
        return RECORDED
    if complaint is Known.NO:
        return NOT_COMPLAINT if grave is Known.NO or nothing_wrong(found) else None
    if found["recording"].answer is Known.YES:
        return RECORDED
    return OUTSIDE if complaint is Known.YES and _safe(found) else None


def _safe(found: Found) -> bool:
    return found["recording"].answer is Known.NO and found["referral"].answer is Known.NO


def still_to_ask(found: Found) -> tuple[str, ...]:
    """The facts not yet known that could still change what is suggested or whose it is, each once, in asking order."""
    open_facts = {*found["is_complaint"].missing, *found["authority"].missing}
    if not nothing_wrong(found):
        open_facts |= {*found["referral"].missing, *found["recording"].missing}
    if found["is_complaint"].answer is Known.NO or serious(found) is Known.YES:
        open_facts.discard(WISH)
    return tuple(fact for step in STEPS for fact in step.facts if fact in open_facts)


def next_step(found: Found, facts: Facts, *, kind: str = "") -> Step | None:
    """The next few questions nobody has asked yet; None when all have been. “Not known” is an answer: it is not asked
    twice, but stays in the list of what is not known. Thanks and enquiries begin with whether they are unhappy at all."""
    left = {fact for fact in still_to_ask(found) if fact not in facts}
    first = STEPS[1:2] if kind in THANKS else ()
    for step in (*first, *STEPS):
        if here := tuple(fact for fact in step.facts if fact in left):
            return Step(step.name, here)
    return None


def owner_facts(chosen: str) -> dict[str, str]:
    """One choice among owners as the facts it means: the chosen one yes, the others no; `none` and `not_known` for all."""
    if chosen == "not_known":
        return dict.fromkeys(OWNER, "not_known")
    return {fact: "yes" if fact == chosen else "no" for fact in OWNER}


def owner_chosen(facts: Facts) -> str | None:
    """The choice those facts came from; None before it was made."""
    answers = {fact: facts[fact] for fact in OWNER if fact in facts}
    if not answers:
        return None
    chosen = [fact for fact, answer in answers.items() if answer == "yes"]
    return chosen[0] if chosen else "not_known" if "not_known" in answers.values() else "none"


def grounds(found: Found) -> tuple[Row, ...]:
    """Why it is not a complaint: the answers that make a part of s.12 fail. Empty when it is one, or may be."""
    if found["is_complaint"].answer is not Known.NO:
        return ()
    rows = {row.rule.fact: row for row in found["is_complaint"].rows}
    return tuple(row for part in PARTS if _fails(part, found) for row in _ground_rows([rows[f] for f in part if f in rows]))


def _fails(part: Iterable[str], found: Found) -> bool:
    """Would it still not be a complaint if every other part held?"""
    sheet = {fact: "yes" for other in PARTS for fact in other} | {"made_for_another": "no"}
    sheet |= {row.rule.fact: str(row.answer) for row in found["is_complaint"].rows if row.rule.fact in part}
    return weigh("is_complaint", sheet, on=found["is_complaint"].on).answer is Known.NO


def _ground_rows(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.answer is (Known.YES if row.rule.fact == "made_for_another" else Known.NO)]


def would_change(facts: Facts, *, on: date) -> dict[str | None, list[tuple[str, str]]]:
    """Which single answers would lead somewhere else: route (None: more to ask) to the facts and answers that lead there."""
    now = suggested(findings(facts, on=on))
    changes: dict[str | None, list[tuple[str, str]]] = {}
    for step in STEPS:
        for fact in (f for f in step.facts if f not in OWNER):
            for answer in ("yes", "no"):
                then = suggested(findings({**facts, fact: answer}, on=on))
                if answer != facts.get(fact) and then != now:
                    changes.setdefault(then, []).append((fact, answer))
    return changes


def reason_recorded(found: Found, *, handled_first: bool) -> str:
    """Why it is recorded, in the national return's words. `handled_first`: an attempt was made outside Schedule 3 before."""
    reasons = {rule.concludes for rule in found["recording"].met}
    if "nature_of_allegation" in reasons or found["referral"].answer is Known.YES:
        return "nature_of_allegation"
    if "complainant_wishes" in reasons:
        return "dissatisfaction_after_initial_handling" if handled_first else "complainant_wishes"
    return "body_decides"


def may_decide(route: str, found: Found, *, by_process: bool = False) -> bool:
    """Recording is always open: it is in the complainant's favour (PRA 2002 Sch 3 para 2(6A)(b)). The others must not
    decide away a duty that is met or not yet known. Where the answers make it a complaint, or leave that open, nobody
    may say it is not one (no review lies against that, para 2(9)): if an answer is wrong, it is the answer to change.

    Where our rules are silent, nothing less than recording is open, unless the office has written down its own process
    of that day (`by_process`): then a person decides by it, and must always say why."""
    if route == RECORDED or (by_process and silent(found)):
        return True
    if route == OUTSIDE:
        return _safe(found)
    known = serious(found) is not Known.NOT_KNOWN or nothing_wrong(found)
    return found["is_complaint"].answer is Known.NO and known


def follows_from(fact: str, *, on: date) -> tuple[Rule, ...]:
    """The rows in force that day that a yes to this fact would meet: what the answer leads to, to show beside it."""
    return tuple(rule for name in ASKED for rule in QUESTIONS[name].in_force(on) if rule.fact == fact)


def protection(found: Found) -> int:
    """How much the findings protect the complainant: 3 it must be referred, 2 it must be recorded, 0 neither."""
    if found["referral"].answer is Known.YES:
        return 3
    return 2 if found["recording"].answer is Known.YES else 0


def needs_second(route: str, facts: Facts, once_yes: Iterable[str], *, on: date) -> bool:
    """Would that decision protect the complainant less than the rules would, if every answer that protects them and was
    ever given still stood? Then one person is not enough.

    So: not a complaint, although something serious is alleged or they want it recorded; and anything less than the
    rules once found, after one of M1 to M9, a crime, Article 2 or 3 or their wish was answered yes and taken back."""
    highest = protection(findings({**facts, **dict.fromkeys(once_yes, "yes")}, on=on))
    given = min(2, highest) if route == RECORDED else 0
    if route == RECORDED and findings(facts, on=on)["referral"].answer is Known.YES:
        given = 3
    return given < highest
