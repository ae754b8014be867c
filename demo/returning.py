"""The national return and the publication diary in the demonstration: a quarter prepared, signed, published and compared, a
statement on complaints handling, and clocks that run. What the IOPC is said to have published is invented."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from putright.diary import actions as diary
from putright.diary import owed, rules
from putright.diary.actions import Where
from putright.diary.models import Occasion
from putright.law.calendar import day_of
from putright.national import actions as national
from putright.national import figures
from putright.national.models import Return
from putright.national.rules import Quarter, quarter_of
from putright.people.models import Handler
from putright.publication import actions as publication

INVENTED = "Invented for the demonstration"
WHY = "Asked of everybody; many would rather not say. Invented for the demonstration."
READ = (("field", "method"), ("actions", "apology"))
LATE = {
    "en": "We waited for the panel’s own count. Invented for the demonstration.",
    "cy": "Roeddem yn aros am gyfrif y panel ei hun. Dychmygol, ar gyfer yr arddangosiad.",
}
TEXTS = {
    "en": {
        "held": "The commissioner asked the chief constable about complaints at each of four public meetings.\n\n"
                "Ten finished files were read each month against a checklist. Invented for the demonstration.",
        "reviews": "We did most reviews in time. Where we were late, people were told why and by when.",
    },
    "cy": {
        "held": "Gofynnodd y comisiynydd i’r prif gwnstabl am gwynion ym mhob un o bedwar cyfarfod cyhoeddus.\n\n"
                "Darllenwyd deg ffeil orffenedig bob mis yn erbyn rhestr wirio. Dychmygol, ar gyfer yr arddangosiad.",
        "reviews": "Gwnaethom y rhan fwyaf o adolygiadau mewn pryd. Lle’r oeddem yn hwyr, dywedwyd wrth bobl pam ac erbyn pryd.",
    },
}  # fmt: skip


def show_return(staff: Sequence[Handler], *, now: datetime) -> None:
    """The last quarter is published, with what came back of it."""
    keeper, other = two(staff)
    last = quarter_of(day_of(now)).previous
    for which, code in READ:
        national.read_in(which, code, f"{INVENTED}: the guidance, page 12", by=keeper, at=now)
    told_back(signed(last, keeper, other, now), keeper, now)
    show_diary(last, keeper, other, now)


def two(staff: Sequence[Handler]) -> tuple[Handler, Handler]:
    """Who prepares, and who signs."""
    keeper = next(one for one in staff if one.role == "supervisor")
    return keeper, next(one for one in staff if one.role in ("senior", "supervisor") and one.pk != keeper.pk)


def signed(of: Quarter, keeper: Handler, other: Handler, now: datetime) -> Return:
    made = national.prepare(of, by=keeper, at=now)
    national.sign(made, WHY if made.missing else "", by=other, at=now)
    made.refresh_from_db()
    publication.publish(made, by=keeper, at=now)
    return made


def told_back(of: Return, keeper: Handler, now: datetime) -> None:
    """Theirs are ours but for two, so that there is a difference to look into."""
    ours = {code: figures.figure(of.rows, code) for code in ("K1", "K3", "K5", "K6", "K10", "K10-days", "K11", "K7")}
    theirs = {code: number + (2 if code in ("K1", "K5") else 0) for code, number in ours.items() if number is not None}
    read = {code: str(number) for code, number in theirs.items()}, ["Allegations per 1,000 employees"]
    national.publish_back(of, f"{INVENTED}: the IOPC’s bulletin", read, by=keeper, at=now)


def show_diary(of: Quarter, keeper: Handler, other: Handler, now: datetime) -> None:
    """A page of the IOPC's figures and a statement are out; a policy is due; what ended by itself runs."""
    today = day_of(now)
    for key, _since in list(owed.owed(now, limit=9)):
        owed.fulfil(key, at=now)
    panel = Occasion.objects.get(duty="panel")
    diary.publish(panel, Where(today, "https://commissioner.example/panel", LATE), by=keeper, at=now)
    bulletin = diary.start("iopc-quarter", f"{of.year}/{of.number}", today - timedelta(days=12), by=keeper, at=now)
    diary.publish(bulletin, Where(today), by=keeper, at=now)
    year = diary.start(rules.STATEMENT, str(of.year), today - timedelta(days=20), by=keeper, at=now)
    written = diary.write(year, TEXTS, by=keeper, at=now)
    diary.sign(written, by=other, at=now)
    diary.publish(year, Where(today), by=keeper, at=now)
    diary.start("policies", "How long records are kept", today - timedelta(days=10), by=keeper, at=now)
