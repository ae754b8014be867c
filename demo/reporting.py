"""Reports for boards in the demonstration: last month's as a draft somebody has begun to write in; in Essex, February 2019."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import offices
from putright.facts.months import Month
from putright.layouts import actions as laying
from putright.months import actions
from putright.months.rules import YEAR, Period, last_over
from putright.people.models import Handler

from .february import show_february

LAYOUT = "quality-of-service"
BOARD = actions.BoardDetails(
    "Public Confidence Board (invented)", "Bwrdd Hyder y Cyhoedd (dychmygol)", LAYOUT, 1, ("clerk@confidence-board.example",), 12,
    "en", True,
)  # fmt: skip
CHANGES = (  # days ago
    (140, "Leaflets about us went to every station. (Invented.)", "Aeth taflenni amdanom i bob gorsaf. (Dychmygol.)"),
    (75, "Two colleagues joined the team. (Invented.)", "Ymunodd dau gydweithiwr â’r tîm. (Dychmygol.)"),
)
PILOT = {  # part -> what is written in it
    "asked": (
        "Whether one team for the force and the commissioner puts more right at the first contact, and what that costs.",
        "A yw un tîm i’r heddlu a’r comisiynydd yn datrys mwy ar y cyswllt cyntaf, a beth yw cost hynny.",
    ),
    "outside": (
        "Both outside bodies were asked for their comments. Neither has answered yet.",
        "Gofynnwyd i’r ddau gorff allanol am eu sylwadau. Nid yw’r naill na’r llall wedi ateb eto.",
    ),
}
INVENTED = ("Invented for the demonstration.", "Dychmygol, ar gyfer yr arddangosiad.")


def show_reports(
    pack: offices.Office, staff: Sequence[Handler], *, now: datetime, say: Callable[[str], object], whole: bool
) -> None:
    """`whole`: with the month of 8,552 contacts, which takes seconds to make."""
    last = Month.of(now).previous
    writer = min((one for one in staff if one.role in ("analyst", "supervisor")), key=lambda one: one.role)
    lead = next(one for one in staff if one.role == "supervisor" and one != writer)
    keep_a_board(writer, lead, now=now)
    row = actions.draw_up(LAYOUT, Period(last.year, last.number), by=writer, at=now)
    actions.write(
        row, "in-short", "Invented for the demonstration. Somebody has begun to write here.",
        "Dychmygol, ar gyfer yr arddangosiad. Mae rhywun wedi dechrau ysgrifennu yma.", by=writer, at=now,
    )  # fmt: skip
    show_signed(last.previous, writer, lead, now=now)
    lay_out(writer, now=now)
    if whole and pack.slug == "essex":
        show_february(staff, say)
    if whole and pack.slug == "dyfed-powys":
        show_pilot(writer, now=now)


def keep_a_board(writer: Handler, lead: Handler, *, now: datetime) -> None:
    """A board that has each month's report, and what changed in the year. All of it is invented."""
    then = now - timedelta(days=80)
    actions.keep_board(BOARD, by=lead, at=then)
    for days, en, cy in CHANGES:
        actions.note_change((now - timedelta(days=days)).date(), en, cy, by=writer, at=max(then, now - timedelta(days=days)))


def show_signed(month: Month, writer: Handler, lead: Handler, *, now: datetime) -> None:
    """The month before last, written, signed, and there for whoever reads boards' reports."""
    row = actions.draw_up(LAYOUT, Period(month.year, month.number), by=writer, at=now)
    for part in ("in-short", "done"):
        actions.write(row, part, *INVENTED, by=writer, at=now)
    actions.sign(row, by=lead, at=now)


def show_pilot(writer: Handler, *, now: datetime) -> None:
    """The review of a pilot of twelve months, which the office's own document asks for, with what is written by hand in it."""
    row = actions.draw_up("pilot-review", last_over(now, YEAR), by=writer, at=now)
    for part, (en, cy) in PILOT.items():
        actions.write(row, part, f"{INVENTED[0]} {en}", f"{INVENTED[1]} {cy}", by=writer, at=now)


def lay_out(writer: Handler, *, now: datetime) -> None:
    """Somebody is changing the layout."""
    laying.raise_part(LAYOUT, "why", by=writer, at=now)
