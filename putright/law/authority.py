"""Who is the appropriate authority, or where else does it belong? PRA 2002 s.29(1); PRSRA 2011 s.31.

Each row concludes an owner. A contact about several people may meet several rows: the owner is then the most
protective, and the parts are split (PRA 2002 Sch 3 para 2(10)). A complaint that only mentions the chief constable, say
over policy or resources, is about the force and not about his or her own conduct.
"""

from datetime import date

from putright.law.terms import HOLDS, Known, Question, Rows, Rule, Verdict, any_of, first_of

_SINCE = date(2020, 2, 1)

# Most protective first: nothing lower is concluded while a row for something higher is unanswered.
OWNERS = ("local_policing_body", "police_and_crime_panel", "chief_officer", "other_force", "office_procedure")
NOT_POLICE = "not_a_police_matter"


def _rule(number: int, fact: str, source: str, owner: str) -> Rule:
    return Rule(f"AUT-{number}", "authority", fact, source, _SINCE, concludes=owner)


RULES = (
    _rule(1, "about_chief_officer_conduct", "PRA 2002 s.29(1)(a)", "local_policing_body"),
    _rule(2, "about_commissioner_or_deputy", "PRSRA 2011 s.31, Sch 7; ELPB 2012 regs 13 to 15", "police_and_crime_panel"),
    _rule(3, "about_someone_serving_here", "PRA 2002 s.29(1)(b)", "chief_officer"),
    _rule(4, "about_service_or_policy_here", "PRA 2002 s.29(1)(c)", "chief_officer"),
    _rule(5, "about_another_force", "PRA 2002 s.29(1), Sch 3 para 2(2)-(5)", "other_force"),
    _rule(6, "about_office_staff", "The office's own procedure, outside PRA 2002 Part 2", "office_procedure"),
)


def one_owner(_question: Question, rows: Rows) -> Verdict:
    """The highest owner with a row met, once every row for a higher owner is answered no. Never more than one.

    All rows answered no: it is not a police matter. Only facts that could still change the owner are missing.
    """
    owned = ((owner, [row for row in rows if row.rule.concludes == owner]) for owner in OWNERS)
    paths = ((Known.YES, owner, any_of(*(Verdict(row.answer, (row.rule.fact,)) for row in here))) for owner, here in owned)
    return first_of(*paths, (Known.NO, NOT_POLICE, HOLDS))


QUESTION = Question("authority", RULES, decide=one_owner, no_means=NOT_POLICE)
