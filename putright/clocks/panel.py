"""The clock strip of the case page."""

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import log_once
from putright.codes.queries import asked_once

from .may import reasons_said
from .promises import latest
from .queries import of_log
from .words import REASONS


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Each promise's last clock with its working-out. Two queries at most, one more where somebody gave a reason; none
    where the page has the log, the lists and the office."""
    language = "cy" if (get_language() or "").startswith("cy") else "en"
    log = log_once(request, case)
    clocks = latest(of_log(log, case, request.at, office=getattr(request, "office", None)))
    if not clocks:
        return None
    strip = []
    for clock in clocks:
        touched = clock.stops or clock.longer or clock.excused or clock.because
        said = reasons_said(clock, asked_once(request, REASONS), language, log) if touched else []
        strip.append({"clock": clock, "name": clock.name(language), "state": clock.state_words(language),
                      "working_out": clock.working_out[language], "said": said})  # fmt: skip
    due = [row for row, clock in zip(strip, clocks, strict=True) if clock.is_open and clock.binds_at]
    soonest = min(due, key=lambda row: row["clock"].binds_at, default=None)
    return Panel(_("Promises"), "clocks/panel.html", {"strip": strip, "case": case, "soonest": soonest}, order=10)
