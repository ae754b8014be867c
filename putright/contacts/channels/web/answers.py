"""What somebody has typed so far, page by page, exactly as typed: right or wrong, nothing is lost."""

from collections.abc import Mapping
from functools import cached_property

from django.forms import Form
from django.utils.datastructures import MultiValueDict

from design.boxes import BOXES
from design.typed import cleaned
from putright.contacts.kinds.queries import Asking, asking

# The pages in the order in which they are asked: those of questions.PAGES, for who must know it without their forms.
ORDER = (
    "safe", "call-now", "kind", "about-what", "about-it", "crimestoppers", "ring-me", "what-happened", "when", "where", "who",
    "wants", "files", "for-whom", "them", "name", "reach", "safe-contact", "help", "heard",
)  # fmt: skip
Kept = Mapping[str, Mapping[str, list[str]]]  # page -> name of the box -> what was typed in it


class Answers:
    """The pages answered so far. `said` looks a single answer up by its field's name: names are unique over all pages."""

    def __init__(self, kept: Kept | None = None) -> None:
        self.kept = dict(kept or {})

    @cached_property
    def asking(self) -> Asking:
        """The kinds and what they ask: two queries, and only when somebody has a question."""
        return asking()

    def has(self, page: str) -> bool:
        return page in self.kept

    def typed(self, page: str) -> MultiValueDict[str, str]:
        return MultiValueDict({name: list(values) for name, values in self.kept.get(page, {}).items()})

    def said(self, name: str) -> str:
        return next((boxes[name][-1] for boxes in self.kept.values() if boxes.get(name)), "")

    def with_page(self, page: str, boxes: Mapping[str, list[str]]) -> "Answers":
        return Answers({**self.kept, page: boxes})


def boxes_of(form: Form, data: MultiValueDict[str, str]) -> dict[str, list[str]]:
    """What was typed in this form's own boxes, without what no database can hold. Other names posted are dropped."""
    names: list[str] = []
    for name, field in form.fields.items():
        if name not in form.carried:
            is_date = getattr(field, "component", "") == "date-input"
            names += [f"{name}-{box}" for box in BOXES] if is_date else [name]
    return {name: [cleaned(value) for value in data.getlist(name)] for name in names if name in data}


def first_shown(form: Form, typed: MultiValueDict[str, str]) -> dict[str, object]:
    """What to put in the boxes when somebody comes back to a page they have answered, before any checking."""
    if not typed:
        return {}
    shown = {name: field.widget.value_from_datadict(typed, {}, name) for name, field in form.fields.items()}
    return {name: value for name, value in shown.items() if value not in (None, "")}  # else what a box comes with
