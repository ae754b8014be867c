"""Days a letter names, worked out from the office's promises, and provisions spelled out for people who are no lawyers."""

from datetime import datetime

from offices import Office
from putright.clocks.periods import hours, period
from putright.law.calendar import changed, day_of
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


def spelled(source: str, language: str) -> str:
    """A source as a sentence can name it. Raises KeyError for one that has no full form here yet."""
    start = next((known for known in _SPELLED if source.startswith(known)), source)
    return _SPELLED[start][language].format(rest=source.removeprefix(start))
