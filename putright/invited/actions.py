"""Keeping an invite, and what somebody or the office wishes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from putright.cases.models import Case
from putright.passes import codes
from putright.people.gates import check
from putright.people.models import Handler, Person

from . import queries, rules
from .models import ANSWER, Invite, NoSurvey, Setting
from .refusals import OutOfBounds


@dataclass(frozen=True)
class Asked:
    """Who is asked what, and how it goes to them."""

    survey: str
    case: Case | None
    person: Person | None
    within: str
    how: str
    language: str


def code_for(case: Case, person: Person | None, *, at: datetime) -> str:
    """The code of the letter that is written at that moment: the same for its words and for the invite that is kept."""
    told = ("survey", case.reference, at.isoformat(), str(person.pk if person else 0))
    return codes.short(settings.SECRET_KEY, *told)


def links(code: str) -> dict[str, str]:
    """The address of that code in each language. Spelled here, for the page itself is in a later room."""
    return {language: f"{queries.site()}/{language}/survey/{code}/" for language in ("en", "cy")}


def placed(kind: str, given: Mapping[str, str], case: Case, person: Person | None, *, at: datetime) -> Mapping[str, str]:
    """The values of a letter, with the link to the survey where it is a final answer and this person may be asked."""
    if kind not in rules.FINAL or given.get("survey") or queries.why_not(case, person, at=at):
        return given
    return {**given, **{f"survey_{language}": link for language, link in links(code_for(case, person, at=at)).items()}}


def keep(case: Case, person: Person | None, body: str, how: str, *, at: datetime) -> dict[str, object]:
    """Keep the invite of a letter whose words hold its code; `how`: its medium. What to say in its event."""
    code = code_for(case, person, at=at)
    if person is None or code not in body.replace("\\", ""):
        return {}
    if Invite.objects.filter(digest=codes.digest("survey", code)).exists():
        return {}  # a letter that only asks: `surveys` keeps its invite
    asked = Asked(case.kind or "complaint", case, person, ANSWER, how, person.language or case.language)
    return {"invite": invite(asked, code, by=None, at=at).pk}


def invite(asked: Asked, code: str, *, by: Handler | None, at: datetime) -> Invite:
    """Keep one invite by the digest of its code. The caller's action checks who, asks `why_not`, and writes the event."""
    until = at + timedelta(days=queries.settings_at(at)[rules.OPEN])
    digest = codes.digest("survey", code)
    return Invite.objects.create(digest=digest, made_at=at, until=until, by=by, **vars(asked))


def invite_many(several: Sequence[tuple[Asked, str]], until: datetime, *, by: Handler | None, at: datetime) -> list[Invite]:
    """Keep one invite for each, with the code of each, in a few statements. As for `invite`, the caller's action checks."""
    rows = [
        Invite(digest=codes.digest("survey", code), made_at=at, until=until, by=by, **vars(asked)) for asked, code in several
    ]
    return Invite.objects.bulk_create(rows, 500)


@transaction.atomic
def no_more(invite: Invite, *, by: None = None, at: datetime) -> None:
    """Whoever has the code wants no more surveys, whether or not they are a person here. Twice is once; the code opens nothing
    more. A person's wish is kept as `ask_no_more` keeps it; that of somebody from a list stands with their code."""
    Invite.objects.filter(pk=invite.pk).update(no_more=True)
    Invite.objects.filter(pk=invite.pk, answered_at=None, ended_at=None).update(ended_at=at)
    if invite.person:
        ask_no_more(invite.person, by=None, at=at)


@transaction.atomic
def ask_no_more(person: Person, *, by: Handler | None, at: datetime) -> None:
    """Never send this person a survey again: they said so themselves, or a handler writes it down. Twice is once.

    Changes: one NoSurvey; links that are out open nothing from now. Refuses NotAllowed by role where a handler does it."""
    if by is not None:
        check(by, "invited.wish")
    try:
        with transaction.atomic():
            NoSurvey.objects.create(person=person, since=at, by=by)
    except IntegrityError:
        return
    Invite.objects.filter(person=person, answered_at=None, ended_at=None).update(ended_at=at)


@transaction.atomic
def may_ask_again(person: Person, *, by: Handler, at: datetime) -> None:
    """They changed their mind. Ends their wish and that of whoever is one with them. Refuses NotAllowed by role."""
    check(by, "invited.wish")
    while held := queries.unwilling(person):
        NoSurvey.objects.filter(pk=held.pk).update(until=at)


@transaction.atomic
def set_to(name: str, value: int, *, by: Handler, at: datetime) -> Setting:
    """What the office sets from now on. Refuses OutOfBounds, NotAllowed by role."""
    check(by, "invited.set")
    if not rules.allowed(name, value):
        raise OutOfBounds(rules.SETTINGS[name])
    return Setting.objects.create(name=name, value=value, at=at, by=by)
