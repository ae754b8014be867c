"""Where it goes first, in words: the path, why, what would change it; the other part; and every other question."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from putright.law import words
from putright.law.explain import because, enough
from putright.law.questions import QUESTIONS, weigh
from putright.law.terms import Finding, Known, Row, any_row

from . import asking, rules
from . import explain as told
from .wording import ANSWERS, question

SHOWN_APART = frozenset((*rules.ASKED, "route"))


@dataclass(frozen=True)
class Routed:
    """The path in one sentence. `ruled_out`: what was asked and answered no, each with its provision."""

    sentence: str
    settled: bool
    because: tuple[told.Reason, ...]
    ruled_out: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    other_part: str = ""


@dataclass(frozen=True)
class Other:
    """One more question of the front door. `left`: how many answers it still needs; `matters`: it matters now."""

    name: str
    text: str
    said: str
    because: tuple[told.Reason, ...]
    left: int
    matters: bool


def routed(facts: rules.Facts, found: rules.Found, *, on: date, language: str) -> Routed:
    path = found["route"]
    settled = path.answer is not Known.NOT_KNOWN
    yes, no = _split(enough(QUESTIONS["route"], path) if settled else (), language)
    return Routed(
        _where(path, language), settled, yes, no, _changes(path, language) if settled else (),
        other_part(facts, on=on, language=language),
    )  # fmt: skip


def _where(found: Finding, language: str) -> str:
    if not found.rows:
        return words.sentence("finding_no_law", language, day=words.long_date(found.on, language))
    if not found.conclusion:
        return words.answer_text("route", str(found.answer), language)
    path = words.conclusion_text(found.conclusion, language)
    return f"{path[0].upper()}{path[1:]}."


def _split(rows: Iterable[Row], language: str) -> tuple[tuple[told.Reason, ...], tuple[tuple[str, str], ...]]:
    rows = list(rows)
    yes = tuple(told.reason(row.rule, language) for row in rows if row.answer is Known.YES)
    no = ((words.fact_question(row.rule.fact, language), row.rule.source) for row in rows if row.answer is Known.NO)
    return yes, tuple(no)


def _changes(now: Finding, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each other path once, with the single answers that lead there. What would only leave it open is left out."""
    asked, places = QUESTIONS["route"], dict[str, list[str]]()
    for place, row in enumerate(now.rows):
        for answer in (one for one in (Known.YES, Known.NO) if one is not row.answer):
            rows = (*now.rows[:place], Row(row.rule, answer), *now.rows[place + 1 :])
            then = (asked.decide or any_row)(asked, rows).conclusion
            if then and then != now.conclusion:
                said = f"{question(row.rule.fact, language)} {ANSWERS[str(answer)]}."
                places.setdefault(words.conclusion_text(then, language), []).append(said)
    return tuple((path, tuple(answers)) for path, answers in places.items())


def other_part(facts: rules.Facts, *, on: date, language: str) -> str:
    """Where the part that is no complaint goes (PRA 2002 Sch 3 para 2(10)); empty when there is none, or it is not known."""
    if facts.get(asking.OTHER_PART) != Known.YES:
        return ""
    brought = {fact: facts[fact] for fact in (*asking.BRINGS, "insists_and_gives_details") if fact in facts}
    aside = dict.fromkeys((*rules.OWNER, *asking.ONLY, rules.DANGER, asking.UNHAPPY, *rules.SERIOUS), "no")
    path = rules.findings({**aside, **brought}, on=on)["route"].conclusion
    return words.conclusion_text(path, language) if path else ""


def others(facts: rules.Facts, found: rules.Found, *, on: date, language: str) -> list[Other]:
    """Every question of the front door that is not on the page already, those that matter now first."""
    every, now = rules.worked_out(facts, on=on), _matter(found, facts)
    listed = [name for name in QUESTIONS if name not in SHOWN_APART and QUESTIONS[name].in_force(on)]
    return [_other(name, every, name in now, on, language) for name in sorted(listed, key=lambda name: name not in now)]


def _matter(found: rules.Found, facts: rules.Facts) -> frozenset[str]:
    """Which questions follow from how it stands: what is recorded may have to be investigated or be referred by choice;
    what a step left open may be settled by its own test."""
    now = {"split"} if found["split"].answer is Known.YES else set()
    if rules.suggested(found) == rules.RECORDED:
        now |= {"investigation", "repeat", "review_body"}
        now |= {"voluntary_referral"} if found["referral"].answer is Known.NO else set()
    tests = {"by_or_for_member_of_public": "member_of_public", "adversely_affected": "affected"}
    now |= {test for fact, test in tests.items() if facts.get(fact) == Known.NOT_KNOWN}
    if facts.get("only_a_charging_decision") == Known.YES:
        now.add("vrr")
    return frozenset(now)


def _other(name: str, facts: rules.Facts, matters: bool, on: date, language: str) -> Other:
    found = weigh(name, facts, on=on)
    said = words.answer_text(name, str(found.answer), language)
    if found.conclusion:
        said = f"{said} ({words.conclusion_text(found.conclusion, language)})"
    left = asking.of_question(name, found.missing)
    yes = tuple(told.reason(row.rule, language) for row in because(QUESTIONS[name], found) if row.answer is Known.YES)
    return Other(name, words.question_text(name, language), said, yes, len(left.facts) if left else 0, matters)
