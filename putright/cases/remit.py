"""The role guard at a case: may this person perform that function on it? Asked inside actions, beside the role's verb."""

from putright.law.calendar import day_of
from putright.people.models import Handler
from putright.people.queries import office
from putright.people.remit import Function, Matter, Worker, refuses

from .models import Case, ComplainedOf
from .queries import is_walled
from .refusals import OutsideRemit


def check_remit(case: Case, by: Handler, function: Function, *, authority: str = "") -> None:
    """Refuses (OutsideRemit) what the law, or the team's own remit, does not let this person do. Up to three queries.

    By what was held on the day the complaint was made (PRA 2002 s.13A(4)); `authority` is whose complaint it is, where
    that is known already."""
    made_on = day_of(case.received_at)
    matter = Matter(made_on, office().functions(made_on), authority or "chief_officer")
    if why := refuses(worker(case, by), function, matter):
        raise OutsideRemit(why)


def worker(case: Case, by: Handler) -> Worker:
    conflicted = is_walled(case, by) or ComplainedOf.objects.filter(case=case, handler=by).exists()
    return Worker(by.employer, by.directed_by, by.is_constable, conflicted)
