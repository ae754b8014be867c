"""Making the case files of a batch of complaints, all at once. Called by actions.load inside its transaction.

What the file says was closed is closed here too. What it says is still open becomes an open case of the team `history`,
out of the front team's list, and within reach of its supervisors, who say what becomes of it."""

from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from putright.cases import references, stages
from putright.cases.log import AT_ONCE, Line
from putright.cases.models import Allegation, Case, Grant
from putright.cases.rules import in_a_line
from putright.cases.search import index_first
from putright.codes.rules import Row
from putright.contacts.models import Contact
from putright.people.actions import note_person
from putright.people.models import Person, Team
from putright.people.queries import colleagues, team
from putright.people.roles import Role

from .mapping import Complaint
from .models import Import

LONDON = ZoneInfo("Europe/London")
RECEIVED, CLOSED = time(12), time(17)  # only days are known: noon, and the end of the working day
HISTORY = {"name_en": "Brought in from elsewhere", "name_cy": "Wedi’u dod o fannau eraill", "kind": "other"}
BY_WORDS = "import"
SHORT = ("answer", "place", "about", "crime_reference")  # said beside the words, each in a place of its own


def make_files(read: list[Complaint], made: Import, source: str, *, at: datetime) -> list[tuple[Case, list[Line]]]:
    """The cases, contacts, allegations and words of some complaints, in a handful of statements however many. Gives the
    logs that their caller must write."""
    front = team("front")
    people = [note_person({**one.person}, at=at) if one.person else None for one in read]
    cases = [_case(one, front, person) for one, person in zip(read, people, strict=True)]
    _open_ones([case for case in cases if case.stage == stages.RECEIVED])
    Case.objects.bulk_create(cases, AT_ONCE)
    contacts = Contact.objects.bulk_create(
        [_contact(one, case, source, at=at) for one, case in zip(read, cases, strict=True)], AT_ONCE
    )
    _reach(cases, at)
    alleged = [
        Allegation(case=case, number=n, words=word, category=row.code, edition=row.edition)
        for one, case in zip(read, cases, strict=True)
        for n, (word, row) in enumerate(_alleged(one), start=1)
    ]
    Allegation.objects.bulk_create(alleged, AT_ONCE)
    index_first((case, searchable(one, case)) for one, case in zip(read, cases, strict=True))
    return [(case, _lines(one, contact, made, at=at)) for one, case, contact in zip(read, cases, contacts, strict=True)]


def searchable(one: Complaint, case: Case) -> str:
    return " ".join([one.number, case.summary, one.person.get("name", ""), *one.said.values()])


def _alleged(one: Complaint) -> list[tuple[str, Row]]:
    return [(word.capitalize(), row) for word, row in one.allegations.items()]


def words_of(one: Complaint) -> str:
    """What they said, where the log has it; else a factual line of what was alleged. Then what their other columns say."""
    alleged = one.said.get("words") or ", ".join(word for word, _row in _alleged(one)) or "–"
    return ". ".join([alleged, *(f"{name}: {', '.join(said)}" for name, said in one.told.items() if said)])


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, LONDON)


def _case(one: Complaint, front: Team, person: Person | None) -> Case:
    """`version` is the number of lines its log will have."""
    lines = 1 + len(one.allegations) + one.is_closed
    received_at = _at(one.received, RECEIVED)  # type: ignore[arg-type]
    return Case(
        reference=references.make(), stage=stages.CLOSED if one.is_closed else stages.RECEIVED, kind=one.kind,
        complainant=person, team=front, summary=in_a_line(words_of(one)), received_at=received_at,
        version=lines, imported=True, finished_at=_at(one.closed, CLOSED) if one.closed else None,
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


def _contact(one: Complaint, case: Case, source: str, *, at: datetime) -> Contact:
    return Contact(
        key=uuid5(NAMESPACE_URL, f"putright:import:{source}:{one.number}"), case=case, channel=one.channel,
        kind=one.kind, topic=one.topic, words=words_of(one), received_at=case.received_at, entered_at=at, person=case.complainant,
        source=source, source_id=one.number, **{name: one.said[name] for name in SHORT if name in one.said},
    )  # fmt: skip


def _lines(one: Complaint, contact: Contact, made: Import, *, at: datetime) -> list[Line]:
    """Its log: received, alleged, closed, each on its own day; a closing whose day cannot be right, on the day of loading.

    Nobody here did those things, so no name is on them; the load that wrote them says who began it."""
    began = contact.received_at
    facts = {"contact": contact.pk, "channel": one.channel, "kind": one.kind, "received_at": began, "load": made.pk}
    facts |= {"topic": one.topic} if one.topic else {}
    payload: dict[str, object] = {
        **one.told,
        "words": contact.words,
        **{name: one.said[name] for name in SHORT if name in one.said},
    }
    lines = [Line("received", began, None, BY_WORDS, facts, payload)]
    for number, (word, row) in enumerate(_alleged(one), start=1):
        lines.append(Line("alleged", began, None, BY_WORDS, {"number": number, "category": row.code}, {"words": word}))
    if one.is_closed:
        day_known = one.closed is not None
        lines.append(Line("closed", contact.case.finished_at or at, None, BY_WORDS, {"day_known": day_known}))
    return lines
