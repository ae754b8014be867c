"""Making a campaign ready: what it is, its list, putting it forward, and the second person's leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.queries import office
from putright.questionnaires.models import Survey
from putright.questionnaires.queries import in_force

from .. import checking, queries, rules
from ..models import Campaign, Entry, Figure, Filter
from ..refusals import NoColumn, NotFigures, NotFromCases, NotOpen, NotReady, NotTheSame, NotWaiting, TooMany
from ..words import LACKS


@dataclass(frozen=True)
class Wanted:
    """What a campaign is to be. Domestic abuse has words of ours, whatever is written here."""

    name: str
    kind: str
    survey: Survey | None
    starts_on: date
    ends_on: date
    remind_after: int = 14
    delete_after: int = 30
    theirs_en: str = ""
    theirs_cy: str = ""
    body: str = ""
    subject_en: str = ""
    subject_cy: str = ""
    words_en: str = ""
    words_cy: str = ""


@transaction.atomic
def make(wanted: Wanted, *, by: Handler, at: datetime) -> Campaign:
    """A new campaign with an empty list. Nothing goes until a second person lets it. Refuses by role."""
    check(by, "campaigns.make")
    return Campaign.objects.create(made_at=at, by=by, **vars(wanted))


@transaction.atomic
def change(campaign: Campaign, wanted: Wanted, *, by: Handler, at: datetime) -> None:
    """Write it anew. Another kind empties the list: another rule says which way is safe. Refuses NotOpen, by role."""
    check(by, "campaigns.make")
    held = _opened(campaign)
    if held.kind != wanted.kind:
        Entry.objects.filter(campaign=held).delete()
    Campaign.objects.filter(pk=held.pk).update(**vars(wanted))


@transaction.atomic
def load(campaign: Campaign, names: Sequence[str], rows: Sequence[Mapping[str, str]], *, by: Handler, at: datetime) -> list[str]:
    """Put the lines of a file on the list, each with why nothing goes to it, if nothing does. Says which of its columns were
    not kept. Refuses NotOpen, NoColumn, TooMany, by role."""
    check(by, "campaigns.make")
    held, columns = _opened(campaign), rules.guessed(names)
    if not columns.keys() & {"email", "address", "worker"}:
        raise NoColumn
    _room_for(held, len(rows))
    made = [rules.mapped(row, columns, held.kind) for row in rows]
    several = checking.entries(held, made, _first_language())
    Entry.objects.bulk_create(checking.checked(held, several, at=at), 500)
    return [name for name in names if name not in columns.values()]


@transaction.atomic
def draw(campaign: Campaign, cases: QuerySet[Case], chosen: dict[str, str], *, by: Handler, at: datetime) -> int:
    """Put on the list whoever our finished cases of that filter are from: of `cases`, which are open to whoever draws. How many.
    Refuses NotFromCases where a safe way must be marked, NotOpen, TooMany, by role."""
    check(by, "campaigns.make")
    held = _opened(campaign)
    if held.kind != rules.GENERAL:
        raise NotFromCases
    found = list(queries.drawable(cases, chosen).select_related("team")[: rules.MOST_ROWS + 1])
    there = set(Entry.objects.filter(campaign=held).exclude(person=None).values_list("person", flat=True))
    fresh = [case for case in found if case.complainant_id not in there]
    _room_for(held, len(fresh))
    several = checking.checked(held, checking.drawn(held, fresh, _first_language()), at=at)
    return len(Entry.objects.bulk_create(several, 500))


@transaction.atomic
def keep_filter(name: str, chosen: dict[str, str], *, by: Handler, at: datetime) -> Filter:
    """Keep a filter under a name; the newest of a name holds. Refuses by role."""
    check(by, "campaigns.make")
    return Filter.objects.create(name=name, chosen=chosen, by=by, at=at)


@transaction.atomic
def empty(campaign: Campaign, *, by: Handler, at: datetime) -> int:
    """Take everybody off the list. Refuses NotOpen, by role."""
    check(by, "campaigns.make")
    return int(Entry.objects.filter(campaign=_opened(campaign)).delete()[0])


@transaction.atomic
def forward(campaign: Campaign, *, by: Handler, at: datetime) -> None:
    """Put it forward to a second person; its words and list are shut. Refuses NotReady with all that is missing, NotOpen."""
    check(by, "campaigns.make")
    held = _opened(campaign)
    if lacks := _lacking(held, at):
        raise NotReady([str(LACKS[one]) for one in lacks])
    Campaign.objects.filter(pk=held.pk).update(forward_at=at, forward_by=by)


@transaction.atomic
def give_back(campaign: Campaign, *, by: Handler, at: datetime) -> None:
    """It is not right yet: open it again. Refuses NotWaiting once it was let go, and by role."""
    check(by, "campaigns.sign")
    if not _waiting(campaign).update(forward_at=None, forward_by=None):
        raise NotWaiting


@transaction.atomic
def sign(campaign: Campaign, *, by: Handler, at: datetime) -> None:
    """Let it go: from its first day the rounds send it. Refuses NotTheSame for whoever made it or put it forward, NotWaiting,
    NotReady when its days have passed meanwhile, by role."""
    check(by, "campaigns.sign")
    held = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if by.pk in (held.by_id, held.forward_by_id):
        raise NotTheSame
    if lacks := _lacking(held, at):
        raise NotReady([str(LACKS[one]) for one in lacks])
    if not _waiting(held).update(signed_at=at, signed_by=by):
        raise NotWaiting


@transaction.atomic
def take_figures(campaign: Campaign, rows: Sequence[Mapping[str, str]], *, by: Handler, at: datetime) -> int:
    """Keep another body's results in place of those kept before: question, answer, group and number. Refuses NotFigures."""
    check(by, "campaigns.make")
    made, seen = [], set()
    for place, row in enumerate(rows, 1):
        said = {name.strip().casefold(): value.strip() for name, value in row.items()}
        key = (said.get("question", "")[:200], said.get("answer", "")[:120], said.get("group", "")[:40])
        number = said.get("number", "")
        if not (key[0] and key[1] and number.isascii() and number.isdigit() and len(number) < 8) or key in seen:
            raise NotFigures
        seen.add(key)
        made.append(Figure(campaign=campaign, number=place, question=key[0], answer=key[1], group=key[2], count=int(number)))
    if not made:
        raise NotFigures
    Figure.objects.filter(campaign=campaign).delete()
    return len(Figure.objects.bulk_create(made, 500))


