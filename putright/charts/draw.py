"""The four drawings."""

from collections.abc import Iterable
from textwrap import wrap

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import figures, scales
from .canvas import GROUND, INK, LINE, PALE, Canvas
from .plot import HIGHER, LEFT, Frame
from .shapes import SCREEN, Bar, Bars, Drawn, Heat, Multiples, Paper, Point, Series, Table


def _language(paper: Paper) -> str:
    return "cy" if (paper.language or get_language() or "en").startswith("cy") else "en"


def series(given: Series, paper: Paper = SCREEN) -> Drawn:
    """Points in time with their centre, limits, changes and target, as far as each is given."""
    canvas, language = Canvas(264, paper), _language(paper)
    frame = Frame(canvas, given, scales.ticks(_values(given)), 36, 226, language)
    numbers = _numbers(frame)
    frame.grid(dates=True)
    frame.lines()
    frame.target()
    frame.marks(numbers)
    frame.dots()
    key = (*_shapes(given), *_changes(given, numbers, language))
    return Drawn(given.title, canvas.drawn(given.title, given.about), key, _table(given, language))


def _changes(given: Series, numbers: dict[int, int], language: str) -> list[str]:
    """A sentence for each change drawn, by its number."""
    return [
        _("%(number)s: %(day)s, %(change)s")
        % {
            "number": number,
            "day": figures.full(given.marks[place].on, "day", language),
            "change": given.marks[place].label,
        }
        for place, number in numbers.items()
    ]


def _values(given: Series) -> Iterable[float]:
    found = [given.target.value] if given.target else []
    for point in given.points:
        found += [one for one in (point.value, point.low, point.high, point.centre) if one is not None]
    return found


def _numbers(frame: Frame) -> dict[int, int]:
    """Which change -> its number in the drawing, by day."""
    shown = [place for place, mark in enumerate(frame.series.marks) if frame.place(mark.on) is not None]
    shown.sort(key=lambda place: frame.series.marks[place].on)
    return {place: number for number, place in enumerate(shown, 1)}


def _has(given: Series, which: str) -> bool:
    return any(getattr(point, which) not in (None, "") for point in given.points)


def _shapes(given: Series) -> tuple[str, ...]:
    """What the shapes mean: only those that are there."""
    said = [_("Dots on a thick line: %(unit)s.") % {"unit": given.unit}]
    if _has(given, "note"):
        said.append(_("Diamond: a number that stands out."))
    if _has(given, "centre"):
        said.append(_("Thin line: what was to be expected."))
    if _has(given, "high") or _has(given, "low"):
        said.append(_("Dashed lines: the limits of what chance does."))
    if given.target:
        said.append(_("Dotted line: %(target)s.") % {"target": given.target.label})
    return tuple(said)


COLUMNS = ("value", "centre", "low", "high")


def _table(given: Series, language: str) -> Table:
    shown = [name for name in COLUMNS if name == "value" or _has(given, name)]
    named = {"value": given.unit, "centre": _("Expected"), "low": _("Lowest by chance"), "high": _("Highest by chance")}
    heads = [figures.head(given.step), *(named[name] for name in shown)]
    notes = _has(given, "note")
    rows = [_row(point, shown, given, language, notes=notes) for point in given.points]
    return Table(given.title, (*heads, *([_("What stands out")] if notes else [])), tuple(rows))


def _value(given: Series, point: Point) -> str:
    return given.nothing if point.value is None and given.nothing else figures.number(point.value, given.decimals)


def _row(point: Point, shown: list[str], given: Series, language: str, *, notes: bool) -> tuple[str, ...]:
    when = figures.full(point.on, given.step, language)
    cells = [_value(given, point), *(figures.number(getattr(point, name), max(1, given.decimals)) for name in shown[1:])]
    return (when, *cells, *([point.note] if notes else []))


STRIP, ROOM_FOR_NUMBERS = 118, 16 + HIGHER  # px


def multiples(given: Multiples, paper: Paper = SCREEN) -> Drawn:
    """One strip for each series. All share one scale, so that a small one looks small."""
    first, language = given.panels[0] if given.panels else Series("", "", "", ()), _language(paper)
    numbers = _numbers(Frame(Canvas(0, paper), first, (0, 1), 0, 0, language))
    room = ROOM_FOR_NUMBERS if numbers else 0
    high = STRIP + room
    canvas = Canvas(high * len(given.panels) + 26, paper)
    side = scales.ticks([value for panel in given.panels for value in _values(panel)], 2)
    rows: list[tuple[str, ...]] = []
    for place, panel in enumerate(given.panels):
        top = place * high
        frame = Frame(canvas, panel, side, top + 36 + room, top + 104 + room, language)
        canvas.text((0, top + 16), panel.title, font_weight="bold")
        frame.grid(dates=place == len(given.panels) - 1)
        frame.lines()
        frame.marks(numbers)
        frame.dots()
        rows += [(panel.title, *row) for row in _table(panel, language).rows]
    heads = (_("Which"), *_table(first, language).heads)
    table = _beside_one_another(given, language) or Table(given.title, heads, tuple(rows))
    key = (*_shapes(first), *_changes(first, numbers, language))
    return Drawn(given.title, canvas.drawn(given.title, given.about), key, table)


