"""Must it be investigated, and is it only a repeat? PRA 2002 Sch 3 para 6(2C); CMR 2020 regs 5 and 6.

The test is an *indication* that there was a crime, a matter for discipline or a breach of Article 2 or 3. It is not the
recording test ("might, if proved", para 2(6B)), nor the review body's (unable to satisfy itself "from the complaint
alone", reg 32(b)): three questions, three facts, three answers.
"""

from datetime import date

from putright.law.calendar import add_months
from putright.law.terms import Known, Question, Rows, Rule, Verdict, all_of, any_of, opposite, parts

_SINCE = date(2020, 2, 1)
_EARLIER = ("earlier_investigated", "earlier_handled_under_schedule_3", "earlier_withdrawn")
BY_IOPC, INVESTIGATE, OTHERWISE = "iopc_decides_how_it_is_investigated", "investigate", "handle_otherwise"
REG_6 = (
    ("same_matter_as_earlier", "CMR 2020 reg 6(a)"),
    ("fresh_indication", "CMR 2020 reg 6(b)"),
    ("fresh_evidence", "CMR 2020 reg 6(c)"),
    *((fact, "CMR 2020 reg 6(d)") for fact in _EARLIER),
)


def _reg_6(rows: Rows) -> Verdict:
    """All four needed: the same matter, nothing fresh of either kind, and the earlier one dealt with.

    Handling outside Schedule 3 does not count as dealt with.
    """
    fact = parts(rows)
    dealt_with = any_of(*(fact[name] for name in _EARLIER))
    return all_of(fact["same_matter_as_earlier"], opposite(fact["fresh_indication"]), opposite(fact["fresh_evidence"]),
                  dealt_with)


def is_repeat(_question: Question, rows: Rows) -> Verdict:
    return _reg_6(rows)


REPEAT = Question("repeat", tuple(Rule(f"REP-{number}", "repeat", fact, source, _SINCE)
                                  for number, (fact, source) in enumerate(REG_6, 1)), decide=is_repeat)


def _rule(number: int, fact: str, source: str) -> Rule:
    return Rule(f"INV-{number}", "investigation", fact, source, _SINCE)


RULES = (
    _rule(1, "indication_of_crime_or_discipline", "PRA 2002 Sch 3 para 6(2C)(a)"),
    _rule(2, "indication_of_article_2_or_3", "PRA 2002 Sch 3 para 6(2C)(b)"),
    *(_rule(number, fact, source) for number, (fact, source) in enumerate(REG_6, 3)),
    _rule(9, "about_chief_officer_conduct", "CMR 2020 reg 5"),
)


def must_investigate(_question: Question, rows: Rows) -> Verdict:
    """An indication of either kind, unless it is a repeat within regulation 6.

    A chief officer's conduct with an indication of crime or discipline is never investigated by the force itself: the
    Director General decides how. While that is open the duty stands, and who decides is missing.
    """
    fact = parts(rows)
    crime, chief = fact["indication_of_crime_or_discipline"], fact["about_chief_officer_conduct"]
    verdict = all_of(any_of(crime, fact["indication_of_article_2_or_3"]), opposite(_reg_6(rows)))
    if verdict.answer is not Known.YES:
        return Verdict(verdict.answer, verdict.missing, OTHERWISE if verdict.answer is Known.NO else None)
    iopc = all_of(crime, chief)
    if iopc.answer is Known.NOT_KNOWN:
        return Verdict(Known.YES, iopc.missing)
    return Verdict(Known.YES, (), BY_IOPC if iopc.answer is Known.YES else INVESTIGATE)


def delay_notice(made_on: date, sent: int = 0) -> date:
    """From when the next notice of delay is due, as soon as practicable: twelve months, then every six (CMR 2020 reg 13(3)).
    Of investigations only. `sent` is how many went before."""
    return add_months(made_on, 12 + 6 * sent)


QUESTION = Question("investigation", RULES, decide=must_investigate, also_means=(BY_IOPC, INVESTIGATE, OTHERWISE))
