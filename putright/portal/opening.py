"""The office's opening hours and ways in, in words."""

from datetime import datetime, time

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from design.dates import LONDON, WEEKDAYS, clock
from offices import Office
from offices.shape import Hours

LINKED = ("web", "chat", "chat_offline")  # the page leads to these itself
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def lines(office: Office, language: str, *, at: datetime) -> list[str]:
    """One line for each row of hours in force that day, such as “Monday to Friday, 9:00am to 5:00pm”."""
    return [_line(row, language, at=at) for row in office.hours(at.astimezone(LONDON).date())]


def _line(row: Hours, language: str, *, at: datetime) -> str:
    opens, closes = (clock(_on(at, moment), language) for moment in (row.opens, row.closes))
    return _("%(days)s, %(opens)s to %(closes)s") % {"days": _days(row, language), "opens": opens, "closes": closes}


def _days(row: Hours, language: str) -> str:
    numbers = sorted(DAYS.index(day) for day in row.days)
    names = [WEEKDAYS[language][number] for number in numbers]
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return ", ".join(names)


def _on(at: datetime, moment: time) -> datetime:
    return datetime.combine(at.astimezone(LONDON).date(), moment, LONDON)


def ways_in(office: Office, language: str, *, at: datetime) -> list[Markup]:
    """The ways in open that day, other than this form, each with its number or address where the pack has one."""
    contact = office.contact
    details = {"phone": contact.phone, "email": contact.email, "letter": contact.address.said(language)}
    channels = [c for c in office.channels(at.astimezone(LONDON).date()) if c.slug not in LINKED]
    return [breaking(": ".join(filter(None, [c.words.said(language), details.get(c.slug)]))) for c in channels]


def breaking(text: str) -> Markup:
    """An e-mail address may go to the next line before its @, so that a narrow screen need not scroll."""
    return escape(text).replace("@", Markup("<wbr>@"))
