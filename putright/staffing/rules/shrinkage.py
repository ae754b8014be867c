"""From people at a desk to people in post, and work that can wait: e-mail, forms, letters, chat."""

from dataclasses import dataclass

from .erlang import CannotReckon


def in_post(at_desk: float, shrinkage: float) -> float:
    """People in post for so many at a desk. `shrinkage` is the share of paid time away from it: leave, sickness, training,
    meetings. Refuses a share of 1 or more: then nobody is ever there."""
    if not 0 <= shrinkage < 1:
        raise CannotReckon("shrinkage", "The share of paid time away from contacts must be from none to less than all.")
    return at_desk / (1 - shrinkage)


@dataclass(frozen=True)
class Kind:
    """Work of one way in: so many a week, so many minutes each; `at_once` is how many one person has open together."""

    way: str
    weekly: float
    minutes: float
    at_once: float = 1.0

    @property
    def hours(self) -> float:
        """A week."""
        return self.weekly * self.minutes / 60 / self.at_once


@dataclass(frozen=True)
class Week:
    """A person's paid hours a week, the share of them away from contacts, and how busy somebody may be who works
    without a break between contacts (1 would leave no time to breathe)."""

    hours: float
    shrinkage: float
    busy: float = 1.0

    @property
    def useful(self) -> float:
        """Hours one person in post really works on contacts in a week."""
        if self.hours <= 0 or not 0 < self.busy <= 1:
            raise CannotReckon("week", "A person's week must have hours, and they cannot be busy for more than all of it.")
        return self.hours * self.busy / in_post(1, self.shrinkage)

    def people(self, hours: float) -> float:
        """People in post, in full-time terms, for so many hours of work a week."""
        return hours / self.useful
