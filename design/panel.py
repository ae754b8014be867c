"""What a room shows on the case page: a title, a template of its own, and the values for it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Panel:
    """One block of the case page. `links` are (address, words) of what this person may do next, most likely first."""

    title: str
    template: str
    values: dict[str, object] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    order: int = 50  # smaller is higher on the page
    empty: bool = False  # nothing to show: the page has its links only, with those of the other empty ones
