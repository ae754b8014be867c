"""The other way in: a link to the address they gave, and a word they chose. Neither opens anything without the other.

Asking for a link writes one row, whoever asks for what: whether there is such a case, address or word is found out later, by
the rounds, and nobody who asked is told."""

import secrets
from datetime import datetime, timedelta
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.references import tidy
from putright.passes import codes, queries
from putright.passes.models import Pass

from .models import Link, Word
from .refusals import NoEmailYet, TooEasy
from .rules import GUESSES, LINK_LASTS, LINKS_A_DAY, folded, too_easy
from .sittings import Visitor

KEPT = timedelta(days=7)


def pair(reference: str, email: str) -> str:
    """A keyed digest of a case and an address: what both somebody's word and a link asked for are kept under."""
    told = f"{reference}\n{email.strip().casefold()}"
    return salted_hmac("putright.own_page.pair", told, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


@transaction.atomic
def choose_word(visitor: Visitor, word: str, *, at: datetime) -> None:
    """Choose the word that opens the page with a link, or another in its place. Kept as passwords are.

    Refuses NoEmailYet, TooEasy (short, or what everybody near them knows). Event `chose_word`."""
    case, person = locked(visitor.case), visitor.person
    if not person.email:
        raise NoEmailYet
    if too_easy(word, (person.name, person.phone, person.postcode, person.email, case.reference)):
        raise TooEasy
    kept = {"kept": make_password(folded(word)), "pair": pair(case.reference, person.email), "at": at}
    Word.objects.update_or_create(held=visitor.held, defaults=kept)
    write(case, Line("chose_word", at, None, "complainant", {"pass": visitor.held.pk, "person": person.pk}))


def ask(reference: str, email: str, *, site: str, language: str, at: datetime) -> str:
    """Write down that somebody asks for a link: one row, the same for everybody. Gives the link's secret, which the page
    does not show."""
    salt = secrets.token_hex(16)
    secret = secret_of(salt)
    Link.objects.create(
        digest=codes.digest(secret),
        salt=salt,
        pair=pair(tidy(reference), email),
        site=site[:200],
        language=language,
        asked_at=at,
    )
    return secret


def secret_of(salt: str) -> str:
    return codes.derived(settings.SECRET_KEY, "link", salt)


def whose(link: Link, *, at: datetime) -> Pass | None:
    """Whose word it is that the link was asked for, if there is one, and they may be sent it: the address is still theirs,
    and not more than a few were sent in a day."""
    word = Word.objects.filter(pair=link.pair).order_by("-at").first()
    held = queries.alive().filter(pk=word.held_id).first() if word else None
    if held is None or pair(held.case.reference, held.person.email) != link.pair:
        return None
    lately = Link.objects.filter(pair=link.pair, looked_at__gt=at - timedelta(days=1)).exclude(held=None)
    return held if lately.count() < LINKS_A_DAY else None


@transaction.atomic
def opened(secret: str, word: str, *, at: datetime) -> Pass | None:
    """The pass of a link, for whoever knows the word. None for a wrong word and for a link that is made up, used, old or
    guessed at too often: the same work is done for each, and the same is said."""
    found = Link.objects.select_for_update().filter(digest=codes.digest(codes.read(secret))).first()
    good_link = bool(
        found and found.held_id and not found.used_at and found.wrong < GUESSES and found.asked_at > at - LINK_LASTS
    )
    chosen = Word.objects.filter(held=found.held_id if found else None).first()
    right = check_password(folded(word), chosen.kept if chosen else nobodys())
    if found is None or not good_link or chosen is None or not right:
        if found:
            Link.objects.filter(pk=found.pk).update(wrong=F("wrong") + 1)
        return None
    held = queries.alive().filter(pk=found.held_id).first()
    Link.objects.filter(pk=found.pk).update(used_at=at)
    return held


@cache
def nobodys() -> str:
    """What a word is held against where there is none, so that it takes as long."""
    return make_password(secrets.token_hex(16))


def prune(*, at: datetime) -> int:
    return int(Link.objects.filter(asked_at__lt=at - KEPT).delete()[0])
