"""Questions of what is published; no writes."""

from django.db.models import QuerySet

from putright.codes.queries import code_list
from putright.national.models import Return
from putright.national.queries import returns
from putright.national.rules import Quarter

from .models import Table


def tables() -> QuerySet[Table]:
    return Table.objects.order_by("-year", "-quarter")


def one(year: int, number: int) -> Table | None:
    return Table.objects.filter(year=year, quarter=number).first()


def ready() -> list[Return]:
    """Signed returns of quarters that are not published, the newest first."""
    done = set(Table.objects.values_list("year", "quarter"))
    signed = returns().filter(signature__isnull=False)
    return [of for of in signed if (of.year, of.quarter) not in done]


def names(of: Return) -> dict[str, str]:
    listed = code_list("categories").in_force(Quarter(of.year, of.quarter).first)
    return {row.code: row.en for row in listed if not row.parent}
