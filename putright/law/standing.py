"""Who may complain: a member of the public, badly affected, who wants something done. PRA 2002 ss.12 and 29, from 2020.
Who else is kept informed: an interested person (s.21).

Each is a question of its own, and the first two settle what the question of s.12 leaves open. Made for another, and
consent in writing, are rows of that question (s.12(6)).
"""

from datetime import date

from putright.law.terms import Question, Rows, Rule, Verdict, all_of, any_of, opposite, parts

_SINCE = date(2020, 2, 1)


def _rule(id_: str, question: str, fact: str, source: str, *, recalled: bool = False) -> Rule:
    return Rule(id_, question, fact, source, _SINCE, recalled=recalled)


def member_of_public(_question: Question, rows: Rows) -> Verdict:
    """Not under the same chief officer then, not on duty then, and, about anything but conduct, not of that force."""
    fact = parts(rows)
    own_force = all_of(fact["serves_in_that_force"], opposite(fact["about_conduct"]))
    return opposite(any_of(fact["under_same_chief_officer_then"], fact["on_duty_then"], own_force))


MEMBER_OF_PUBLIC = Question("member_of_public", (
    _rule("MEM-1", "member_of_public", "under_same_chief_officer_then", "PRA 2002 s.29(4)"),
    _rule("MEM-2", "member_of_public", "on_duty_then", "PRA 2002 s.29(4)"),
    _rule("MEM-3", "member_of_public", "serves_in_that_force", "PRA 2002 s.29(4A)"),
    _rule("MEM-4", "member_of_public", "about_conduct", "PRA 2002 s.29(4)-(4A)"),
), decide=member_of_public)


def affected(_question: Question, rows: Rows) -> Verdict:
    """Harm of any kind named; and, if they only saw or heard, they were there or close by, or knew the person."""
    fact = parts(rows)
    harmed = any_of(*(fact[name] for name in ("loss_or_damage", "distress", "inconvenience", "danger_or_undue_risk")))
    near = any_of(opposite(fact["only_saw_or_heard"]), fact["present_or_close_by"], fact["already_knew_them"])
    return all_of(harmed, near)


AFFECTED = Question("affected", (
    _rule("AFF-1", "affected", "loss_or_damage", "PRA 2002 s.29(5)"),
    _rule("AFF-2", "affected", "distress", "PRA 2002 s.29(5)"),
    _rule("AFF-3", "affected", "inconvenience", "PRA 2002 s.29(5)"),
    _rule("AFF-4", "affected", "danger_or_undue_risk", "PRA 2002 s.29(5)"),
    _rule("AFF-5", "affected", "only_saw_or_heard", "PRA 2002 s.12(3)"),
    _rule("AFF-6", "affected", "present_or_close_by", "PRA 2002 s.12(4)"),
    _rule("AFF-7", "affected", "already_knew_them", "PRA 2002 s.12(4)"),
), decide=affected)

# Dissatisfaction is active if it was sent to us, or an answer is wanted. The guidance itself could not be read.
ACTIVE = Question("active", (
    _rule("ACT-1", "active", "sent_to_us", "PRA 2002 s.12(1); IOPC Focus 13", recalled=True),
    _rule("ACT-2", "active", "wants_an_answer", "PRA 2002 s.12(1); IOPC Focus 13", recalled=True),
), no_means="passing_remark")


def interested(_question: Question, rows: Rows) -> Verdict:
    """Close enough to the one who died or was hurt, or to the matter; and they agree to be told (s.21(1)-(3))."""
    fact = parts(rows)
    ties = any_of(fact["relative_of_dead_or_injured"], fact["is_the_injured_person"], fact["has_sufficient_interest"])
    return all_of(ties, fact["consents_to_be_told"])


INTERESTED = Question("interested_person", (
    _rule("INT-1", "interested_person", "relative_of_dead_or_injured", "PRA 2002 s.21(1)-(3); CMR 2020 reg 36"),
    _rule("INT-2", "interested_person", "is_the_injured_person", "PRA 2002 s.21(1)-(3)"),
    _rule("INT-3", "interested_person", "has_sufficient_interest", "PRA 2002 s.21(1)-(3)"),
    _rule("INT-4", "interested_person", "consents_to_be_told", "PRA 2002 s.21(1)-(3)"),
), decide=interested)
