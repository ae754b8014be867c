"""What was written down of a year as the office's own costs, from which the month and every report take theirs."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

import offices
from putright.people.models import OfficeInUse

from . import words
from .models import Rate
from .queries import PACK, Held, held
from .years import Year

NEEDED = (words.COST, words.HOUR, words.MINUTES)  # without these there is no cost of a contact put right
LANGUAGES = ("en", "cy")


def keep_costs() -> None:
    """Lay the years that figures were written down for over the office's pack. A year without all it needs stays as it was."""
    here = OfficeInUse.objects.select_for_update().get()
    pack = offices.load(here.slug)
    years = [Year(first) for first in sorted(set(Rate.objects.values_list("year", flat=True)))]
    rows = [row for year in years if (row := row_of(year, held(year, pack)))]
    here.amended = offices.with_parts(here.amended, costs=rows)
    here.save(update_fields=["amended"])


def row_of(year: Year, known: Mapping[str, Held]) -> dict[str, Any] | None:
    """The year as `offices.shape.Costs` has it; amounts and days as words, for JSON has neither."""
    if any(kind not in known for kind in NEEDED):
        return None
    amounts = {PACK[kind]: format(one.amount.normalize(), "f") for kind, one in known.items()}
    note = {language: note_in(language, known) for language in LANGUAGES}
    return {"year": year.name, "since": year.first_day.isoformat(), "source": "office", "note": note, **amounts}


def note_in(language: str, known: Mapping[str, Held]) -> str:
    """Where each figure comes from and what it leaves out, in the words of whoever wrote it down."""
    with translation.override(language):
        told = [f"{words.KINDS[kind]}: {_told(known[kind])}" for kind in words.KINDS if kind in known]
    return " ".join(told)


def _told(one: Held) -> str:
    source = one.source.rstrip(".") or _("source missing")
    left = _(" It leaves out: %(what)s.") % {"what": one.leaves_out.rstrip(".")} if one.leaves_out else ""
    return f"{one.year}, {source}.{left}"
