"""The questions asked when a case goes to somebody else."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.people.models import Handler, Team

from .words import ASKS, CONTENT, DID, MANAGER


class AllocateForm(Form):
    team = fields.Select(_("Who should put it right?"), [], missing=_("Choose a district or department"))
    to = fields.Select(
        _("Ask somebody by name (optional)"), [], required=False,
        hint=_("Leave it empty to ask every supervisor of the team."),
    )  # fmt: skip
    asks = fields.Radios(
        _("What do you ask of them?"), ASKS.items(), missing=_("Choose what you ask of them"),
        hint=_("This asks them to put it right. It is no order, and nobody is investigated here."),
    )  # fmt: skip
    why = fields.TextArea(_("What should they do?"), missing=_("Say what they should do"), rows=4)

    def __init__(
        self, *args: Any, teams: Sequence[Team], people: Sequence[Handler], language: str, **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.teams, self.people = {str(team.pk): team for team in teams}, {str(one.pk): one for one in people}
        self.fields["team"].choices = [(pk, team.name(language)) for pk, team in self.teams.items()]
        named = [(pk, f"{one.name} ({one.team.name(language)})") for pk, one in self.people.items()]
        self.fields["to"].choices = [("", _("Nobody in particular")), *named]

    @property
    def team_chosen(self) -> Team:
        return self.teams[self.cleaned_data["team"]]

    @property
    def person_chosen(self) -> Handler | None:
        return self.people.get(self.cleaned_data["to"])


class AnswerForm(Form):
    did = fields.Radios(_("What did you do?"), DID.items(), missing=_("Choose what you did"))
    words = fields.TextArea(_("In your own words"), missing=_("Say what you did and what the person said"))
    content = fields.Radios(
        _("Is the person content with that?"), CONTENT.items(), missing=_("Say whether the person is content"),
        hint=_("Choose “Not known” if you have not been able to ask."),
    )  # fmt: skip


class GiveBackForm(Form):
    why = fields.TextArea(
        _("Why could it not be put right?"), missing=_("Say why it could not be put right"), rows=4
    )  # fmt: skip


class ManagerForm(Form):
    value = fields.Radios(
        _("May the manager of whoever is complained of be asked to put it right?"), MANAGER.items(),
        missing=_("Choose yes or no"),
        hint=_("Everybody else in their line still may not, nor anybody who is kept out of the case."),
    )  # fmt: skip
    since = DateField(_("From which day?"))
    why = fields.Text(_("Why?"), missing=_("Say why, in a few words."), limit=200)


class NeedForm(Form):
    """Which skill a need wants, from a day. `needs` and `skills`: codes with their words."""

    what = fields.Select(_("Which need?"), [], missing=_("Choose which need"))
    value = fields.Select(_("Which skill does it want?"), [], required=False)
    since = DateField(_("From which day?"))
    why = fields.Text(_("Why?"), missing=_("Say why, in a few words."), limit=200)

    def __init__(self, *args: Any, needs: Sequence[tuple[str, str]], skills: Sequence[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["what"].choices = list(needs)
        self.fields["value"].choices = [("", _("No skill")), *skills]