def _opened(campaign: Campaign) -> Campaign:
    """The row, held, while its words and list may be changed. Refuses NotOpen."""
    held = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if not held.is_open:
        raise NotOpen
    return held


def _waiting(campaign: Campaign) -> QuerySet[Campaign]:
    return Campaign.objects.filter(pk=campaign.pk, forward_at__isnull=False, signed_at=None, stopped_at=None)


def _lacking(held: Campaign, at: datetime) -> list[str]:
    """Codes of words.LACKS."""
    today = day_of(at)
    ours = held.survey is not None and in_force(held.survey.slug, max(held.starts_on, today)) is not None
    worded = held.kind == rules.DOMESTIC or all((held.subject_en, held.subject_cy, held.words_en, held.words_cy))
    found = {
        "survey": not (ours or (held.theirs_en and held.theirs_cy)),
        "words": not worded,
        "days": not (today <= held.ends_on and held.starts_on < held.ends_on),
        "nobody": not queries.to_send(held).exists(),
    }
    return [code for code, lacking in found.items() if lacking]


def _room_for(held: Campaign, more: int) -> None:
    if queries.newest(held) + more > rules.MOST_ROWS:
        raise TooMany(rules.MOST_ROWS)


def _first_language() -> str:
    """For whoever did not say: both where the office offers Welsh before it is asked for."""
    return "cy+en" if office().languages.active_offer else "en"
