"""What can be asked about a case file itself."""

from collections.abc import Iterable
from datetime import date
from textwrap import shorten

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.codes.rules import Row, Rows

from .choices import ACTIONS, OUTCOMES, Chosen, Result, open_to
from .danger import KINDS
from .rules import leaves
from .words import MEDIA

WENT_ON = _("What else was going on?")
RANKS = [
    ("", _("Not known")),
    ("chief_officer", _("The chief constable, or somebody acting as chief constable")),
    ("commissioner", _("The commissioner or deputy commissioner")),
]


def category_choices(categories: Rows, on: date) -> list[tuple[str, str]]:
    """The allegation tree in force that day, sub-categories under their category's name."""
    language = "cy" if get_language() == "cy" else "en"

    def words(code: str) -> str:
        return categories.name(code, on, language)

    return [
        (row.code, f"{row.code} {words(row.code)}" + (f" ({words(row.parent)})" if row.parent else ""))
        for row in categories.in_force(on)
    ]


def named(rows: Iterable[Row]) -> list[tuple[str, str]]:
    language = "cy" if get_language() == "cy" else "en"
    return [(row.code, row.name(language)) for row in rows]


class NoteForm(Form):
    words = fields.TextArea(_("Note"), missing=_("Write the note"), limit=20_000)


class SpokeForm(Form):
    medium = fields.Radios(
        _("How did you speak with them?"), MEDIA, missing=_("Choose how you spoke with them"), inline=True, initial="phone"
    )
    words = fields.TextArea(
        _("What did they say, and how do they want it handled?"),
        missing=_("Write what they said"),
        hint=_("Writing this down keeps the promise of first contact."),
        limit=20_000,
    )


class SpeakerForm(Form):
    what = fields.Radios(
        _("What has changed?"),
        [("seen", _("We have seen their written consent")), ("ended", _("They no longer speak for this person"))],
        missing=_("Choose what has changed"),
        hints={"ended": _("From now on we write to the person themselves.")},
    )


class AllegationForm(Form):
    words = fields.TextArea(
        _("What is alleged?"),
        missing=_("Write what is alleged"),
        hint=_("Keep points about one piece of police work together in one allegation."),
        limit=5_000,
    )
    category = fields.Select(_("Category"), (), missing=_("Choose the one category that fits best"))
    factors = fields.Checkboxes(WENT_ON, (), required=False, hint=_("Choose as many as fit, or none."), small=True)

    def __init__(self, *args: object, categories: Rows, factors: Rows, on: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", _("Choose a category")), *category_choices(categories, on)]
        self.fields["factors"].choices = named(leaves(factors, on))
        if not self.fields["factors"].choices:  # the list comes empty: nothing is asked until an office loads it
            del self.fields["factors"]


class FactorsForm(Form):
    """`rows`: those of the day, and those chosen before that have ended since."""

    factors = fields.Checkboxes(WENT_ON, (), required=False, hint=_("Choose as many as fit, or none."), small=True)

    def __init__(self, *args: object, rows: Iterable[Row], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["factors"].choices = named(rows)


class OutcomesForm(Form):
    """What came of each allegation: an outcome, and what was done because of it. Two fields for each, by its number."""

    def __init__(
        self, *args: object, alleged: Iterable[Chosen], outcomes: Rows, actions: Rows, on: date, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.numbers = []
        for one in alleged:
            self.numbers.append(one.allegation.number)
            self._ask(one, named(open_to(one, OUTCOMES, outcomes, on)), named(open_to(one, ACTIONS, actions, on)))

    def _ask(self, one: Chosen, came: list[tuple[str, str]], done: list[tuple[str, str]]) -> None:
        number = one.allegation.number
        self.fields[f"outcome_{number}"] = fields.Select(
            _("What came of allegation %(number)s?") % {"number": number}, [("", _("Choose an outcome")), *came],
            missing=_("Choose what came of allegation %(number)s") % {"number": number},
            hint=shorten(one.allegation.words, 160, placeholder=" …"),
            initial=next((choice.code for choice in one.of(OUTCOMES)), ""),
        )  # fmt: skip
        self.fields[f"actions_{number}"] = fields.Checkboxes(
            _("What was done because of allegation %(number)s?") % {"number": number}, done, required=False, small=True,
            hint=_("Choose as many as fit, or none."), initial=[choice.code for choice in one.of(ACTIONS)],
        )  # fmt: skip

    def results(self) -> dict[int, Result]:
        given = self.cleaned_data
        return {n: Result(given[f"outcome_{n}"], tuple(given[f"actions_{n}"])) for n in self.numbers}


class OfficerForm(Form):
    name = fields.Text(_("Name, if known"), required=False)
    collar_number = fields.Text(_("Collar number, if known"), required=False, limit=20, width=10)
    rank = fields.Text(_("Rank or job, if known"), required=False, limit=60)
    station = fields.Text(_("Station or department, if known"), required=False, limit=100)
    description = fields.TextArea(_("How they were described"), required=False, limit=2_000, rows=3)
    organisational = fields.Checkboxes(
        _("Is it about nobody in particular?"),
        [("yes", _("It is about the service or a policy, not one person"))],
        required=False,
    )
    office_holder = fields.Select(_("Are they one of these?"), RANKS, required=False)

    def clean(self) -> dict[str, object]:
        """Nothing at all is a slip of the key. An officer nobody can name is described."""
        given = super().clean()
        if not self.errors and not any(given.values()):
            raise ValidationError(_("Write what you know about them. If nobody can be named, say how they were described"))
        return given


class WallForm(Form):
    handler = fields.Select(_("Who must not see this case?"), (), missing=_("Choose who must not see it"))
    why = fields.Text(_("Why?"), missing=_("Write why, in a few words"), limit=200)

    def __init__(self, *args: object, colleagues: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handler"].choices = [("", _("Choose a person")), *colleagues]


class DangerForm(Form):
    kind = fields.Radios(_("What is the danger?"), list(KINDS.items()), missing=_("Choose what the danger is"))
    words = fields.TextArea(
        _("What makes you think so?"), required=False, limit=5_000, rows=2, hint=_("You may leave this for later.")
    )
