"""What is asked before a file is loaded."""

from django import forms
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form

from . import days
from .columns import FIELDS, KEEP, LEAVE, Plan, folded
from .mapping import layouts
from .refusals import Nothing, TooBig

MEGABYTES = 20  # larger ones are loaded from the command line, where nobody waits for a page
CHECK, LOAD = "check", "load"
KINDS = [
    ("complaint", _("Complaint")), ("dissatisfaction", _("Unhappy")), ("compliment", _("Thanks")),
    ("enquiry", _("Question")),
]  # fmt: skip
STATES = [("open", _("Open")), ("closed", _("Closed"))]


class ImportForm(Form):
    layout = fields.Radios(_("How is the file written?"), (), missing=_("Choose how the file is written"))
    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, error_messages={"required": _("Choose the file")}, max_length=200
    )
    do = fields.Radios(
        _("What should happen?"),
        [(CHECK, _("Check it, and change nothing")), (LOAD, _("Load it"))],
        missing=_("Choose whether to check it or load it"),
    )

    def __init__(self, *args: object, language: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layout"].choices = [(one.slug, one.name[language]) for one in layouts()]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(str(TooBig(MEGABYTES)))
        if not file.size:
            raise forms.ValidationError(str(Nothing()))
        return file


class FileForm(Form):
    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, error_messages={"required": _("Choose the file")}, max_length=200
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(str(TooBig(MEGABYTES)))
        if not file.size:
            raise forms.ValidationError(str(Nothing()))
        return file


class ColumnsForm(Form):
    """Which column is which. One select a column, with the first few of its cells beside it."""

    source = fields.Text(
        _("What is this log called?"), limit=36, missing=_("Enter the name of the log"),
        hint=_("The same log brought in again must have the same name, so that nothing comes in twice."),
    )  # fmt: skip
    order = fields.Radios(
        _("How are days written?"),
        [
            (days.DAY_FIRST, _("The day first: 27/03/2014")),
            (days.MONTH_FIRST, _("The month first: 03/27/2014")),
            (days.SURE, _("Both ways: list every one that could be two days")),
        ],
        missing=_("Choose how days are written"),
    )
    kind = fields.Radios(
        _("What are its entries, where no column says so?"), KINDS, missing=_("Choose what its entries are")
    )

    def __init__(self, *args: object, found: dict, plan: Plan, **kwargs: object) -> None:
        self.names = found["names"]
        start = {"source": plan.source.removeprefix("log-"), "order": plan.order, "kind": plan.kind}
        start |= {f"c{place}": plan.columns.get(name, KEEP) for place, name in enumerate(self.names)}
        super().__init__(*args, initial=start, **kwargs)
        choices = [(KEEP, _("Keep it in its own words")), (LEAVE, _("Leave it out")), *FIELDS.items()]
        for place, name in enumerate(self.names):
            seen = "; ".join(found["samples"].get(name, []))
            self.fields[f"c{place}"] = fields.Select(
                name, choices, hint=seen or _("(empty)"), missing=_("Choose what this column is")
            )

    def clean(self):
        given = super().clean()
        meant = [given.get(f"c{place}") for place in range(len(self.names))]
        for place, one in enumerate(meant):
            if one in FIELDS and one in meant[:place]:
                self.add_error(f"c{place}", _("Another column is this already. Choose something else for one of them"))
        if "received" not in meant:
            self.add_error(None, _("Say which column has the day it was received. Without it no entry can be loaded"))
        return given

    def plan(self) -> Plan:
        given = self.cleaned_data
        columns = {name: given[f"c{place}"] for place, name in enumerate(self.names)}
        source = "-".join(folded(given["source"]).split()) or "old"
        return Plan(source=f"log-{source}"[:40], columns=columns, order=given["order"], kind=given["kind"])


class ValuesForm(Form):
    """What their words mean here. A word left without a meaning is listed when the file is checked."""

    def __init__(self, *args: object, plan: Plan, words: dict, choices: dict, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.asked: dict[str, tuple[str, str]] = {}
        for wanted, found in plan.values.items():
            for place, (word, code) in enumerate(sorted(found.items())):
                name = f"v-{wanted}-{place}"
                self.asked[name] = (wanted, word)
                label = f"{FIELDS[wanted]}: “{words.get(wanted, {}).get(word, word)}”"
                self.fields[name] = fields.Select(label, choices[wanted], required=False, initial=code)

    def values(self) -> dict[str, dict[str, str]]:
        said: dict[str, dict[str, str]] = {}
        for name, (wanted, word) in self.asked.items():
            said.setdefault(wanted, {})[word] = self.cleaned_data.get(name) or ""
        return said
