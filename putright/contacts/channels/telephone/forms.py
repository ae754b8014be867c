"""What is asked about exchanges, their logs and the figures."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.people.models import Handler

from .figures import LONGEST
from .log import COLUMNS, LONDON_CLOCK, UTC_CLOCK
from .models import Exchange, Yardstick
from .refusals import EmptyLog

MEGABYTES = 20
CHECK, LOAD = "check", "load"


class PeriodForm(Form):
    first = DateField(_("From"), missing=_("Enter the first day"))
    last = DateField(_("To"), missing=_("Enter the last day"))

    def clean(self) -> None:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", gettext("The last day must not be before the first"))
        elif first and last and (last - first).days >= LONGEST:
            self.add_error("last", gettext("Choose %(most)s days or fewer at a time") % {"most": LONGEST})


def whole(label: object, most: int, unit: object, **more: object) -> fields.Text:
    return fields.Text(label, missing=_("Enter a whole number"), limit=4, width=4, inputmode="numeric", hint=unit, **more)


class YardstickForm(Form):
    seconds = whole(_("Answered within how many seconds?"), 3600, "")
    percent = whole(_("For how many calls in a hundred?"), 100, "")
    short = whole(_("Given up sooner than how many seconds is not counted?"), 120, "")
    since = DateField(_("From which day?"), missing=_("Enter the day it counts from"))
    MOST = {"seconds": 3600, "percent": 100, "short": 120}

    def clean(self) -> None:
        for name, most in self.MOST.items():
            given = str(self.cleaned_data.get(name, ""))
            if name in self.cleaned_data and not (given.isascii() and given.isdigit() and int(given) <= most):
                self.add_error(name, gettext("Enter a whole number from 0 to %(most)s") % {"most": most})

    def mark(self) -> Yardstick:
        given = self.cleaned_data
        return Yardstick(since=given["since"], **{name: int(given[name]) for name in self.MOST})


class ExchangeForm(Form):
    name = fields.Text(_("What is the exchange called?"), missing=_("Enter its name"), limit=200)
    slug = fields.Text(
        _("Short name"), missing=_("Enter a short name"), limit=40, width=20, spellcheck=False,
        hint=_("Small letters, figures and dashes, like force-101. The exchange sends it with every message."),
    )  # fmt: skip

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if not all(sign in "abcdefghijklmnopqrstuvwxyz0123456789-" for sign in slug):
            raise forms.ValidationError(gettext("Use small letters, figures and dashes only"))
        return slug


class ExtensionForm(Form):
    extension = fields.Text(_("Extension"), missing=_("Enter the extension"), limit=20, width=10)
    handler = fields.Select(_("Whose is it from now on?"), (), required=False)

    def __init__(self, *args: object, people: Iterable[Handler], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["handler"].choices = [("", _("Nobody’s")), *((key, person.name) for key, person in self.people.items())]

    def whose(self) -> Handler | None:
        return self.people.get(self.cleaned_data["handler"])


COLUMN_WORDS = {
    "call": _("The call’s own number"),
    "event": _("What happened (a row for each event)"),
    "at": _("When it happened (a row for each event)"),
    "offered": _("When the call came in"),
    "queued": _("When it began to wait"),
    "answered": _("When it was answered"),
    "abandoned": _("When the caller gave up"),
    "ended": _("When it ended"),
    "number": _("The caller’s number"),
    "option": _("Menu option"),
    "extension": _("The extension that answered"),
    "transferred_at": _("When it was passed on"),
    "transferred_to": _("To whom it was passed on"),
    "transferred_from": _("Who passed it to us"),
}


def named(name: str) -> fields.Text:
    usual = COLUMNS[name][:3]
    hint = gettext("If it is not called %(names)s") % {"names": ", ".join(usual)}
    return fields.Text(COLUMN_WORDS[name], required=False, limit=100, width=20, spellcheck=False, hint=hint)


class LogForm(Form):
    """`column_…`: what the office's log calls a column, where we would not guess it."""

    exchange = fields.Radios(_("Which exchange?"), (), missing=_("Choose the exchange"))
    clock = fields.Radios(
        _("Which clock are its times read from?"),
        [(LONDON_CLOCK, _("London time")), (UTC_CLOCK, _("UTC, the same all year"))],
        inline=True, initial=LONDON_CLOCK, missing=_("Choose the clock"),
    )  # fmt: skip
    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, error_messages={"required": _("Choose the file")}, max_length=200
    )
    do = fields.Radios(
        _("What should happen?"),
        [(CHECK, _("Check it, and change nothing")), (LOAD, _("Load it"))],
        missing=_("Choose whether to check it or load it"),
    )

    def __init__(self, *args: object, exchanges: Iterable[Exchange], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.exchanges = {one.slug: one for one in exchanges}
        self.fields["exchange"].choices = [(slug, one.name) for slug, one in self.exchanges.items()]
        self.fields |= {f"column_{name}": named(name) for name in COLUMNS}

    @property
    def columns(self) -> list[object]:
        return [self[f"column_{name}"] for name in COLUMNS]

    def names(self) -> dict[str, str]:
        return {name: own for name in COLUMNS if (own := self.cleaned_data.get(f"column_{name}", ""))}

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            words = gettext("The file is larger than %(most)s MB. Load it from the command line.")
            raise forms.ValidationError(words % {"most": MEGABYTES})
        if not file.size:
            raise forms.ValidationError(str(EmptyLog()))
        return file


def week(today: date) -> tuple[date, date]:
    return date.fromordinal(today.toordinal() - 6), today