def _beside_one_another(given: Multiples, language: str) -> Table | None:
    """A column for each series: where all have the same periods, and nothing but their numbers."""
    days = [[point.on for point in panel.points] for panel in given.panels]
    more = any(_has(panel, name) for panel in given.panels for name in (*COLUMNS[1:], "note"))
    if not days or more or any(one != days[0] for one in days):
        return None
    step = given.panels[0].step
    rows = tuple(
        (figures.full(on, step, language), *(_value(panel, panel.points[place]) for panel in given.panels))
        for place, on in enumerate(days[0])
    )
    return Table(given.title, (figures.head(step), *(panel.title for panel in given.panels)), rows)


LINE_OF_WORDS = 36  # letters across at 320 px


def bars(given: Bars, paper: Paper = SCREEN) -> Drawn:
    """One bar a line, its words above it and its number at the end of the words: nothing has to be read sideways."""
    told = [(wrap(_said(one, given.decimals), LINE_OF_WORDS), one.value or 0) for one in given.bars]
    canvas = Canvas(sum(18 * len(lines) + 28 for lines, _value in told) + 10, paper)
    side = scales.ticks([one.value or 0 for one in given.bars] + ([given.target.value] if given.target else []))
    down = 0.0
    for lines, value in told:
        for line in lines:
            down += 18
            canvas.text((0, down), line)
        canvas.box((0, down + 7), (max(0.0, value / side[-1]), 14), LINE)
        if given.target:
            x = given.target.value / side[-1]
            canvas.line((x, down + 4), (x, down + 24), stroke_width=3, stroke_dasharray="1 4", stroke_linecap="round")
        down += 28
    notes = any(one.note for one in given.bars)
    rows = tuple(
        (one.label, figures.number(one.value, given.decimals), *([one.note] if notes else [])) for one in given.bars
    )
    heads = (given.head, given.unit, *([_("What stands out")] if notes else []))
    key = (_("Bars: %(unit)s.") % {"unit": given.unit},)
    key += (_("Dotted line: %(target)s.") % {"target": given.target.label},) if given.target else ()
    return Drawn(given.title, canvas.drawn(given.title, given.about), key, Table(given.title, heads, rows))


def _said(one: Bar, decimals: int) -> str:
    return f"{one.label}: {figures.number(one.value, decimals)}" + (f" ({one.note})" if one.note else "")


HIDDEN = "*"
SHADES = ("#ffffff", PALE, "#9fc3c1", "#4c8286", "#0f5257")


def heat(given: Heat, paper: Paper = SCREEN) -> Drawn:
    """Hours down, days across. The number stands in each cell; the shade only helps to find it."""
    high, language = 24, _language(paper)
    canvas = Canvas(high * (len(given.hours) + 1) + 8, paper)
    short, whole = figures.weekdays(language)
    most = max([1.0, *(count for count in given.counts.values() if count is not None)])
    wide = (1 - LEFT - 0.02) / 7
    for column, name in enumerate(short):
        canvas.text((LEFT + 0.02 + wide * (column + 0.5), 17), name, "middle")
    rows = []
    for place, hour in enumerate(given.hours):
        top = high * (place + 1)
        canvas.text((LEFT, top + 17), f"{hour:02}", "end")
        for column in range(7):
            count = given.counts.get((hour, column), 0)
            shade = min(len(SHADES) - 1, round((count or 0) / most * (len(SHADES) - 1)))
            left = LEFT + 0.02 + wide * column
            canvas.box((left, top), (wide * 0.97, high - 2), SHADES[shade], stroke=SHADES[2])
            ink = GROUND if shade > 2 else INK
            canvas.text((left + wide / 2, top + 16), _cell(count, given.decimals, HIDDEN), "middle", ink)
        rows.append(
            (f"{hour:02}:00", *(_cell(given.counts.get((hour, day), 0), given.decimals, _("hidden")) for day in range(7)))
        )
    key = (_("Each cell: %(unit)s in the hour from that time on. Darker is more.") % {"unit": given.unit},)
    key += (_("Star: hidden, so that nobody can be picked out."),) if None in given.counts.values() else ()
    table = Table(given.title, (_("From"), *whole), tuple(rows))
    return Drawn(given.title, canvas.drawn(given.title, given.about), key, table)


def _cell(count: float | None, decimals: int, hidden: str) -> str:
    return hidden if count is None else figures.number(count, decimals)
