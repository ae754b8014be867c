"""Fields that draw themselves as design-system components, so that no room's template holds input HTML.

Every field has its own plain sentence for what is missing or wrong: pass `missing=` and `wrong=` for the particular
question ("Enter your name"); the general ones here are the fallback. Text is kept exactly as typed, errors or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from design import boxes

# Words that may be ready or translated later: a lazy sentence is not a `str` to the type checker.
Words = Any
LONG = 50_000
FAR_TOO_LONG = _("Your answer is too long. It must be %(limit)s characters or fewer. You wrote %(wrote)s.")


@dataclass(frozen=True)
class Look:
    """What changes how a field is drawn but not what it accepts."""

    hint: Words = ""
    autocomplete: str = ""
    inputmode: str = ""
    lang: str = ""  # when an answer is expected in another language than the page
    width: int = 0  # characters wide: 2, 3, 4, 5, 10, 20, 30
    rows: int = 5
    heading: bool = False  # the label is the page's h1: one question on a page
    inline: bool = False  # short choices side by side
    small: bool = False  # many boxes to tick, each half as high
    spellcheck: bool | None = None
    count: bool = False  # show how many characters are left
    hints: Mapping[str, Words] = field(default_factory=dict)  # choice value -> a hint below it
    reveals: Mapping[str, str] = field(default_factory=dict)  # choice value -> names of the fields it opens, a space between
    or_before: str = ""  # choice value with the word "or" above it


_LOOKS = frozenset(entry.name for entry in fields(Look))


class Drawn(forms.Field):
    """A field with a `component` to be drawn as. Unknown options are refused by Django's own field below it."""

    component: str

    def __init__(self, label: Words, *, missing: Words = "", wrong: Words = "", **rest: Any) -> None:
        self.look = Look(**{name: rest.pop(name) for name in tuple(rest) if name in _LOOKS})
        super().__init__(label=label, **rest)
        self.error_messages["required"] = missing or _("Enter an answer")
        if wrong:
            self.error_messages["invalid"] = self.error_messages["invalid_choice"] = wrong


@dataclass(frozen=True)
class Longest:
    limit: int

    def __call__(self, text: str) -> None:
        if len(text) > self.limit:
            sizes = {"limit": f"{self.limit:,}", "wrote": f"{len(text):,}"}
            raise forms.ValidationError(FAR_TOO_LONG, code="too_long", params=sizes)


class Text(Drawn, forms.CharField):
    """One line. `limit` is in characters."""

    component = "input"
    widget = boxes.TextBox
    type = "text"

    def __init__(self, label: Words, *, limit: int = 250, **rest: Any) -> None:
        super().__init__(label, **rest)
        self.limit = limit
        self.validators.append(Longest(limit))


class Secret(Text):
    """A password: drawn as dots, never trimmed, and never sent back to the page."""

    type = "password"

    def __init__(self, label: Words, **rest: Any) -> None:
        super().__init__(label, **{"strip": False, "limit": 4096, "spellcheck": False} | rest)


class TextArea(Text):
    """Many lines; what happened, in their words. New lines at either end are trimmed, those within are kept."""

    component = "textarea"

    def __init__(self, label: Words, *, limit: int = LONG, **rest: Any) -> None:
        super().__init__(label, limit=limit, **rest)
        if self.look.count:
            self.component = "character-count"


class Email(Text):
    type = "email"

    def __init__(self, label: Words, **rest: Any) -> None:
        wrong = rest.pop("wrong", "") or _("Enter an email address in the correct format, like name@example.com")
        usual: dict[str, Any] = {"autocomplete": "email", "spellcheck": False, "limit": 254}
        super().__init__(label, **usual | rest)
        self.validators.append(EmailValidator(message=wrong))


class Phone(Text):
    """Any number a person could ring: 7 to 15 figures, with +, spaces, brackets, dashes and an extension allowed.

    Numbers kept for drama, and short office extensions after the number, are real to the person who gave them, so no
    numbering plan is consulted here.
    """

    type = "tel"

    def __init__(self, label: Words, **rest: Any) -> None:
        usual: dict[str, Any] = {"autocomplete": "tel", "width": 20, "limit": 40}
        super().__init__(label, **usual | rest)
        self.error_messages.setdefault("invalid", _("Enter a phone number, like 01632 960 001 or +44 808 157 0192"))

    def validate(self, value: str) -> None:
        super().validate(value)
        figures = sum(character.isdigit() for character in value)
        allowed = set("0123456789+()-. #xext")
        if value and (not 7 <= figures <= 20 or not set(value.lower()) <= allowed):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


class Hidden(Text):
    """A value carried between pages. A missing one is the page's fault, so it is said without blaming the reader."""

    component = "hidden"
    widget = boxes.HiddenBox

    def __init__(self, *, limit: int = 200, **rest: Any) -> None:
        missing = _("Something went wrong with this page. Go back, and try again")
        super().__init__("", limit=limit, **{"missing": missing} | rest)


class Chosen(Drawn, forms.ChoiceField):
    widget = boxes.TextBox

    def __init__(self, label: Words, choices: Any, **rest: Any) -> None:
        super().__init__(label, choices=choices, **({"missing": _("Choose one of the answers")} | rest))
        if not rest.get("wrong"):
            self.error_messages["invalid_choice"] = _("Choose one of the answers in the list")


class Radios(Chosen):
    component = "radios"


class Select(Chosen):
    """For a long list; an empty first line is added so that nothing is chosen by accident."""

    component = "select"


class Checkboxes(Drawn, forms.MultipleChoiceField):
    component = "checkboxes"
    widget = boxes.ManyBoxes

    def __init__(self, label: Words, choices: Any, **rest: Any) -> None:
        super().__init__(label, choices=choices, **({"missing": _("Choose at least one answer")} | rest))
        if not rest.get("wrong"):
            self.error_messages["invalid_choice"] = _("Choose one of the answers in the list")
