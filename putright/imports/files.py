"""Making the case files of a batch of complaints, all at once. Called by actions.load inside its transaction.

What the file says was closed is closed here too. What it says is still open becomes an open case of the team `history`,
out of the front team's list, and within reach of its supervisors, who say what becomes of it."""

from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from putright.cases import references, stages
from putright.cases.log import AT_ONCE, Line
from putright.cases.models import Allegation, Case, Grant
from putright.cases.search import index_first
from putright.codes.rules import Row
from putright.contacts.models import Contact
from putright.people.models import Team
from putright.people.queries import colleagues, team
from putright.people.roles import Role

from .mapping import Complaint, Layout
from .models import Import

LONDON = ZoneInfo("Europe/London")
RECEIVED, CLOSED = time(12), time(17)  # only days are known: noon, and the end of the working day
HISTORY = {"name_en": "Brought in from elsewhere", "name_cy": "Wedi’u dod o fannau eraill", "kind": "other"}
BY_WORDS = "import"


def make_files(read: list[Complaint], made: Import, layout: Layout, *, at: datetime) -> list[tuple[Case, list[Line]]]:
    """The cases, contacts, allegations and words of some complaints, in a handful of statements however many. Gives the
    logs that their caller must write."""
    front = team("front")
    cases = [_case(one, front) for one in read]
    _open_ones([case for case in cases if case.stage == stages.RECEIVED])
    Case.objects.bulk_create(cases, AT_ONCE)
    contacts = Contact.objects.bulk_create(
        [_contact(one, case, layout, at=at) for one, case in zip(read, cases, strict=True)], AT_ONCE
    )
    _reach(cases, at)
    alleged = [
        Allegation(case=case, number=n, words=word, category=row.code, edition=row.edition)
        for one, case in zip(read, cases, strict=True)
        for n, (word, row) in enumerate(_alleged(one), start=1)
    ]
    Allegation.objects.bulk_create(alleged, AT_ONCE)
    index_first((case, f"{one.number} {case.summary}") for one, case in zip(read, cases, strict=True))
    return [
        (case, _lines(one, contact, made, at=at))
        for one, case, contact in zip(read, cases, contacts, strict=True)
    ]


def _alleged(one: Complaint) -> list[tuple[str, Row]]:
    return [(word.capitalize(), row) for word, row in one.allegations.items()]


def words_of(one: Complaint) -> str:
    """A factual line: there is no narrative. What was alleged, then what their other columns say, in their words."""
    alleged = ", ".join(word for word, _row in _alleged(one)) or "–"
    return ". ".join([alleged, *(f"{name}: {', '.join(said)}" for name, said in one.told.items() if said)])


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, LONDON)


def _case(one: Complaint, front: Team) -> Case:
    """`version` is the number of lines its log will have."""
    lines = 1 + len(one.allegations) + one.is_closed
    received_at = _at(one.received, RECEIVED)  # type: ignore[arg-type]
    return Case(
        reference=references.make(), stage=stages.CLOSED if one.is_closed else stages.RECEIVED, kind="complaint",
        team=front, summary=words_of(one)[:200], received_at=received_at, version=lines, imported=True,
        finished_at=_at(one.closed, CLOSED) if one.closed else None,
    )  # fmt: skip


def _open_ones(cases: list[Case]) -> None:
    if cases:
        history, _made = Team.objects.get_or_create(slug="history", defaults=HISTORY)
        for case in cases:
            case.team = history


def _reach(cases: list[Case], at: datetime) -> None:
    """Those still open are given to the front team's supervisors by name, so that they are nobody's flood and not lost."""
    supervisors = [person for person in colleagues(team("front")) if person.role == Role.SUPERVISOR]
    Grant.objects.bulk_create(
        Grant(case=case, handler=person, why="brought in open", since=at)
        for case in cases
        if case.stage == stages.RECEIVED
        for person in supervisors
    )


def _contact(one: Complaint, case: Case, layout: Layout, *, at: datetime) -> Contact:
    return Contact(
        key=uuid5(NAMESPACE_URL, f"putright:import:{layout.slug}:{one.number}"), case=case, channel=one.channel,
        kind="complaint", words=words_of(one), received_at=case.received_at, entered_at=at,
        source=layout.slug, source_id=one.number,
    )  # fmt: skip


def _lines(one: Complaint, contact: Contact, made: Import, *, at: datetime) -> list[Line]:
    """Its log: received, alleged, closed, each on its own day; a closing whose day cannot be right, on the day of loading.

    Nobody here did those things, so no name is on them; the load that wrote them says who began it."""
    began = contact.received_at
    facts = {"contact": contact.pk, "channel": one.channel, "kind": "complaint", "received_at": began, "load": made.pk}
    payload: dict[str, object] = {"words": contact.words, **one.told}
    lines = [Line("received", began, None, BY_WORDS, facts, payload)]
    for number, (word, row) in enumerate(_alleged(one), start=1):
        lines.append(Line("alleged", began, None, BY_WORDS, {"number": number, "category": row.code}, {"words": word}))
    if one.is_closed:
        day_known = one.closed is not None
        lines.append(Line("closed", contact.case.finished_at or at, None, BY_WORDS, {"day_known": day_known}))
    return lines
