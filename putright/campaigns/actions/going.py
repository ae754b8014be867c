"""What the rounds do with a campaign that was let go: send, remind once, delete the list; stopping it;
and what whoever has a code wishes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import NORMAL, Wall
from putright.invited import actions as invited
from putright.invited import queries as invites
from putright.invited import rules as wishes
from putright.invited.models import CAMPAIGN, Invite
from putright.law.calendar import day_of, end_of_day
from putright.messages import actions as messages
from putright.people.gates import check
from putright.people.models import Handler

from .. import checking, queries, rules
from ..models import Campaign, Entry
from ..refusals import NotWaiting

TOGETHER = 200  # people asked in one piece of the rounds' work
ROOM = "campaigns"


@transaction.atomic
def send(campaign: Campaign, *, by: None = None, at: datetime) -> int:
    """Ask the next of the list: an invite for each, and a message for whoever has an e-mail; the rest may be printed. Looks
    once more at everybody's wishes and walls. How many were looked at; none left: it has begun. Event `survey_sent` on the
    cases people were drawn from. Done again it goes on where it was."""
    held = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if not held.signed_at or held.stopped_at or held.begun_at or day_of(at) > held.ends_on:
        return 0
    several = list(queries.to_send(held).select_related("person", "case__complainant")[:TOGETHER])
    if not several:
        Campaign.objects.filter(pk=held.pk).update(begun_at=at)
        return 0
    going = [one for one in _looked_at_again(held, several, at) if not one.why]
    _invite(held, going, at)
    Entry.objects.bulk_update(several, ["way", "why", "invite", "sent_at"], 200)
    messages.put_all(_messages([one for one in going if one.way == rules.EMAIL], "ask"), at=at)
    _say(going, at)
    return len(several)


def _messages(several: Sequence[Entry], what: str) -> Iterator[messages.New]:
    """Their words are made as they go (`mailed`)."""
    site = invites.site()
    for entry in several:
        language = entry.language.split("+")[0]
        yield messages.New(
            room=ROOM, key=f"{entry.campaign_id}:{what}:{entry.pk}", to=entry.email, language=language, many=True,
            stop=f"{site}/{language}/survey/{queries.code_of(entry)}/no-more/",
        )  # fmt: skip


def _looked_at_again(held: Campaign, several: Sequence[Entry], at: datetime) -> list[Entry]:
    """Wishes, and what became of the cases meanwhile."""
    cases = {one.case_id for one in several if one.case_id}
    walled = set(Wall.objects.filter(case__in=cases, cleared_at=None).values_list("case", flat=True)) if cases else set()
    for one in several:
        if one.case and (one.case_id in walled or one.case.restriction != NORMAL):
            one.why, one.way = wishes.SEALED, ""
        elif one.case:
            one.why = invites.why_not(one.case, one.person, at=at)
    return checking.checked(held, several, at=at)


def _invite(held: Campaign, going: Sequence[Entry], at: datetime) -> None:
    slug, until = held.survey.slug if held.survey else "", end_of_day(held.ends_on)
    asked = [
        (invited.Asked(slug, one.case, one.person, CAMPAIGN, one.way, one.language), queries.code_of(one)) for one in going
    ]
    for one, invite in zip(going, invited.invite_many(asked, until, by=None, at=at), strict=True):
        one.invite, one.sent_at = invite, at


def _say(going: Sequence[Entry], at: datetime) -> None:
    for one in sorted((one for one in going if one.case), key=lambda one: one.case_id):
        case = locked(one.case)
        facts = {"invite": one.invite_id, "survey": one.invite.survey, "how": one.way, "campaign": one.campaign_id}
        write(case, Line("survey_sent", at, None, "rounds", facts=facts))


@transaction.atomic
def remind(campaign: Campaign, *, by: None = None, at: datetime) -> int:
    """Remind everybody with an e-mail who has not answered, once. How many. Done again it does nothing."""
    held = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if held.reminded_at or not held.begun_at or held.stopped_at or held.survey is None:
        Campaign.objects.filter(pk=held.pk, reminded_at=None).update(reminded_at=at)
        return 0
    several = list(queries.to_remind(held))
    people = [one.person_id for one in several if one.person_id]
    said = invites.not_now(people, at=at) if people else {}
    willing = [one for one in several if said.get(one.person_id or 0) != wishes.NO_WISH]
    Campaign.objects.filter(pk=held.pk).update(reminded_at=at)
    return messages.put_all(_messages(willing, "again"), at=at)


@transaction.atomic
def stop(campaign: Campaign, *, by: Handler, at: datetime) -> None:
    """End it now: nothing more goes, codes open nothing, and its list is deleted on the next rounds. Refuses NotWaiting when it
    has ended, and by role."""
    check(by, "campaigns.sign")
    if not Campaign.objects.filter(pk=campaign.pk, stopped_at=None, cleared_at=None).update(stopped_at=at):
        raise NotWaiting
    invites_of = Entry.objects.filter(campaign=campaign).exclude(invite=None).values("invite")
    Invite.objects.filter(pk__in=invites_of, answered_at=None, ended_at=None).update(ended_at=at)


@transaction.atomic
def clear(campaign: Campaign, *, by: None = None, at: datetime) -> int:
    """Delete who is on the list: names, addresses, workers, and which person or case of ours it was. What stays is the place,
    district, group, way, and a keyed digest of the address, so that a wish outlives the list. Who said no more, by a page or
    with an answer, and is somebody here, is asked no more about a case either. How many."""
    _keep_wishes(Entry.objects.filter(campaign=campaign, invite__no_more=True, person=None), at=at)
    changed = Entry.objects.filter(campaign=campaign).update(name="", email="", address="", worker="", person=None, case=None)
    Campaign.objects.filter(pk=campaign.pk, cleared_at=None).update(cleared_at=at)
    return int(changed)


@transaction.atomic
def no_more(invite: Invite, *, by: None = None, at: datetime) -> None:
    """Whoever has the code says: do not write to me again. Kept with the code, and with everybody here of the same address, who
    is not asked about a case either. Twice is once."""
    invited.no_more(invite, at=at)
    _keep_wishes(Entry.objects.filter(invite=invite), at)


def _keep_wishes(entries: Iterable[Entry], at: datetime) -> None:
    """While their addresses are there."""
    for people in queries.known(list(entries)).values():
        for person in people:
            invited.ask_no_more(person, by=None, at=at)
