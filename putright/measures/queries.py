"""What a figure is set beside on a day: what somebody here wrote down, else what the office's pack says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from offices import Office, Text
from putright.facts.measures import MEASURES

from . import rules, words
from .derived import BY_KEY, DERIVED, POUNDS
from .figure import PER_CENT
from .models import Line


@dataclass(frozen=True)
class Beside:
    """One line that holds. `words` are those of the pack, where it has some; `recalled`: its source is from memory only."""

    figure: str
    whose: str
    value: Decimal
    way: str
    since: date | None
    source: str
    words: Text | None = None

    @property
    def name(self) -> object:
        return words.WHOSE[self.whose]

    @property
    def text(self) -> str:
        return written(self.figure, self.value)

    @property
    def sentence(self) -> Text:
        """The pack's words, or the figure with its unit, and whether a target is to be reached or not passed."""
        wished = words.WISHED.get(self.way) if self.whose == words.OURS else None
        alone = Text(wished.en % self.text, wished.cy % self.text) if wished else Text(self.text, self.text)
        return self.words or alone

    def met(self, value: Decimal | None) -> bool | None:
        """Whether a target of ours is met; None for what is no target, and where the figure is not known."""
        return rules.met(value, self.value, self.way) if self.whose == words.OURS else None


def written(figure: str, value: Decimal) -> str:
    """50% for a share, £3.64 for money; the number alone for all else."""
    unit = BY_KEY[figure].unit if figure in BY_KEY else None
    return rules.said(value, "£" if unit == POUNDS else "", "%" if unit == PER_CENT else "")


def names() -> Mapping[str, Text]:
    """Every figure that may have a line, by its key."""
    employees = Text("Employees of the force", "Gweithwyr yr heddlu")
    return {one.key: one.name for one in (*MEASURES, *DERIVED)} | {words.EMPLOYEES: employees}


def beside(figures: Iterable[str], on: date, office: Office) -> Mapping[str, tuple[Beside, ...]]:
    """The lines that hold on that day for each of those figures: ours first. One query."""
    wanted = tuple(dict.fromkeys(figures))
    written = {(one.figure, one.whose): one for one in
               Line.objects.filter(figure__in=wanted, since__lte=on).order_by("since", "at", "pk")}  # fmt: skip
    packs = of_the_pack(office, on)
    found: dict[str, list[Beside]] = {figure: [] for figure in wanted}
    for figure in wanted:
        for whose in words.WHOSE:
            if one := written.get((figure, whose)):
                found[figure] += [_said(one)] if one.value is not None else []
            else:
                found[figure] += [row for row in packs if (row.figure, row.whose) == (figure, whose)]
    return {figure: tuple(lines) for figure, lines in found.items()}


def _said(one: Line) -> Beside:
    return Beside(one.figure, one.whose, one.value or Decimal(0), one.way, one.since, one.source)


def of_the_pack(office: Office, on: date) -> list[Beside]:
    """The pack's own lines in force that day, the newest first: two may say the same of other years or sources."""
    held = [one for one in office.targets if (one.since or on) <= on and (one.until is None or on < one.until)]
    return [
        Beside(one.measure, one.whose, Decimal(one.value), one.way, one.since, one.cite, one.words)
        for one in sorted(held, key=lambda one: one.since or date.min, reverse=True)
    ]


def history() -> list[Line]:
    """Everything written down here, the newest first. One query."""
    return list(Line.objects.select_related("by").order_by("-at", "-pk"))


def employees(on: date, office: Office) -> Decimal | None:
    """How many employees the force has for figures of a thousand; None where nobody has said. One query."""
    found = beside([words.EMPLOYEES], on, office)[words.EMPLOYEES]
    return found[0].value if found else None
