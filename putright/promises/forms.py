"""What is asked before a promise, the calendar or the opening hours change. Both languages always; a day always; why always."""

from collections.abc import Iterable
from datetime import date

from django.forms import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.dates import WEEKDAYS
from design.fields import Checkboxes, Look, Radios, Select, Text
from design.forms import Form
from offices.shape import Hours, Promise
from putright.codes.rules import Row
from putright.law.promises import Kind

from . import opening

KINDS = {
    Kind.WORKING_DAYS: _("Working days"), Kind.DAYS: _("Days"), Kind.WEEKS: _("Weeks"), Kind.MONTHS: _("Months"),
    Kind.HOURS: _("Hours of opening"), Kind.END_OF_NEXT_DAY: _("To the end of the next day"),
}  # fmt: skip
FIGURES = _("Enter a whole number, in figures")


class Figure(Text):
    """A whole number from nought."""

    def __init__(self, label: object, **rest: object) -> None:
        super().__init__(label, **({"limit": 3, "width": 3, "inputmode": "numeric", "missing": FIGURES} | rest))

    def clean(self, value: object) -> str:
        given = str(super().clean(value) or "").strip()
        if given and not (given.isascii() and given.isdigit()):
            raise ValidationError(FIGURES)
        return given


class Why(Form):
    why = Text(_("Why is this changed?"), missing=_("Write why, in a few words"), limit=200)


class PromiseForm(Why):
    since = DateField(_("From which day?"), missing=_("Enter the day it begins"), hint=_("What began earlier keeps its date."))
    number = Figure(_("How many?"))
    kind = Select(_("Of what?"), list(KINDS.items()), missing=_("Choose what is counted"))
    en = Text(_("What we tell people, in English"), missing=_("Write it in English"), limit=300, lang="en")
    cy = Text(_("What we tell people, in Welsh"), missing=_("Write it in Welsh"), limit=300, lang="cy")
    stops_for = Checkboxes(_("For which reasons may its clock be stopped?"), (), required=False)
    extends_times = Figure(_("How often may it be given longer?"), required=False, hint=_("0 if never."))
    extends_by = Figure(_("By how much at most, each time?"), required=False)
    warns = Figure(
        _("How many days before should it warn?"), required=False, hint=_("Empty: in the last fifth of the time.")
    )
    field_order = ("since", "number", "kind", "en", "cy", "stops_for", "extends_times", "extends_by", "warns", "why")

    def __init__(self, *args: object, reasons: tuple[Row, ...], held: Promise, **kwargs: object) -> None:
        initial = {
            "number": held.number, "kind": held.kind, "en": held.words.en, "cy": held.words.cy, "warns": held.warns,
            "stops_for": list(held.stops_for), "extends_times": held.extends_times, "extends_by": held.extends_by,
        }  # fmt: skip
        super().__init__(*args, initial=initial, **kwargs)
        language = "cy" if get_language() == "cy" else "en"
        self.fields["stops_for"].choices = [(row.code.partition(".")[2], row.name(language)) for row in reasons]
        self.held = held

    def row(self) -> dict[str, object]:
        """As `offices.amending` reads it."""
        given = self.cleaned_data
        made: dict[str, object] = {
            "name": self.held.name, "kind": str(given["kind"]), "number": int(given["number"]), "source": "office",
            "words": {"en": given["en"], "cy": given["cy"]}, "since": given["since"].isoformat(),
            "restarts_when_clarified": self.held.restarts_when_clarified, "stops_for": list(given["stops_for"]),
            "extends_times": int(given["extends_times"] or 0), "extends_by": int(given["extends_by"] or 0),
        }  # fmt: skip
        return made | ({"warns": int(given["warns"])} if given["warns"] else {})


class DayForm(Why):
    day = DateField(_("Which day?"), missing=_("Enter the day"))
    worked = Radios(
        _("What is it?"),
        [("no", _("A bank holiday that was added")), ("yes", _("A bank holiday that was moved away: it is worked"))],
        missing=_("Choose what it is"),
    )  # fmt: skip
    en = Text(_("Its name in English"), missing=_("Write the name in English"), limit=100, lang="en")
    cy = Text(_("Its name in Welsh"), missing=_("Write the name in Welsh"), limit=100, lang="cy")
    field_order = ("day", "worked", "en", "cy", "why")

    @property
    def on(self) -> date:
        return self.cleaned_data["day"]

    def row(self) -> dict[str, object]:
        given = self.cleaned_data
        return {
            "day": self.on.isoformat(), "worked": given["worked"] == "yes", "words": {"en": given["en"], "cy": given["cy"]},
            "source": "office",
        }  # fmt: skip


class Open(Text):
    """From when to when a day is open; empty when it is closed."""

    def __init__(self, label: object) -> None:
        super().__init__(label, required=False, limit=40, width=20)

    def clean(self, value: object) -> opening.Day | None:
        try:
            return opening.read(str(super().clean(value) or ""))
        except ValueError:
            wrong = _("%(day)s: write when it opens and when it closes, like 09:00 to 17:00. Leave it empty if it is closed.")
            raise ValidationError(wrong, params={"day": self.label}) from None


class HoursForm(Why):
    """A whole week. `held`: the hours to begin from."""

    since = DateField(
        _("From which day?"), missing=_("Enter the day it begins"),
        hint=_("What began earlier keeps its date. A Saturday or Sunday is no working day, whatever the hours."),
    )  # fmt: skip

    def __init__(self, *args: object, held: Iterable[Hours], **kwargs: object) -> None:
        week, said = opening.by_day(held), _now("%(opens)s to %(closes)s")
        super().__init__(*args, initial={day: opening.written(hours, said) for day, hours in week.items()}, **kwargs)
        named = WEEKDAYS["cy" if get_language() == "cy" else "en"]
        self.fields |= {day: Open(name) for day, name in zip(opening.DAYS, named, strict=True)}
        self.fields[opening.DAYS[0]].look = Look(width=20, hint=_("Like 09:00 to 17:00. Empty: closed all day."))
        self.order_fields(("since", *opening.DAYS, "why"))

    def clean(self) -> dict[str, object]:
        given: dict[str, object] = super().clean() or self.cleaned_data
        if not self.errors and not any(given.get(day) for day in opening.DAYS):
            raise ValidationError(_("Give the hours of at least one day."))
        return given

    @property
    def on(self) -> date:
        return self.cleaned_data["since"]

    def row(self) -> dict[str, object]:
        week = {day: hours for day in opening.DAYS if (hours := self.cleaned_data[day])}
        return {"since": self.on.isoformat(), "week": opening.kept(week)}


class AnswerForm(Form):
    answer = Radios(
        _("What do you say to it?"), [("agree", _("Agree: make the change")), ("decline", _("Decline: leave it as it is"))],
        missing=_("Choose what you say to it"),
    )  # fmt: skip
