"""The six recommendations of the Essex review of the scheme (September 2018), and what here covers each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .models import Progress
from .words import STATES

OWNER = _("Victim services manager")
WORDS = {
    1: _("Officers tell victims of the right and note it in the victim contact log. They have a sixty second brief."),
    2: _("There is a leaflet, on the web page and for officers to hand out."),
    3: _("What the reviewer sends is copied: emails to the enquiry log, letters to document management."),
    4: _("There are sample letters for the decision."),
    5: _("The reviewer thinks about learning and good practice."),
    6: _("The monthly report and the Victims’ Code report say more about reviews."),
}
COVERS = {
    1: _("Each review asks for both to be confirmed, with the day and who did it. The brief for officers is a leaflet here."),
    2: _("The leaflet can be printed or put on a page, in English and in Welsh."),
    3: _("Each review asks for both to be confirmed, with the day and who did it."),
    4: _("Three letters: we have your request, it takes longer, and the result. The office can change their words."),
    5: _("Each review that has ended asks for it, and where it was shared. All of it is on one page."),
    6: _("The month counts requests by decision and by way in, results, and rights of the Code."),
}
PAGES = {
    1: "mailings:sheets", 2: "mailings:sheets", 3: "victims:reviews", 4: "words:all", 5: "victims:learning", 6: "reports:month",
}  # fmt: skip
COUNTS = {
    1: (("told_of_right", _("Victim told by officers")), ("contact_log", _("Noted in the contact log"))),
    3: (("enquiry_log", _("Email copied")), ("documents", _("Letter copied")), ("filed", _("Filed in the force’s system"))),
    5: (("learned", _("Learning or good practice written down")),),
}


@dataclass(frozen=True)
class Recommendation:
    number: int
    words: object
    covers: object
    page: str
    counts: list[tuple[object, int]]
    line: Progress | None
    state: object


def shown(lines: Mapping[int, Progress], counted: Mapping[str, int]) -> list[Recommendation]:
    """The six in order, each with its newest line and how often what it asks for was confirmed."""
    return [
        Recommendation(
            number, words, COVERS[number], PAGES[number], [(name, counted.get(key, 0)) for key, name in COUNTS.get(number, ())],
            lines.get(number), STATES[lines[number].state if number in lines else "not_begun"],
        )
        for number, words in WORDS.items()
    ]  # fmt: skip
