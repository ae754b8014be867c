"""Coming in and leaving. A sitting's secret is made by us when somebody comes in, so one that was planted opens nothing."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from putright.cases.models import Case
from putright.passes.models import Pass
from putright.people.models import Person
from putright.people.rules import wants_large_print

from .models import Sitting
from .rules import LONGEST, NOTICED, is_over

COOKIE = "putright_own_page"
PRINT = "putright_print"  # how large their page is drawn: nobody’s secret, and of no use to anybody


@dataclass(frozen=True)
class Visitor:
    """Who is at the page, and how far it reaches for them."""

    sitting: Sitting

    @property
    def held(self) -> Pass:
        return self.sitting.held

    @property
    def case(self) -> Case:
        return self.held.case

    @property
    def person(self) -> Person:
        return self.held.person

    @property
    def speaks_for(self) -> Person | None:
        return self.held.speaks.person if self.held.speaks else None

    @property
    def large(self) -> bool:
        """Do they need large print? Then their page begins in it."""
        return wants_large_print(self.person.adjustments)

    @property
    def whole(self) -> bool:
        """May they see more than what they sent? Somebody who speaks for another, once written consent was seen."""
        return self.held.speaks is None or self.held.speaks.consent_seen_on is not None

    @property
    def acts(self) -> bool:
        return self.whole and (self.held.speaks is None or self.held.acts)

    @property
    def theirs(self) -> tuple[int, ...]:
        """People whose letters and words they may read: themselves, and whoever they speak for."""
        other = [self.speaks_for.pk] if self.speaks_for and self.whole else []
        return (self.person.pk, *other)


def begin(held: Pass, *, at: datetime) -> str:
    """A new sitting: the secret for the browser's cookie. Sittings that have long been over are forgotten."""
    secret = token_urlsafe(32)
    Sitting.objects.filter(began_at__lt=at - 2 * LONGEST).delete()
    Sitting.objects.create(digest=_digest(secret), held=held, began_at=at, used_at=at)
    Pass.objects.filter(pk=held.pk, used_at=None).update(used_at=at)
    return secret


def visitor(request: HttpRequest) -> Visitor | None:
    """Who is at the page now. Asked of the database each time, so that an ended code or consent ends it at once. One query."""
    secret = request.COOKIES.get(COOKIE, "")
    if not secret:
        return None
    still = Q(held__speaks=None) | Q(held__speaks__ended_on=None)
    found = Sitting.objects.filter(still, digest=_digest(secret), ended_at=None, held__ended_at=None)
    sitting = found.select_related("held__case__assigned_to", "held__person", "held__speaks__person").first()
    if sitting is None or is_over(sitting.began_at, sitting.used_at, at=request.at):
        return None
    if request.at - sitting.used_at > NOTICED:
        Sitting.objects.filter(pk=sitting.pk).update(used_at=request.at)
    return Visitor(sitting)


def leave(request: HttpRequest) -> None:
    Sitting.objects.filter(digest=_digest(request.COOKIES.get(COOKIE, "")), ended_at=None).update(ended_at=request.at)


def carrying(response: HttpResponse, secret: str) -> HttpResponse:
    """For this visit only, and never sent along from another site."""
    response.set_cookie(COOKIE, secret, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE)
    return response


def cleared(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(COOKIE, samesite="Strict")
    response["Clear-Site-Data"] = '"cache"'
    return response


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
