"""Questions about log-ins. None names a case."""

from datetime import datetime

from django.db.models import QuerySet

from putright.people.models import Handler, Team

from .links import digest
from .models import Asked, Deed, JoiningLink


def everybody() -> QuerySet[Handler]:
    """Those who work here first, by name; one query with their teams and user names."""
    return Handler.objects.select_related("team", "user").order_by("left_on", "name")


def waiting() -> QuerySet[Asked]:
    return Asked.objects.filter(settled_at=None).select_related("by", "handler").order_by("at")


def history(handler: Handler | None = None) -> QuerySet[Deed]:
    """The trail, newest first; of one person, or the last fifty lines of all."""
    lines = Deed.objects.select_related("handler", "by", "asked_by").order_by("-pk")
    return lines.filter(handler=handler) if handler else lines[:50]


def one(pk: int) -> Handler | None:
    return everybody().filter(pk=pk).first()


def asked(pk: int) -> Asked | None:
    return Asked.objects.select_related("by", "handler__team", "handler__user").filter(pk=pk).first()


def teams() -> QuerySet[Team]:
    return Team.objects.order_by("name_en")


def joining(secret: str, *, at: datetime) -> JoiningLink | None:
    """The link of that secret, while it can be used. A used one, an old one and a made-up one are all nothing."""
    found = JoiningLink.objects.select_related("handler__user").filter(digest=digest(secret), used_at=None, until__gt=at)
    return found.filter(handler__left_on=None).first()
