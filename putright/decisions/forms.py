"""Writing, approving, publishing and withdrawing a record."""

from typing import Any

from django.utils.translation import gettext_lazy

from design.datefield import DateField
from design.fields import Checkboxes, Radios, Text, TextArea
from design.forms import Form

from . import rules, words
from .actions import Signed, Written

LINES = {"title": 1, "category": 1, "purpose": 3, "summary": 8, "recommendation": 4, "interests": 2}
HINTS = {
    "category": gettext_lazy("Such as professionalism."),
    "interests": gettext_lazy("Write that there are none where there are none."),
}
NOLAN = gettext_lazy("Whoever decides has declared their interests and keeps to the seven principles of public life.")


def texts_of(cleaned: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {one: {part: cleaned[f"{part}_{one}"] for part in rules.NEEDED} for one in rules.LANGUAGES}


class RecordForm(Form):
    """Every part in both languages. One may follow later; both are needed to publish."""

    timing = Radios(gettext_lazy("Timing"), list(words.TIMINGS.items()), inline=True)
    decided_on = DateField(gettext_lazy("When was it decided?"), past=True)
    nolan = Checkboxes(gettext_lazy("Interests"), [("yes", NOLAN)], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        asked = {f"{part}_{one}": self._asked(part, one) for part in rules.NEEDED for one in rules.LANGUAGES}
        own = dict(type(self).base_fields)
        nolan = own.pop("nolan")
        self.base_fields = own | asked | {"nolan": nolan}
        super().__init__(*args, **kwargs)

    @staticmethod
    def _asked(part: str, language: str) -> Text:
        label = f"{words.PARTS[part]}, {words.LANGUAGES[language]}"
        hint = HINTS.get(part, "") if language == "en" else ""
        if LINES[part] == 1:
            return Text(label, required=False, lang=language, hint=hint, limit=200)
        return TextArea(label, required=False, lang=language, hint=hint, rows=LINES[part])

    def written(self) -> Written:
        given = self.cleaned_data
        return Written(given["timing"], given["decided_on"], texts_of(given), given["nolan"] == ["yes"])


class ApproveForm(Form):
    name = Text(gettext_lazy("Who approved it?"), limit=200, missing=gettext_lazy("Enter who approved it"))
    post = Text(gettext_lazy("Their post"), required=False, limit=200)
    signature = Text(gettext_lazy("Their signature, typed"), limit=200, missing=gettext_lazy("Enter their signature"))
    on = DateField(gettext_lazy("When did they sign?"), past=True)

    def signed(self) -> Signed:
        return Signed(**self.cleaned_data)


class _InBoth(Form):
    """The same question in each language."""

    label: Any = ""
    rest: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.base_fields = {
            f"why_{one}": TextArea(f"{self.label}, {words.LANGUAGES[one]}", lang=one, rows=3, **self.rest)
            for one in rules.LANGUAGES
        }
        super().__init__(*args, **kwargs)

    def why(self) -> dict[str, str]:
        return {one: self.cleaned_data[f"why_{one}"] for one in rules.LANGUAGES}


class PublishForm(_InBoth):
    label = gettext_lazy("Why it is late")
    rest = {"required": False, "hint": gettext_lazy("Only after five working days. The public reads this as you write it.")}


class WithdrawForm(_InBoth):
    label = words.PARTS["withdrawn"]
    rest = {"missing": gettext_lazy("Write why it is withdrawn")}
