"""Which day's law, between which two days, and a sheet of facts that belongs to no case."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design.boxes import BOXES
from design.datefield import DateField
from design.fields import Radios
from design.forms import Form
from putright.law import words
from putright.law.questions import FACTS, QUESTIONS
from putright.law.terms import Question
from putright.triage.explain import ANSWERS


def boxed(given: Mapping[str, str], *names: str) -> dict[str, str] | None:
    """A day as an address writes it, 2026-03-27, in the three boxes of a form; None where no day was given at all.

    What is no day is put into the boxes as it was written, for the field to say what is wrong with it."""
    found: dict[str, str] = {}
    for name in names:
        found |= {f"{name}-{box}": given.get(f"{name}-{box}", "") for box in BOXES}
        if whole := given.get(name, "").strip():
            parts = [*whole.split("-", 2), "", ""]
            found |= {f"{name}-{box}": part for box, part in zip(reversed(BOXES), parts, strict=False)}
    return found if any(found.values()) else None


class OnDay(Form):
    on = DateField(gettext_lazy("Which day’s law?"), hint=gettext_lazy("For example, 27 3 2026"))

    def __init__(self, given: Mapping[str, str], today: date) -> None:
        super().__init__(boxed(given, "on"), initial={"on": today})

    def day(self) -> date | None:
        """The day asked for; the day of the request where none was; None where what was asked for is no day."""
        if not self.is_bound:
            return self.initial["on"]
        return self.cleaned_data["on"] if self.is_valid() else None


class TwoDays(Form):
    def __init__(self, given: Mapping[str, str]) -> None:
        super().__init__(boxed(given, "from", "to"))
        self.fields["from"] = DateField(_("The first day"), hint=_("For example, 3 12 2025"), missing=_("Enter the first day"))
        self.fields["to"] = DateField(_("The second day"), hint=_("For example, 4 12 2025"), missing=_("Enter the second day"))

    def clean(self) -> dict[str, Any]:
        first, second = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and second and second < first:
            self.add_error("to", _("The second day must be the first day or later. Change one of them"))
        return self.cleaned_data


class SheetForm(Form):
    """Every fact the law asks about, each once, under the first question that asks it. Any may be left out."""

    on = DateField(gettext_lazy("By which day’s law?"), hint=gettext_lazy("For example, 27 3 2026"))

    def __init__(self, language: str, today: date, given: Mapping[str, str] | None = None, *, opened: str = "") -> None:
        super().__init__(given, initial={"on": today})
        self.language, self.opened = language, opened
        for fact in FACTS:
            self.fields[fact] = Radios(
                words.fact_question(fact, language), list(ANSWERS.items()), required=False, inline=True,
                hint=words.fact_meaning(fact, language),
            )  # fmt: skip

    def facts(self) -> dict[str, str]:
        return {fact: self.cleaned_data[fact] for fact in FACTS if self.cleaned_data.get(fact)}

    def groups(self) -> Iterator[tuple[str, list[BoundField], bool]]:
        """(question, its fields, whether to show them opened: it was asked for, or something in it is answered or wrong)."""
        placed: set[str] = set()
        for name, question in QUESTIONS.items():
            boxes = [self[fact] for fact in self._in_order(question) if fact not in placed]
            placed.update(question.facts)
            if boxes:
                answered = self.is_bound and any(box.data or box.errors for box in boxes)
                yield words.question_text(name, self.language), boxes, answered or name == self.opened

    def _in_order(self, question: Question) -> list[str]:
        """What the rows in force that day ask comes first; what only the rows of other days ask comes after."""
        now = {rule.fact for rule in question.in_force(getattr(self, "cleaned_data", {}).get("on") or self.initial["on"])}
        return sorted(question.facts, key=lambda fact: fact not in now)
