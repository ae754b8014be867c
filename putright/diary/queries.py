"""Questions of the diary; no writes."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import QuerySet

from . import rules
from .duties import duties
from .models import Occasion, Published, Statement
from .rules import Duty

SHOWN = 40  # occasions of one page


def occasions() -> QuerySet[Occasion]:
    """With whether and where each was published; of duties that there still are."""
    return Occasion.objects.filter(duty__in=duties()).select_related("published")


def one(pk: int) -> Occasion | None:
    return occasions().filter(pk=pk).first()


def waiting() -> list[Occasion]:
    """What is not published, the longest due first."""
    return list(occasions().filter(published=None).order_by("due_on", "pk"))


def done() -> list[Occasion]:
    """The newest published."""
    return list(occasions().filter(published__isnull=False).order_by("-published__on", "-pk")[:SHOWN])


def published(of: Occasion) -> Published | None:
    return Published.objects.filter(occasion=of).first()


def how_late(today: date) -> int:
    """How many are past their day."""
    return Occasion.objects.filter(duty__in=duties(), published=None, due_on__lt=today).count()


def statement(of: Occasion) -> Statement | None:
    """The newest of an occasion."""
    return Statement.objects.filter(occasion=of).select_related("by", "signed__by").order_by("-pk").first()


def read(of: Occasion, number: str) -> Statement | None:
    """The statement somebody had before them; None for what is none of this occasion."""
    pk = int(number) if number.isdecimal() and len(number) < 10 else 0
    return Statement.objects.filter(occasion=of, pk=pk).first()


def stood(listed: Iterable[Occasion], today: date, named: Mapping[str, Duty]) -> list[tuple[Occasion, Duty, str]]:
    """Each occasion with its duty and how it stands. `named`: duties.held."""
    return [(each, named[each.duty], rules.state(each.due_on, published_on(each), today)) for each in listed]


def published_on(of: Occasion) -> date | None:
    found = getattr(of, "published", None)
    return found.on if found else None


def papers(page: str) -> list[Published]:
    """The pages of ours that are published, the newest first."""
    mine = [key for key, duty in duties().items() if duty.page == page]
    return list(Published.objects.filter(occasion__duty__in=mine).select_related("occasion").order_by("-on", "-pk")[:SHOWN])


def paper(pk: int) -> Published | None:
    """A page of ours by its number; None for what is published elsewhere."""
    return Published.objects.filter(pk=pk, address="").select_related("occasion").first()
