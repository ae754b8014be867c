"""The questions asked when a case goes to somebody else."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.people.models import Handler, Team

from .words import ASKS, BODIES, CONTENT, DID


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


class BodyForm(Form):
    body = fields.Radios(_("Who should it go to?"), BODIES.items(), missing=_("Choose who it should go to"))


class SendForm(Form):
    version = fields.Hidden()
    because = fields.TextArea(
        _("Why this body?"), rows=3, missing=_("You chose another body than the facts suggest. Say why.")
    )

    def __init__(self, *args: Any, differs: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if not differs:
            del self.fields["because"]

    def clean_version(self) -> int:
        typed = self.cleaned_data["version"]
        if not typed.isdecimal():
            raise ValidationError(_("Something went wrong with this page. Go back, and try again"))
        return int(typed)


class ReceiptForm(Form):
    received_from = fields.Text(_("Who told you they have it?"), missing=_("Enter who told you"), limit=200)
    their_reference = fields.Text(_("Their reference (optional)"), required=False, limit=60, width=20)


class OutcomeForm(Form):
    words = fields.TextArea(
        _("What did they find, and what happens now?"), missing=_("Write down what they found"),
        hint=_("The person must be told within five working days."),
    )  # fmt: skip
