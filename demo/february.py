"""The report the Essex team would have wanted of February 2019: it is named in their review, and missing from it.

Published of that month, and met here to the last contact: 196 people about vehicles, 9 of them still unhappy; and as the mean of
that year 8,552 contacts a month, 46 in 100 of them settled at first contact. All else is invented, and says so. The month is
made, counted as any month is, and taken away again: what stays is the frozen report, and none of its made-up cases."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import batched
from typing import Any
from uuid import UUID

from django.db import transaction

from putright.cases.log import Line, write_first
from putright.cases.models import Case
from putright.contacts.models import Answer, Contact
from putright.facts.measures import CATALOGUE
from putright.facts.months import Month
from putright.facts.names import CHANNELS
from putright.layouts import queries as layouts
from putright.messages import owed as messages
from putright.months import actions, freezing, monthly, owed, picturing
from putright.months.models import Report
from putright.months.rules import Period
from putright.people.models import Handler, Team
from putright.people.queries import office

CONTACTS, SETTLED, VEHICLES, UNHAPPY = 8_552, 3_934, 196, 9  # 46.0 in 100 of 8,552 is 3,934
FEBRUARY, BEGINS, DAYS = Period(2019, 2), datetime(2019, 2, 1, tzinfo=UTC), 28
DRAWN_UP, SIGNED, SENT = (datetime(2019, 3, day, 9, tzinfo=UTC) for day in (5, 7, 12))
WAYS = (("phone", 62), ("email", 17), ("web", 12), ("chat", 8), ("letter", 1))
KINDS = (("dissatisfaction", 61), ("enquiry", 31), ("complaint", 6), ("compliment", 2))
HEARD = (("", 60), ("101", 22), ("letter", 9), ("search", 6), ("card", 3))
VEHICLE = "vehicle-recovery"


class TakenAway(Exception):
    """Undoes the made-up month."""


def pick(chance: random.Random, weighted: Sequence[tuple[str, int]]) -> str:
    return chance.choices([one for one, _weight in weighted], [weight for _one, weight in weighted])[0]


def make_month(team: Team) -> None:
    """The contacts of the month with their cases and logs."""
    chance = random.Random(2019)  # noqa: S311  the same made-up month each time, nothing secret
    settled = set(chance.sample(range(CONTACTS), SETTLED))
    for numbers in batched(range(CONTACTS), 2000):
        _make(numbers, settled, chance, team)


def _make(numbers: Sequence[int], settled: set[int], chance: random.Random, team: Team) -> None:
    moments = [_moment(chance) for _number in numbers]
    cases = Case.objects.bulk_create(
        Case(reference=f"PR-{number:09}", team=team, received_at=at, kind="dissatisfaction", summary="Made up.")
        for number, at in zip(numbers, moments, strict=True)
    )
    reasons = [one.code for one in office().reasons]
    weights = [(code, 1 + 400 // (place + 1) ** 2) for place, code in enumerate(reasons)]
    made, logs = [], []
    for number, case in zip(numbers, cases, strict=True):
        one = _contact(number, case, chance, number in settled)
        one.reason = next((code for code in reasons if one.topic and "vehicle" in code), pick(chance, weights))
        made.append(one)
        logs.append((case, _log(one, chance)))
    Contact.objects.bulk_create(made)
    Answer.objects.bulk_create(_answer(one, number) for number, one in zip(numbers, made, strict=True) if one.topic)
    write_first(logs)


def _moment(chance: random.Random) -> datetime:
    """More on working days, and most before noon."""
    day = chance.choices(range(DAYS), [3 if (BEGINS + timedelta(days=one)).weekday() >= 5 else 10 for one in range(DAYS)])[0]
    hour = chance.choices(range(24), [1] * 7 + [3, 8, 14, 15, 14, 11, 11, 10, 9, 8, 6, 5, 4, 3, 2, 2, 1])[0]
    return BEGINS + timedelta(days=day, hours=hour, minutes=chance.randrange(60))


def _contact(number: int, case: Case, chance: random.Random, settled: bool) -> Contact:
    return Contact(
        key=UUID(int=number + 1), case=case, channel=pick(chance, WAYS), kind=pick(chance, KINDS), words="Made up.",
        topic=VEHICLE if number < VEHICLES else "", received_at=case.received_at, entered_at=case.received_at,
        settled_at=case.received_at + timedelta(minutes=9) if settled else None, answer="Made up." if settled else "",
        heard_from=pick(chance, HEARD),
    )  # fmt: skip


def _answer(contact: Contact, number: int) -> Answer:
    said = "yes" if number < UNHAPPY else "no"
    return Answer(contact=contact, topic=VEHICLE, question="unhappy-after", since=date(2019, 1, 1), value=said)


def _log(one: Contact, chance: random.Random) -> list[Line]:
    facts = {"channel": one.channel, "kind": one.kind, "contact": one.key.int}
    told = [Line("received", one.received_at, facts=facts)]
    if one.settled_at:
        return [*told, Line("settled", one.settled_at, facts={"reason": one.reason})]
    told.append(Line("spoke", one.received_at + timedelta(hours=chance.randint(1, 60))))
    if chance.random() < 0.4:
        told.append(Line("put_right", told[-1].at + timedelta(hours=chance.randint(2, 200))))
    return told


def counted(team: Team) -> dict[str, Any]:
    """The figures of the made-up month, which is then taken away again."""
    told: dict[str, Any] = {}
    try:
        with transaction.atomic():
            make_month(team)
            told |= freezing.frozen(layouts.the("quality-of-service", DRAWN_UP.date()), FEBRUARY, at=DRAWN_UP)
            draw_the_past(told)
            raise TakenAway
    except TakenAway:
        return told


BEFORE = (  # invented: February 2017 to January 2018, and to January 2019
    7_930, 8_340, 8_120, 8_410, 8_260, 8_530, 8_350, 8_180, 8_470, 8_390, 8_020, 8_610,
    8_050, 8_380, 8_240, 8_460, 8_310, 8_570, 8_930, 8_760, 8_840, 8_720, 8_390, 8_980,
)  # fmt: skip
CHAT_OPENED = date(2018, 8, 1)


def draw_the_past(told: dict[str, Any]) -> None:
    """The lines go back over invented months: the month itself is the only one that was made."""
    months = monthly.months_until(Month(2019, 2), len(BEFORE) + 1)
    totals = dict(zip((one.first for one in months), (*BEFORE, CONTACTS), strict=True))
    settled = {on: round(number * (0.43 + on.month / 600)) for on, number in totals.items()} | {months[-1].first: SETTLED}
    lines = {
        "series:contacts": picturing.serial(CATALOGUE["contacts"], totals),
        "series:settled": picturing.serial(CATALOGUE["settled"], settled),
    }
    for section in told["sections"]:
        rows = [row for one in section["tables"] if one["key"] == "contacts" for row in one["lines"]]
        ways = {row["part"].partition("/")[2]: int(row["cells"][0]["en"].replace(",", "")) for row in rows}
        ways.pop("", None)  # altogether
        if ways:
            lines["multiples:contacts"] = _ways(months[-monthly.SHOWN :], totals, ways)
        section["charts"] = [lines.get(one["key"], one) for one in section["charts"]]


def _ways(months: Sequence[Month], totals: dict[date, int], ways: dict[str, int]) -> dict[str, Any]:
    """Each way in by its share of this month; no chat before it was there."""
    counted = {
        month: {
            way: round(number * totals[month.first] / CONTACTS)
            for way, number in ways.items() if way != "chat" or month.first >= CHAT_OPENED
        }
        for month in months
    }  # fmt: skip
    return picturing.strips(CATALOGUE["contacts"], counted, CHANNELS)


def show_february(staff: Sequence[Handler], say: Callable[[str], object]) -> Report:
    """The report, its words, its signature, and that two boards have had it."""
    writer = next(one for one in staff if one.role == "analyst")
    lead = next(one for one in staff if one.role == "supervisor")
    for on, en, cy in CHANGES:
        actions.note_change(date.fromisoformat(on), en, cy, by=writer, at=DRAWN_UP)
    figures = counted(lead.team)
    row = freezing.keep(Report(layout="quality-of-service", by=writer, at=DRAWN_UP), FEBRUARY, figures)
    for part, (en, cy) in WORDS.items():
        actions.write(row, part, en, cy, by=writer, at=DRAWN_UP)
    for details in BOARDS:
        actions.keep_board(details, by=lead, at=DRAWN_UP)
    actions.sign(row, by=lead, at=SIGNED)
    for room in (owed, messages):
        for key, _since in list(room.owed(SENT, limit=10)):
            room.fulfil(key, at=SENT)
    say("The report of February 2019 is drawn up, signed and sent.")
    return row


CHANGES = (
    ("2018-08-01", "Live Chat opened.", "Agorwyd Sgwrs Fyw."),
    ("2018-12-03", "Another team looked at how we keep personal data. Few changes were needed.",
     "Edrychodd tîm arall ar sut yr ydym yn cadw data personol. Ychydig o newidiadau oedd eu hangen."),
    ("2019-02-04", "Two posts stand empty in the team. (Invented date.)", "Mae dwy swydd yn wag yn y tîm. (Dyddiad dychmygol.)"),
)  # fmt: skip
BOARDS = tuple(
    actions.BoardDetails(en, cy, "quality-of-service", 1, (f"clerk@{place}.example",), 12, "en", True)
    for en, cy, place in (
        ("Victim Focus and Public Confidence Board (deputy chief constable)",
         "Bwrdd Ffocws ar Ddioddefwyr a Hyder y Cyhoedd (dirprwy brif gwnstabl)", "victim-focus-board"),
        ("Demand Management Board (assistant chief constable)", "Bwrdd Rheoli Galw (prif gwnstabl cynorthwyol)", "demand-board"),
    )
)  # fmt: skip
WORDS = {
    "in-short": (
        "This report is made for the demonstration. What the office published is: 196 contacts about vehicles in February 2019,"
        " 9 people still unhappy after them; 102,624 contacts in the year, which is 8,552 a month; and 46 in 100 settled at first"
        " contact. The mean month stands here for February. Every other figure and sentence is invented,"
        " and so are the months before it in the drawings.\n\n"
        "Of 8,552 contacts the team settled 3,934 itself. That is fewer than half: where an earlier paper says “over half”,"
        " the figures do not bear it out.",
        "Gwnaed yr adroddiad hwn ar gyfer yr arddangosiad. Yr hyn a gyhoeddodd y swyddfa yw: 196 o gysylltiadau am gerbydau ym"
        " mis Chwefror 2019, a 9 o bobl yn dal yn anfodlon wedyn; 102,624 o gysylltiadau yn y flwyddyn, sef 8,552 y mis; a 46 o"
        " bob 100 wedi’u setlo ar y cyswllt cyntaf. Y mis cymedrig sy’n sefyll yma dros fis Chwefror. Mae pob ffigur a brawddeg"
        " arall yn ddychmygol, ac felly hefyd y misoedd o’i flaen yn y lluniau.\n\nO 8,552 o gysylltiadau setlodd y tîm 3,934 ei"
        " hun. Mae hynny’n llai na hanner: lle dywed papur cynharach “dros hanner”, nid yw’r ffigurau’n cadarnhau hynny.",
    ),
    "how-people-came": (
        "Most people rang. Live Chat, open since August, now brings more than letters ever did.",
        "Ffonio a wnaeth y rhan fwyaf. Mae Sgwrs Fyw, ar agor ers mis Awst, bellach yn dod â mwy nag y gwnaeth llythyrau erioed.",
    ),
    "why": (
        "People are most often unhappy because nobody told them what was happening.",
        "Mae pobl yn anfodlon gan amlaf am na ddywedodd neb wrthynt beth oedd yn digwydd.",
    ),
    "vehicles": (
        "The team speaks with people whose vehicle was taken to a pound. Of 196 in the month, 9 were still unhappy at the end.",
        "Y tîm sy’n siarad â phobl y cymerwyd eu cerbyd i bwynd. O 196 yn y mis, roedd 9 yn dal yn anfodlon ar y diwedd.",
    ),
    "passed-on": (
        "Nothing was recorded or handed over in the made-up month: the review gives no figures of it.",
        "Ni chofnodwyd na throsglwyddwyd dim yn y mis dychmygol: nid yw’r adolygiad yn rhoi ffigurau amdano.",
    ),
    "worth": (
        "Both costs stand beside each other: one divides by every contact, the other by those the team settled. An earlier paper"
        " calls £1.40 the cost of a contact and of a resolution alike. It cannot be both.",
        "Mae’r ddwy gost ochr yn ochr: mae un yn rhannu â phob cysylltiad, a’r llall â’r rhai a setlodd y tîm. Mae papur"
        " cynharach yn galw £1.40 yn gost cysylltiad ac yn gost datrys fel ei gilydd. Ni all fod y ddau.",
    ),
    "done": (
        "Two people have been recruited and wait for vetting. Training with Mind is booked again for May.\n\n"
        "Six recommendations about victims’ reviews are under way. A letter now tells people who report fraud what happens next.",
        "Mae dau berson wedi’u recriwtio ac yn aros am fetio. Mae hyfforddiant gyda Mind wedi’i drefnu eto ar gyfer mis Mai.\n\n"
        "Mae chwe argymhelliad am adolygiadau dioddefwyr ar y gweill. Mae llythyr bellach yn dweud wrth bobl sy’n rhoi gwybod am"
        " dwyll beth sy’n digwydd nesaf.",
    ),
}  # fmt: skip
