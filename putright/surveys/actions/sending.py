"""Asking somebody: by a letter of its own, by a text, or spoken on the phone; and taking a link back."""

import secrets
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.contacts.channels.email.addresses import message_id_for
from putright.interested.rules import languages
from putright.invited import actions as invited
from putright.invited import queries as invites
from putright.invited.models import OWN, SPOKEN, Invite
from putright.law.calendar import day_of
from putright.letters import addressee
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.letters.rules import NONE, medium
from putright.outbox import rules as texts
from putright.people.gates import check
from putright.people.models import Handler
from putright.questionnaires.queries import in_force

from .. import queries
from ..models import NotAsked
from ..refusals import NotNow, NotOpen
from ..words import TEXT

KIND = "survey"  # the kind of letter that only asks


@transaction.atomic
def write_to(case: Case, *, by: Handler | None, at: datetime, owed_key: str | None = None) -> Invite:
    """Send a survey by a letter of its own, in their language and by the way that is safe.

    Changes: one Invite, one letter (the rounds send it), events `wrote` and `survey_sent`. Refuses NotNow (asked not to be,
    asked lately, sealed, no consent, no safe way, no survey of that kind), NotAllowed by role where a handler sends it."""
    if by is not None:
        check(by, "surveys.send")
    case, to = locked(case), addressee.of(case)
    how = medium(to.reach)
    if how == NONE:
        raise NotNow("no_way")
    code = invited.code_for(case, to.person, at=at)
    made = invited.invite(_asked(case, OWN, how, at), code, by=by, at=at)
    values = {f"survey_link_{language}": link for language, link in invited.links(code).items()}
    letter = write_letter(case, KIND, values, by=by, at=at, owed_key=owed_key)
    _say(case, made, {"letter": letter.pk}, by=by, at=at)
    return made


@transaction.atomic
def text(case: Case, *, by: Handler, at: datetime) -> Invite:
    """Send a survey by a text that does not say what it is about. Changes and refuses as `write_to`; NotNow("no_text")."""
    check(by, "surveys.send")
    case, to = locked(case), addressee.of(case)
    if to.person is None or not texts.may_be_texted(to.reach, to.person.phone):
        raise NotNow("no_text")
    code = invited.code_for(case, to.person, at=at)
    made = invited.invite(_asked(case, OWN, texts.TEXT, at), code, by=by, at=at)
    links, spoken = invited.links(code), languages(to.language)
    letter = Letter.objects.create(
        case=case, person=to.person, kind="text", language=to.language, medium=texts.TEXT, address=to.person.phone,
        body="\n".join(TEXT[language].format(link=links[language]) for language in spoken), subject="",
        values={"passages": list(spoken)}, made_at=at, by=by, message_id=message_id_for(case),
    )  # fmt: skip
    _say(case, made, {"letter": letter.pk}, by=by, at=at)
    return made


@transaction.atomic
def speak(case: Case, *, by: Handler, at: datetime) -> Invite:
    """Begin a survey that is read out on the phone: an invite without a code anybody has. Refuses as `write_to`, but that there
    need be no way to write. One that is begun and not answered is taken up again. Event `survey_sent`."""
    check(by, "surveys.send")
    case = locked(case)
    begun = Invite.objects.filter(case=case, within=SPOKEN, answered_at=None, ended_at=None, until__gt=at).first()
    if begun:
        return begun
    made = invited.invite(_asked(case, SPOKEN, "phone", at), secrets.token_hex(16), by=by, at=at)
    _say(case, made, {}, by=by, at=at)
    return made


@transaction.atomic
def take_back(invite: Invite, *, by: Handler, at: datetime) -> None:
    """The link opens nothing from now. Event `survey_taken_back`. Refuses NotOpen, NotAllowed by role."""
    check(by, "surveys.send")
    case = locked(invite.case)
    if not Invite.objects.filter(pk=invite.pk, case=case, answered_at=None, ended_at=None).update(ended_at=at):
        raise NotOpen("used")
    write(case, Line("survey_taken_back", at, by, facts={"invite": invite.pk}))


@transaction.atomic
def leave_unasked(case: Case, why: str, *, by: None = None, at: datetime) -> None:
    """The rounds do not ask, and why: once for a case. Event `survey_not_sent`."""
    case = locked(case)
    if NotAsked.objects.filter(case=case).exists():
        return
    NotAsked.objects.create(case=case, why=why, at=at)
    write(case, Line("survey_not_sent", at, None, "rounds", facts={"why": why}))


def _asked(case: Case, within: str, how: str, at: datetime) -> invited.Asked:
    """Who is asked what; refuses NotNow. Whoever speaks for them with consent is asked in their place, as letters do."""
    to = addressee.of(case)
    person = to.person
    if why := invites.why_not(case, person, at=at):
        raise NotNow(why)
    slug = queries.slug_for(case)
    if in_force(slug, day_of(at)) is None:
        raise NotNow("no_survey")
    return invited.Asked(slug, case, person, within, how, to.language)


def _say(case: Case, made: Invite, also: dict[str, object], *, by: Handler | None, at: datetime) -> None:
    facts = {"invite": made.pk, "survey": made.survey, "how": made.how} | also
    write(case, Line("survey_sent", at, by, "" if by else "rounds", facts=facts))
