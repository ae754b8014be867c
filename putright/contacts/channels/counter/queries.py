"""Questions about counters."""

from datetime import datetime

from django.db.models import Count, QuerySet

from putright.contacts.models import Contact

from . import rules
from .models import Counter, Told


def open_now(at: datetime) -> QuerySet[Counter]:
    return Counter.objects.filter(closed_at=None, ends_at__gt=at)


def by_code(typed: str, *, at: datetime) -> Counter | None:
    """The open counter of that code; None for a wrong one, and the same for one that is closed."""
    code = rules.read_code(typed)
    return open_now(at).filter(code_digest=rules.digest(code)).first() if code else None


def listed(at: datetime) -> list[Counter]:
    """Those open now, the newest first, with how many contacts each took: no word of any of them."""
    return list(open_now(at).annotate(number=Count("told")).select_related("opened_by").order_by("-opened_at", "-pk")[:100])


def told_here(counter: Counter, contact: int) -> Contact | None:
    """A contact, if it was told at this very counter."""
    found = Told.objects.select_related("contact__case", "contact__person").filter(counter=counter, contact=contact).first()
    return found.contact if found else None
