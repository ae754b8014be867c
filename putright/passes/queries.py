"""Which pass a code is, who could hold one, and how often somebody tried who could not."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet, Subquery, Sum
from django.utils.crypto import salted_hmac

from putright.cases.models import Case
from putright.cases.references import tidy
from putright.law.calendar import day_of

from . import codes
from .models import Pass, Tries

COUNTED_FOR = timedelta(days=90)
ONE_MORE = """
INSERT INTO passes_tries (reference, "on", number) VALUES (%s, %s, 1)
ON CONFLICT (reference, "on") DO UPDATE SET number = passes_tries.number + 1
"""


def alive() -> QuerySet[Pass]:
    """Passes that open their page: not ended, nor held by somebody who speaks for nobody any more."""
    theirs = Pass.objects.filter(ended_at=None).filter(Q(speaks=None) | Q(speaks__ended_on=None))
    return theirs.select_related("case__complainant", "person", "speaks")


def open_by(reference: str, code: str) -> Pass | None:
    """The pass of that code on that case, while it opens. One look-up by one digest, whatever was typed: how long it takes
    tells nothing of which half was wrong, or whether there is such a case."""
    return alive().filter(digest=codes.digest(tidy(reference), codes.read(code))).first()


def count_wrong(reference: str, *, at: datetime) -> None:
    """One more wrong code for that reference: one statement, the same whether there is such a case."""
    with connection.cursor() as cursor:
        cursor.execute(ONE_MORE, [_kept(tidy(reference)), day_of(at)])


def wrong_tries(case: Case, *, at: datetime) -> int:
    """How many wrong codes came for this case's page in the last 90 days."""
    return _tries(case, at).aggregate(n=Sum("number"))["n"] or 0


def with_tries(case: Case, *, at: datetime) -> tuple[list[Pass], int]:
    """Every pass ever given for the case, the newest first, and the wrong codes typed: one query. Where no pass was ever
    given no code opens anything, and wrong ones are not counted here."""
    number = _tries(case, at).order_by().values("reference").annotate(n=Sum("number")).values("n")
    given = list(of_case(case).annotate(tries=Subquery(number)))
    return given, (given[0].tries or 0) if given else 0


def _tries(case: Case, at: datetime) -> QuerySet[Tries]:
    since: date = day_of(at - COUNTED_FOR)
    return Tries.objects.filter(reference=_kept(case.reference), on__gte=since)


def _kept(reference: str) -> str:
    return salted_hmac("putright.passes.tries", reference, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def of_case(case: Case) -> QuerySet[Pass]:
    return Pass.objects.filter(case=case).select_related("case", "person", "speaks", "given_by").order_by("-pk")
