"""What is asked of a place, a scenario, a visit, and what is to be put right."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Radios, Select, Text, TextArea
from design.forms import Form
from putright.people.models import Handler, Team
from putright.quality.asking import YES_NO, MarksForm

from .models import COUNTER, WEB, Place, Scenario

KINDS = [(COUNTER, _("A counter or station")), (WEB, _("A web page"))]


def chosen(rows: Iterable[Any], words: Any) -> list[tuple[str, str]]:
    return [("", ""), *((str(row.pk), words(row)) for row in rows)]


class PlaceForm(Form):
    kind = Radios(_("What kind of place is it?"), KINDS, missing=_("Say what kind of place it is"))
    en = Text(_("Its name in English"), limit=200, lang="en", missing=_("Write the name in English"))
    cy = Text(_("Its name in Welsh"), limit=200, lang="cy", missing=_("Write the name in Welsh"))
    team = Select(_("Whose is it, if they work here?"), (), required=False, hint=_("Nobody of that team is told or sent."))

    def __init__(self, *args: Any, teams: Iterable[Team], **more: Any) -> None:
        super().__init__(*args, **more)
        self.teams = {str(team.pk): team for team in teams}
        language = "cy" if get_language() == "cy" else "en"
        self.fields["team"].choices = chosen(self.teams.values(), lambda team: team.name(language))


class CloseForm(Form):
    on = DateField(_("Which was its last day?"), past=True)


class ScenarioForm(Form):
    kind = Radios(_("For what kind of place?"), KINDS, missing=_("Say for what kind of place it is"))
    en = Text(_("Its name in English"), limit=200, lang="en", missing=_("Write the name in English"))
    cy = Text(_("Its name in Welsh"), limit=200, lang="cy", missing=_("Write the name in Welsh"))
    text_en = TextArea(
        _("What does the visitor say or try to do? In English"), lang="en", rows=4,
        missing=_("Write what the visitor says or tries to do, in English"),
    )  # fmt: skip
    text_cy = TextArea(
        _("What does the visitor say or try to do? In Welsh"), lang="cy", rows=4,
        missing=_("Write what the visitor says or tries to do, in Welsh"),
    )  # fmt: skip


class VisitForm(Form):
    place = Select(_("Which place?"), (), missing=_("Choose a place"))
    scenario = Select(_("Which scenario?"), (), missing=_("Choose a scenario"))
    shopper = Select(
        _("Who goes?"), (), hint=_("Somebody nobody there knows. Only they are told."), missing=_("Choose who goes")
    )
    due = DateField(_("By which day?"))

    def __init__(
        self, *args: Any, places: Iterable[Place], scenarios: Iterable[Scenario], shoppers: Iterable[Handler], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        language = "cy" if get_language() == "cy" else "en"
        self.rows = {name: {str(row.pk): row for row in rows}
                     for name, rows in (("place", places), ("scenario", scenarios), ("shopper", shoppers))}  # fmt: skip
        for name in ("place", "scenario"):
            self.fields[name].choices = chosen(self.rows[name].values(), lambda row: row.name(language))
        self.fields["shopper"].choices = chosen(self.rows["shopper"].values(), lambda row: row.name)

    def given(self, name: str) -> Any:
        return self.rows[name][self.cleaned_data[name]]


class FoundForm(MarksForm):
    on = DateField(_("When were you there?"), past=True)
    words = TextArea(_("What happened? Leave out names."), rows=5, missing=_("Write what happened"))


class ActionForm(Form):
    words = TextArea(_("What is to be put right?"), rows=3, missing=_("Write what is to be put right"))
    owner = Select(_("Who sees to it?"), (), missing=_("Choose who sees to it"))
    due = DateField(_("By which day?"))

    def __init__(self, *args: Any, owners: Iterable[Handler], **more: Any) -> None:
        super().__init__(*args, **more)
        self.owners = {str(one.pk): one for one in owners}
        self.fields["owner"].choices = chosen(self.owners.values(), lambda one: one.name)


class StepForm(Form):
    words = TextArea(_("What was done?"), rows=3, missing=_("Write what was done"))
    done = Radios(_("Is that all of it?"), YES_NO, inline=True, missing=_("Say whether that is all of it"))
