"""Moments in the past: the hours of a live case, worked out backwards from now, in London time."""

from datetime import datetime, time, timedelta

from gateways.clock import LONDON

DESK_OPENS, DESK_CLOSES = time(9, 10), 16


class Pace:
    """A case began that many days ago, or earlier where what was done with it (`needs`) would not yet be over.

    `at` moves forward step by step, and never past a minute before now."""

    def __init__(self, days_ago: int, clock_time: str, *, now: datetime, needs: timedelta) -> None:
        self.last = now - timedelta(minutes=1)
        day = now.astimezone(LONDON).date() - timedelta(days=days_ago)
        began = datetime.combine(day, time.fromisoformat(clock_time), LONDON)
        while (at_a_desk(began) if needs > timedelta(hours=1) else began) + needs > self.last:
            began -= timedelta(days=1)
        self.at = self.began = began

    def after(self, *, minutes: int = 0, hours: int = 0) -> datetime:
        self.at = min(self.at + timedelta(minutes=minutes, hours=hours), self.last)
        return self.at

    def in_hours(self) -> datetime:
        """On to the next moment somebody is at a desk."""
        self.at = min(at_a_desk(self.at), self.last)
        return self.at


def at_a_desk(moment: datetime) -> datetime:
    """The next moment on a weekday between nine and four, which is in every office's hours."""
    moment = moment.astimezone(LONDON)
    while moment.weekday() >= 5 or moment.hour >= DESK_CLOSES:
        moment = datetime.combine(moment.date() + timedelta(days=1), DESK_OPENS, LONDON)
    return moment if moment.hour >= DESK_OPENS.hour else datetime.combine(moment.date(), DESK_OPENS, LONDON)
