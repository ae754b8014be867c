"""What an office may set, and between which bounds. No Django."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Bounds:
    """The default is our own, of no law; the office's dated row takes its place."""

    default: int
    least: int
    most: int


AGAIN, OPEN, SMALLEST, UNHAPPY, WAIT, ALONE = "again_days", "open_days", "smallest", "unhappy", "wait_days", "alone"
HELD = "held_one_in"
SETTINGS = {
    AGAIN: Bounds(182, 0, 1000),  # days until the same person is asked again
    OPEN: Bounds(42, 7, 365),  # days a link works
    SMALLEST: Bounds(5, 3, 50),  # the smallest number of people a figure is shown for
    WAIT: Bounds(3, 1, 60),  # days after a case is finished until it is asked about, where no final letter did
    ALONE: Bounds(1, 0, 1),  # 1: the rounds ask unasked; 0: only a handler sends a survey
    UNHAPPY: Bounds(2, 1, 3),  # on a scale of five: this and below is unhappy
    HELD: Bounds(10, 1, 100),  # of so many answers typed from paper a second person holds one against it; 1: every one
}
TYPED_FOR = timedelta(days=14)  # an answer on paper that came in time may be typed in so long after its last day
FINAL = frozenset({"outcome", "findings", "no_action"})  # kinds of letter that are a final answer and have room for the link
NOBODY, SEALED, NO_WISH, RECENT, NO_CONSENT, IMPORTED = "nobody", "sealed", "no_wish", "recent", "no_consent", "imported"


def allowed(name: str, value: int) -> bool:
    return SETTINGS[name].least <= value <= SETTINGS[name].most
