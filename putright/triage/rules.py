"""What the findings suggest, and what a person may decide. No Django: facts go in, findings come out."""

from collections.abc import Iterable, Mapping
from datetime import date

from putright.law import process_2014
from putright.law.questions import QUESTIONS, weigh
from putright.law.refusals import UnknownAnswer
from putright.law.terms import Finding, Known, Row, Rule, nearest

ASKED = ("referral", "recording", "is_complaint", "authority")
WEIGHED = (*ASKED, "route", "split")
OUTSIDE, RECORDED, NOT_COMPLAINT = "outside", "recorded", "not_complaint"
Facts = Mapping[str, str]
Found = Mapping[str, Finding]

# Follow from the other answers (PRA 2002 Sch 3 para 2(6B)(d)), or from the decision itself (2(6A)(b)): never asked.
WORKED_OUT = frozenset(
    {"mandatory_referral_type", "must_be_recorded", "is_complaint_in_law", "must_be_referred", "local_policing_body_is_authority"}
)
DECIDED = "body_decides_recording"
WISH = "complainant_wishes_recording"
OWNER = QUESTIONS["authority"].facts
SERIOUS = (*QUESTIONS["referral"].facts, "might_be_crime_or_discipline", "might_infringe_article_2_or_3")
# Asked first of all, and raised in red at a yes. The second and third are the office's own questions, not the law's.
DANGER = "danger_now"
OWN = ("life_at_risk", "vulnerable")
SAFETY = (DANGER, *OWN)
RAISES = {DANGER: "immediate_danger", "life_at_risk": "risk_to_life", "vulnerable": "vulnerability"}
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
# The process of 2014: what it asks, and which of its paths is putting it right. The others pass it on to be recorded.
NOW_AND_THEN = tuple(rule.fact for rule in process_2014.RULES)
BY_PROCESS = dict.fromkeys(
    ("local_recovery_2014", "control_room_recovery_2014", "supervisor_2014", "joint_team"), OUTSIDE
)


def findings(facts: Facts, *, on: date) -> dict[str, Finding]:
    """The questions of triage weighed by the law of that day. Refuses a fact or an answer it does not know.

    Until a person decides to record it, the body has not decided so: that fact is “no”, not “not known”."""
    sheet = worked_out(facts, on=on)
    return {question: weigh(question, sheet, on=on) for question in WEIGHED}


def check_own(facts: Facts) -> None:
    """Refuses (UnknownAnswer) what is no answer to one of the office's own questions, as the law does for its facts."""
    for fact in OWN:
        if facts.get(fact, "yes") not in Known:
            raise UnknownAnswer(fact, facts[fact], nearest(facts[fact], list(Known)))


def worked_out(facts: Facts, *, on: date) -> dict[str, str]:
    """The answers with what follows from them: whether part of it is a complaint, and who the authority is."""
    sheet = {DECIDED: "no"} | {fact: answer for fact, answer in facts.items() if fact not in OWN}
    complaint, owner = weigh("is_complaint", sheet, on=on), weigh("authority", sheet, on=on)
    if complaint.answer is not Known.NOT_KNOWN:
        sheet.setdefault("part_is_a_complaint", str(complaint.answer))
    if owner.answer is Known.YES:
        ours = owner.conclusion == "local_policing_body"
        sheet.setdefault("local_policing_body_is_authority", "yes" if ours else "no")
    return sheet


def serious(found: Found) -> Known:
    """Is anything alleged that must be referred, or that must be recorded for what it is (Sch 3 para 2(6B))?"""
    rows = [*found["referral"].rows, *(r for r in found["recording"].rows if r.rule.concludes == "nature_of_allegation")]
    answers = {row.answer for row in rows}
    path = found["route"].rows if "route" in found else ()
    told = {row.answer for row in path if row.rule.fact == "anything_serious_alleged"}
    if Known.YES in answers | told:
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
    nothing less is suggested while it is not known to be absent. Not knowing never lowers protection. Before our rows
    of law begin, the path of the office's own process of that day suggests, and only putting it right."""
    if silent(found):
        return BY_PROCESS.get(found["route"].conclusion or "")
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


def would_change(facts: Facts, *, on: date, asked: Iterable[str]) -> dict[str | None, list[tuple[str, str]]]:
    """Which single answers would lead somewhere else: route (None: more to ask) to the facts and answers that lead there."""
    def leads(sheet: Facts) -> str | None:
        """As `suggested`; the path is left out where nothing of it counts, for this is asked of many sheets."""
        names = WEIGHED if sheet.get("anything_serious_alleged") else ASKED
        return suggested({name: weigh(name, sheet, on=on) for name in names})

    facts = {DECIDED: "no"} | {fact: answer for fact, answer in facts.items() if fact not in OWN}
    now = leads(facts)
    changes: dict[str | None, list[tuple[str, str]]] = {}
    for fact in asked:
        for answer in (one for one in ("yes", "no") if one != facts.get(fact)):
            then = leads({**facts, fact: answer})
            if then != now:
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
    of that day (`by_process`): then a person decides by it, and says why where it is not the path found."""
    if route == RECORDED or (by_process and silent(found)):
        return True
    if route == OUTSIDE:
        return _safe(found)
    known = serious(found) is not Known.NOT_KNOWN or nothing_wrong(found)
    return found["is_complaint"].answer is Known.NO and known


def follows_from(fact: str, *, on: date) -> tuple[Rule, ...]:
    """The rows in force that day that a yes to this fact would meet, to show beside it: those of what must be done, or
    else of the first question that asks it."""
    rules = [rule for name in ASKED for rule in QUESTIONS[name].in_force(on) if rule.fact == fact]
    others = ([r for r in question.in_force(on) if r.fact == fact] for question in QUESTIONS.values())
    return tuple(rules or next(filter(None, others), ()))


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
