"""An improvement, and a step of it."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Radios, Select, Text, TextArea
from design.forms import Form
from putright.people.models import Handler

from . import rules
from .actions import Given, Stands
from .words import STATUS, percent

Choices = Sequence[tuple[str, object]]


class ImprovementForm(Form):
    """`series`: what can count it, as which/code and its name."""

    title = Text(_("What is it called?"), limit=120, missing=_("Enter a title"), hint=_("Without anybody’s name."))
    kind = Select(_("What kind is it?"), [])
    cause = Select(_("What is the cause? (optional)"), [], required=False)
    words = TextArea(_("What is to change? (optional)"), required=False, rows=3)
    owner = Select(_("Who looks after it?"), [])
    due_on = DateField(_("When is it due?"))
    benefit = TextArea(_("What good will it do? (optional)"), required=False, rows=2)
    series = Select(
        _("Which count will show it? (optional)"), [], required=False,
        hint=_("Contacts about a reason, cases sent to an area, or any measure. Its months before and after are compared."),
    )  # fmt: skip
    hoped = Select(_("What do you hope for? (optional)"), [], required=False)

    def __init__(self, *args: Any, lists: dict[str, Choices], staff: Sequence[Handler], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = {str(one.pk): one for one in staff}
        hopes = [(str(one), percent(one)) for one in rules.HOPES]
        chosen = lists | {"owner": [(pk, one.name) for pk, one in self.staff.items()], "hoped": hopes}
        for name, choices in chosen.items():
            self.fields[name].choices = choices

    def given(self) -> Given:
        typed = self.cleaned_data
        which, _slash, code = typed["series"].partition("/")
        return Given(
            typed["title"].strip(), typed["kind"], self.staff[typed["owner"]], typed["due_on"], typed["cause"], typed["words"],
            typed["benefit"], which, code, int(typed["hoped"]) if typed["hoped"] else None,
        )  # fmt: skip


class StepForm(Form):
    status = Radios(_("How does it stand now?"), [], reveals={rules.MADE: "made_on"})
    made_on = DateField(_("On what day was the change made?"), past=True)
    words = TextArea(_("What happened?"), rows=3, missing=_("Write what happened"), hint=_("Leave out names."))
    owner = Select(_("Who looks after it?"), [])
    due_on = DateField(_("When is it due?"))

    def __init__(self, *args: Any, standing: str, staff: Sequence[Handler], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = {str(one.pk): one for one in staff}
        self.fields["status"].choices = [(one, STATUS[one]) for one in rules.NEXT[standing]]
        self.fields["owner"].choices = [(pk, one.name) for pk, one in self.staff.items()]

    def stands(self) -> Stands:
        typed = self.cleaned_data
        made_on = typed["made_on"] if typed["status"] == rules.MADE else None
        return Stands(typed["status"], self.staff[typed["owner"]], typed["due_on"], typed["words"], made_on)
