"""What is asked before a list changes. Both names always; a day always."""

from datetime import date

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form

from .csvs import LARGEST
from .lists import Kind
from .rules import Row, Rows


def named(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    language = "cy" if get_language() == "cy" else "en"
    return [(row.code, f"{row.code} {row.name(language)}") for row in rows if not row.parent]


def plainly(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    """By name alone, where the codes mean nothing to a reader."""
    language = "cy" if get_language() == "cy" else "en"
    return [(row.code, row.name(language)) for row in rows]


class Why(Form):
    """Every change says why: the history is read by whoever comes after."""

    why = fields.Text(_("Why is this changed?"), missing=_("Write why, in a few words"), limit=200)


class Names(Why):
    name_en = fields.Text(_("Name in English"), missing=_("Write the name in English"), limit=200, lang="en")
    name_cy = fields.Text(_("Name in Welsh"), missing=_("Write the name in Welsh"), limit=200, lang="cy")

    @property
    def names(self) -> tuple[str, str]:
        return self.cleaned_data["name_en"], self.cleaned_data["name_cy"]


class AddForm(Names):
    code = fields.Text(
        _("Code"), missing=_("Write the code"), limit=60, width=20, spellcheck=False,
        hint=_("Letters A to Z, figures, dots and dashes. Nobody can change it later."),
    )  # fmt: skip
    parent = fields.Select(_("Which group does it belong to?"), (), required=False)
    mapped_to = fields.Select(_("Which national category is it?"), (), required=False)
    since = DateField(_("First day"), missing=_("Enter its first day"))
    until = DateField(_("Last day, if it is known"), required=False)
    source = fields.Text(_("Where does it come from?"), required=False, limit=200)
    field_order = ("code", "name_en", "name_cy", "parent", "mapped_to", "since", "until", "source", "why")

    def __init__(self, *args: object, kind: Kind, held: Rows, mapped: Rows | None, on: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", _("None: it stands by itself")), *named(held.in_force(on))]
        if mapped is None:
            del self.fields["mapped_to"]
        elif kind.into == "counted":
            self.fields["mapped_to"].label = _("What does it count as?")
            self.fields["mapped_to"].choices = [("", _("Choose one")), *plainly(mapped.in_force(on))]
        else:
            self.fields["mapped_to"].choices = [("", _("None")), *named(mapped.in_force(on))]

    def row(self) -> Row:
        given = self.cleaned_data
        return Row(
            given["code"], *self.names, given["since"], given["until"], given["parent"], source=given["source"],
            mapped_to=given.get("mapped_to", ""),
        )  # fmt: skip


class EndForm(Why):
    until = DateField(_("Last day"), missing=_("Enter its last day"), hint=_("It can be chosen up to and on this day."))
    field_order = ("until", "why")


class RenameForm(Names):
    since = DateField(
        _("First day of the new name"), missing=_("Enter the first day of the new name"),
        hint=_("What was chosen before this day keeps the name it had."),
    )  # fmt: skip
    field_order = ("name_en", "name_cy", "since", "why")


class FileForm(Why):
    """`kept`: a file given before is here, and needs not be given again."""

    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, error_messages={"required": _("Choose the file")}, max_length=200
    )

    def __init__(self, *args: object, kept: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not kept

    def clean_file(self) -> tuple[str, bytes] | None:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 1 MB. No list is that long"))
        return (file.name, file.read()) if file else None


class DayForm(Form):
    on = fields.Text(_("Which day?"), required=False, limit=10, width=10, hint=_("For example, 2026-03-27."))

    def clean_on(self) -> date | None:
        try:
            return date.fromisoformat(self.cleaned_data["on"]) if self.cleaned_data["on"] else None
        except ValueError as problem:
            raise forms.ValidationError(_("Write the day like 2026-03-27")) from problem
