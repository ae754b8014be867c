"""Days a letter names, worked out from the office's promises, and provisions spelled out for people who are no lawyers."""

from datetime import date, datetime, timedelta

from offices import Office
from putright.clocks.periods import hours, period
from putright.law.calendar import changed, day_of
from putright.law.ending import REPLY_DAYS, presumed_from
from putright.law.investigation import delay_notice
from putright.law.promises import due
from putright.law.refusals import BeyondCalendar

# How a source in law/ begins, and how it is said in full. {rest} is what follows.
_SPELLED = {
    "CMR 2020 reg ": {
        "en": "regulation {rest} of the Police (Complaints and Misconduct) Regulations 2020",
        "cy": "rheoliad {rest} o Reoliadau’r Heddlu (Cwynion a Chamymddwyn) 2020",
    },
    "PRA 2002 Sch 3 para ": {
        "en": "paragraph {rest} of Schedule 3 to the Police Reform Act 2002",
        "cy": "paragraff {rest} o Atodlen 3 i Ddeddf Diwygio’r Heddlu 2002",
    },
}


def first_contact(office: Office, received: datetime) -> datetime | None:
    """When the office promised to have been in touch; None when it made no such promise, or beyond the known calendar."""
    on = day_of(received)
    promise = office.promise("first-contact", on)
    if promise is None:
        return None
    try:
        return due(period(promise), received, hours=hours(office, on), working=changed(office.days_off)).at
    except BeyondCalendar:
        return None


def reply_by(written_on: date) -> tuple[date, int]:
    """The last day to answer whether they withdraw, and how many days that is the last of (CMR 2020 reg 39(4)(b))."""
    return presumed_from(written_on) - timedelta(days=1), REPLY_DAYS


def delays(made_on: date, today: date) -> tuple[int, date]:
    """How many months an investigation has gone past, of twelve and then every six, and the day the next notice is due
    (CMR 2020 reg 13(3)). Refuses (ValueError) one not yet twelve months old."""
    if delay_notice(made_on) > today:
        raise ValueError(f"no notice of delay is due before {delay_notice(made_on)}")
    sent = next(sent for sent in range(1200) if delay_notice(made_on, sent + 1) > today)
    return 12 + 6 * sent, delay_notice(made_on, sent + 1)


def spelled(source: str, language: str) -> str:
    """A source as a sentence can name it. Raises KeyError for one that has no full form here yet."""
    start = next((known for known in _SPELLED if source.startswith(known)), source)
    return _SPELLED[start][language].format(rest=source.removeprefix(start))
