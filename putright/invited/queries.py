"""Whether somebody may be asked, and what the office set. No writes."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from putright.cases.models import SEALED, Case
from putright.passes import codes
from putright.people.models import Person
from putright.people.queries import office, speaks_for
from putright.people.same import together

from . import rules
from .models import Invite, NoSurvey, Setting


def settings_at(at: datetime) -> dict[str, int]:
    """Every setting as it holds at that moment. One query."""
    kept = Setting.objects.filter(at__lte=at).order_by("at", "pk").values_list("name", "value")
    return {name: bounds.default for name, bounds in rules.SETTINGS.items()} | dict(kept)


def changed(at: datetime) -> list[Setting]:
    """What the office set by that moment, the newest first: the last twenty. One query."""
    return list(Setting.objects.filter(at__lte=at).select_related("by").order_by("-at", "-pk")[:20])


def why_not(case: Case | None, person: Person | None, *, at: datetime) -> str:
    """Why this person is not asked about this case now: a code of rules; empty when they may be.

    Four queries at most. Everybody who is one with them counts: their wish, and when they were asked last."""
    if person is None or person.anonymous:
        return rules.NOBODY
    if case is not None:
        if case.restriction >= SEALED:
            return rules.SEALED
        if case.imported:
            return rules.IMPORTED
        speaks = speaks_for(case.complainant)
        if speaks and not speaks.consent_seen_on:
            return rules.NO_CONSENT
    return _theirs([person.pk], at=at).get(person.pk, "")


def _theirs(people: Iterable[int], *, at: datetime) -> dict[int, str]:
    """Of these people, who asked for no surveys or was asked not long ago, and which of the two. Four queries, however many."""
    ones = together(people)
    everybody = {pk for one in ones.values() for pk in one}
    unwilling = set(NoSurvey.objects.filter(person__in=everybody, until=None).values_list("person", flat=True))
    since = at - timedelta(days=settings_at(at)[rules.AGAIN])
    lately = Invite.objects.filter(person__in=everybody, made_at__gt=since, ended_at=None)
    asked = set(lately.values_list("person", flat=True))
    return {
        pk: rules.NO_WISH if unwilling & one else rules.RECENT
        for pk, one in ones.items() if (unwilling | asked) & one
    }  # fmt: skip


def not_now(people: Iterable[int], *, at: datetime) -> dict[int, str]:
    """The same for many at once, about no case: person -> why they are not asked now."""
    return _theirs(list(people), at=at)


def found(typed: str) -> Invite | None:
    """The invite of that code, as it was typed or followed, whether or not it still works. One query."""
    code = codes.read_short(typed)
    if not code:
        return None
    return Invite.objects.select_related("case", "person").filter(digest=codes.digest("survey", code)).first()


def trouble(invite: Invite, *, at: datetime) -> str:
    """Why a code takes no answer now: used, taken_back, late; empty when it does."""
    if invite.answered_at:
        return "used"
    if invite.ended_at:
        return "taken_back"
    return "late" if at > invite.until else ""


def unwilling(person: Person) -> NoSurvey | None:
    """Their wish, or that of anybody who is one with them."""
    one = together([person.pk])[person.pk]
    return NoSurvey.objects.filter(Q(person__in=one), until=None).select_related("by").first()


def site() -> str:
    """Where our pages are, for a link that no request makes: PUTRIGHT_SITE, else the office's own website."""
    known: str = settings.SITE or office().contact.website
    return known.rstrip("/") if "://" in known else f"https://{known.rstrip('/')}"
