"""Who else is kept informed of a case, and whether the law says so. Cases come in from the door; nothing here opens one."""

from datetime import date

from django.db.models import QuerySet

from putright.cases.models import Case
from putright.law.questions import weigh
from putright.law.terms import Finding

from . import rules
from .models import Interested


def of_case(case: Case) -> QuerySet[Interested]:
    """Those who stand on it now, in the order they were written down."""
    return Interested.objects.filter(case=case, ended_at=None).select_related("person", "case").order_by("pk")


def told(case: Case) -> QuerySet[Interested]:
    """Of those, who agreed to be told: nobody else is written to."""
    return of_case(case).filter(agrees="yes")


def found(row: Interested, *, on: date) -> Finding:
    """Whether the law keeps them informed, by its rules of that day."""
    return weigh("interested_person", rules.facts(row.tie, row.agrees), on=on)
