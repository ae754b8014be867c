"""Asking somebody without an account by a link, their answer, and asking again."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import transaction

from putright.allocation import queries as allocation_queries
from putright.allocation.actions import allocate, answer_by_link, give_back_by_link
from putright.allocation.models import Allocation
from putright.allocation.rules import Answered
from putright.allocation.rules import Asked as Request
from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.refusals import NotThem
from putright.law.calendar import day_of
from putright.messages.actions import New, put
from putright.passes import codes
from putright.people.gates import check
from putright.people.models import Handler, Team

from .. import queries, rules
from ..models import Link, Message, Rung
from ..refusals import AskedToday, Closed, NoLink, NotWaiting
from ..secret import secret_of


@dataclass(frozen=True)
class Addressee:
    """Somebody without an account, and where our pages are for the link."""

    name: str
    email: str = ""
    number: str = ""  # collar number
    superior: str = ""
    superior_email: str = ""
    told: str = ""
    language: str = "en"
    site: str = ""


@transaction.atomic
def ask_outside(case: Case, team: Team, request: Request, who: Addressee, *, by: Handler, at: datetime) -> str:
    """Ask a district or department, and one named person of it by a link: the link's secret, shown once.

    Changes what `allocate` changes, one Link, a message where there is an address, event `link_made`. Refuses as `allocate`
    does, and NotThem for whoever may be linked to the matter, or whose superior is; it does not say why."""
    check(by, "chasing.ask")
    case = locked(case)
    _free(case, who, at)
    made = allocate(case, team, request, by=by, at=at)
    return _linked(made, who, rules.ASKED, by=by, at=at)


@transaction.atomic
def renew(case: Case, who: Addressee, *, by: Handler, at: datetime) -> str:
    """A new link for the same request, to the same person or another: the old one ends. The secret, shown once.

    Refuses NotWaiting when it waits for nobody outside, NotThem, NotAllowed by role. Event `link_made`."""
    check(by, "chasing.ask")
    case = locked(case)
    waiting = allocation_queries.with_now(case)
    if waiting is None:
        raise NotWaiting
    _free(case, who, at)
    Link.objects.filter(allocation=waiting, role=rules.ASKED, ended_at=None).update(ended_at=at, ended=rules.RENEWED)
    return _linked(waiting, who, rules.ASKED, by=by, at=at)


def _free(case: Case, who: Addressee, at: datetime) -> None:
    apart, on = allocation_queries.may_be_apart, day_of(at)
    if apart(case, who.name, who.number, on) or (who.superior and apart(case, who.superior, "", on)):
        raise NotThem


def _linked(asked: Allocation, who: Addressee, role: str, *, by: Handler | None, at: datetime) -> str:
    salt = secrets.token_hex(16)
    secret = secret_of(salt)
    until = at + timedelta(days=queries.steps(day_of(at)).link_days)
    made = Link.objects.create(
        allocation=asked, role=role, salt=salt, digest=codes.digest("chasing", secret), made_at=at, by=by, until=until,
        **vars(who),
    )  # fmt: skip
    _message(made, rules.ASK if role == rules.ASKED else rules.SUPERIOR, at)
    facts = {"allocation": asked.pk, "link": made.pk, "role": role, "until": until}
    write(asked.case, Line("link_made", at, by, "" if by else "rounds", facts, {"name": who.name}))
    return secret


def _message(link: Link, kind: str, at: datetime) -> None:
    """An e-mail that the rounds send; none where no address was given: the handler passes the link on."""
    if link.email:
        key = f"{link.pk}:{Message.objects.filter(link=link).count()}"  # the case is locked: nobody counts beside us
        mail = put(New("chasing", key, link.email, link.language), at=at)
        Message.objects.create(allocation=link.allocation, link=link, kind=kind, made_at=at, mail=mail)


@transaction.atomic
def answer(link: Link, given: Answered, *, by: None = None, at: datetime) -> None:
    """Take the answer of whoever has the link; it is used up, and so is their superior's.

    Lands as `answered_back`, as with an account. Refuses Closed (used, renewed, not_me, not_needed, late), SayMore."""
    row = _open(link, at)
    answer_by_link(row.allocation, replace(given, more={"link": row.pk}), at=at)
    _used(row, at)


@transaction.atomic
def return_it(link: Link, why: str, *, by: None = None, at: datetime) -> None:
    """They cannot put it right, and say why: it is ours again (`given_back`). Refuses Closed, SayMore."""
    row = _open(link, at)
    give_back_by_link(row.allocation, why, at=at)
    _used(row, at)


@transaction.atomic
def not_them(link: Link, *, by: None = None, at: datetime) -> None:
    """It came to the wrong person: the link is switched off, and a handler sees it. Event `link_not_them`. Refuses Closed."""
    row = _open(link, at)
    Link.objects.filter(pk=row.pk).update(ended_at=at, ended=rules.NOT_ME)
    facts = {"allocation": row.allocation_id, "link": row.pk}
    write(row.allocation.case, Line("link_not_them", at, None, "unverified", facts))


def _open(link: Link, at: datetime) -> Link:
    locked(link.allocation.case)
    row = Link.objects.select_for_update(of=("self",)).select_related("allocation__case").get(pk=link.pk)
    if why := queries.trouble(row, at):
        raise Closed(why)
    return row


def _used(row: Link, at: datetime) -> None:
    Link.objects.filter(allocation=row.allocation_id, ended_at=None).update(ended_at=at, ended=rules.USED)


@transaction.atomic
def remind_now(case: Case, *, by: Handler, at: datetime) -> None:
    """A handler asks again by hand, at most once a day: the same link, while it works. Event `asked_again`.

    Refuses NotWaiting, AskedToday, and NoLink where they answer with a log-in or no address is known; NotAllowed."""
    check(by, "chasing.remind")
    case = locked(case)
    waiting = allocation_queries.with_now(case)
    if waiting is None:
        raise NotWaiting
    link = queries.last_link(waiting)
    if link is None or not link.email or queries.trouble(link, at):
        raise NoLink
    if any(day_of(one.at) == day_of(at) for one in Rung.objects.filter(allocation=waiting)):
        raise AskedToday
    Rung.objects.create(allocation=waiting, number=0, at=at, by=by)
    _message(link, rules.AGAIN, at)
    write(case, Line("asked_again", at, by, facts={"allocation": waiting.pk, "rung": 0}))


@transaction.atomic
def climb(asked: Allocation, number: int, *, by: None = None, at: datetime) -> None:
    """Step onto one rung of the ladder, once; done again, or answered meanwhile, it changes nothing. Event `asked_again`.

    1: the one asked is reminded, by message where they have a link. 2: their superior gets a link of their own, unless
    they may by now be linked to the matter. 3: our supervisor's list. What cannot be sent is still a rung: silence shows."""
    case = locked(asked.case)
    row = Allocation.objects.select_related("case").get(pk=asked.pk)
    if not queries.waits(row) or Rung.objects.filter(allocation=row, number__gte=number).exists():
        return
    Rung.objects.create(allocation=row, number=number, at=at)
    write(case, Line("asked_again", at, None, "rounds", {"allocation": row.pk, "rung": number}))
    link = queries.last_link(row)
    if link and number == 1 and not queries.trouble(link, at):
        _message(link, rules.AGAIN, at)
    if link and number == 2 and link.superior_email and not allocation_queries.may_be_apart(case, link.superior, "", day_of(at)):
        boss = Addressee(link.superior, link.superior_email, told=link.told, language=link.language, site=link.site)
        _linked(row, boss, rules.SUPERIOR, by=None, at=at)
