"""The frame of a series and what is drawn in it: grid, lines, limits, points, dated changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from . import figures, scales
from .canvas import GRID, INK, LINE, MUTED, Canvas
from .shapes import MONTH, Point, Series

LEFT, RIGHT = 0.13, 0.96  # of the width: numbers stand left of it at 320 px
CLOSE, HIGHER = 0.06, 13  # of the width, a bold number at 320 px and a little more; px
DATES = 3  # written out below; four would touch at 320 px in Welsh


@dataclass(frozen=True)
class Frame:
    """From `top` down to `bottom` px; the side runs over `side`."""

    canvas: Canvas
    series: Series
    side: Sequence[float]
    top: float
    bottom: float
    language: str

    def y(self, value: float) -> float:
        return self.bottom - (value - self.side[0]) / (self.side[-1] - self.side[0]) * (self.bottom - self.top)

    def x(self, place: float) -> float:
        return LEFT + (RIGHT - LEFT) * place / max(1, len(self.series.points) - 1)

    def grid(self, *, dates: bool) -> None:
        for value in self.side:
            self.canvas.line((LEFT, self.y(value)), (RIGHT, self.y(value)), stroke=GRID)
            self.canvas.text((LEFT - 0.02, self.y(value) + 5), figures.tick(value), "end", MUTED)
        points = self.series.points
        for place in scales.labelled(len(points), DATES) if dates else ():
            words = figures.short(points[place].on, self.series.step, self.language)
            at = "end" if place == len(points) - 1 and len(points) > 1 else "middle"
            self.canvas.text((self.x(place), self.bottom + 20), words, at, MUTED)

    def path(self, value: Callable[[Point], float | None], **how: object) -> None:
        """A line from point to point, broken where nothing is known."""
        points = self.series.points
        for place, (one, other) in enumerate(zip(points, points[1:], strict=False)):
            start, end = value(one), value(other)
            if start is not None and end is not None:
                self.canvas.line((self.x(place), self.y(start)), (self.x(place + 1), self.y(end)), **how)

    def lines(self) -> None:
        self.path(lambda point: point.high, stroke=MUTED, stroke_dasharray="6 4", stroke_width=1.5)
        self.path(lambda point: point.low, stroke=MUTED, stroke_dasharray="6 4", stroke_width=1.5)
        self.path(lambda point: point.centre, stroke=INK, stroke_width=1)
        self.path(lambda point: point.value, stroke=LINE, stroke_width=2.5)

    def dots(self) -> None:
        for place, point in enumerate(self.series.points):
            if point.value is not None:
                when = figures.full(point.on, self.series.step, self.language)
                words = f"{when}: {figures.number(point.value, self.series.decimals)}"
                self.canvas.dot((self.x(place), self.y(point.value)), words, flagged=bool(point.note))

    def target(self) -> None:
        if self.series.target:
            y = self.y(self.series.target.value)
            self.canvas.line((LEFT, y), (RIGHT, y), stroke_width=2, stroke_dasharray="1 5", stroke_linecap="round")

    def marks(self, numbers: dict[int, int]) -> None:
        """A numbered line at each change that falls in the time shown. Of two that stand close the later number stands higher:
        1 and 2 are else read as 12."""
        before, up = -1.0, 0
        for place, number in sorted(numbers.items(), key=lambda one: one[1]):
            where = self.place(self.series.marks[place].on)
            if where is not None:
                x = self.x(where)
                before, up = x, HIGHER - up if x - before < CLOSE else 0
                self.canvas.line((x, self.top - 6 - up), (x, self.bottom), stroke_width=2)
                self.canvas.text((x, self.top - 10 - up), str(number), "middle", font_weight="bold")

    def place(self, on: date) -> float | None:
        """Where a day falls among the points; half a step before the first still counts, and a whole one after the last."""
        days = [point.on for point in self.series.points]
        if not days or on < days[0] or on >= after(days[-1], self.series.step):
            return None
        last = max(place for place, begins in enumerate(days) if begins <= on)
        long = (after(days[last], self.series.step) - days[last]).days
        return min(last + (on - days[last]).days / long - 0.5, len(days) - 1) if last or len(days) > 1 else 0


def after(begins: date, step: str) -> date:
    """The day on which the next period begins."""
    if step == MONTH:
        return date(begins.year + begins.month // 12, begins.month % 12 + 1, 1)
    return begins + timedelta(days=7 if step == "week" else 1)
