"""The role guard at a case: may this person perform that function on it? Asked inside actions, beside the role's verb."""

from django.db.models import Q

from putright.law.calendar import day_of
from putright.people.models import Handler
from putright.people.queries import office
from putright.people.remit import Function, Matter, Worker, refuses

from .models import Case, ComplainedOf, Wall
from .refusals import OutsideRemit


def check_remit(case: Case, by: Handler, function: Function, *, authority: str = "", opened_now: bool = False) -> None:
    """Refuses (OutsideRemit) what the law, or the team's own remit, does not let this person do. Two queries; one for a
    file opened in the same breath, which nobody can be kept out of yet.

    By what was held on the day the complaint was made (PRA 2002 s.13A(4)); `authority` is whose complaint it is, where
    that is known already."""
    made_on = day_of(case.received_at)
    matter = Matter(made_on, office().functions(made_on), authority or "chief_officer")
    if why := refuses(worker(case, by, opened_now=opened_now), function, matter):
        raise OutsideRemit(why)


def worker(case: Case, by: Handler, *, opened_now: bool) -> Worker:
    walls, named = Wall.objects.filter(case=case, cleared_at=None), ComplainedOf.objects.filter(case=case)
    linked = Q(pk__in=walls.values("handler")) | Q(pk__in=named.exclude(handler=None).values("handler"))
    conflicted = not opened_now and Handler.objects.filter(linked, pk=by.pk).exists()
    return Worker(by.employer, by.directed_by, by.is_constable, conflicted)
