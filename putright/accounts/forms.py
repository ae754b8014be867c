"""What is asked about a log-in."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.people.models import Team
from putright.people.roles import Role

from .account import Account
from .rules import secure

ROLES = [
    (Role.HANDLER, _("Handler: takes contacts, decides, puts right")),
    (Role.SUPERVISOR, _("Supervisor: all that, and allocates, checks, opens the month")),
    (Role.LOCAL_SUPERVISOR, _("Local supervisor: has what is given to their team to put right")),
    (Role.STANDARDS, _("Professional standards: has what is handed to them")),
    (Role.ANALYST, _("Analyst: sees figures and never a name")),
    (Role.PRIVACY, _("Privacy officer: sees who looked at what")),
    (Role.SENIOR, _("Senior manager outside the team: looks again at what was done, and changes no case")),
    (Role.ADMINISTRATOR, _("Administrator: keeps accounts and settings, and sees no case")),
]
BODIES = [
    ("commissioner", _("The commissioner")), ("chief_constable", _("The chief constable")), ("other", _("Another body")),
]  # fmt: skip


class Why(Form):
    why = fields.Text(_("Why?"), missing=_("Write why, in a few words"), limit=200)


class AccountForm(Why):
    name = fields.Text(_("Their name"), missing=_("Write their name"), limit=200, autocomplete="off")
    role = fields.Radios(_("What do they do here?"), ROLES, missing=_("Choose what they do here"))
    team = fields.Select(_("Which team are they in?"), (), missing=_("Choose their team"))
    employer = fields.Radios(_("Who employs them?"), BODIES, initial="commissioner", missing=_("Choose who employs them"))
    directed_by = fields.Radios(
        _("Whose direction do they work under?"), BODIES, initial="commissioner", missing=_("Choose whose direction"),
        hint=_("The law asks this of everybody who does the commissioner’s work (CMR 2020 reg 50)."),
    )  # fmt: skip
    is_constable = fields.Checkboxes(_("Are they an officer?"), [("yes", _("They are a constable"))], required=False)
    collar_number = fields.Text(_("Collar number, if they have one"), required=False, limit=20, width=10, autocomplete="off")
    speaks_welsh = fields.Checkboxes(_("Do they work in Welsh?"), [("yes", _("They work in Welsh"))], required=False)
    field_order = (
        "name", "role", "team", "employer", "directed_by", "is_constable", "collar_number", "speaks_welsh", "why",
    )  # fmt: skip

    def __init__(self, *args: object, teams: Iterable[Team], words_in: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        listed = [(team.slug, team.name(words_in)) for team in teams]
        self.fields["team"].choices = [("", _("Choose a team")), *listed]

    def account(self) -> Account:
        given = {name: value for name, value in self.cleaned_data.items() if name != "why"}
        given |= {name: bool(given[name]) for name in ("is_constable", "speaks_welsh")}
        return Account(**given)


def as_typed(account: Account) -> dict[str, object]:
    """An account as the form shows it."""
    shown = dict(vars(account))
    return shown | {name: ["yes"] if shown[name] else [] for name in ("is_constable", "speaks_welsh")}


class JoinForm(Form):
    password = fields.Secret(
        _("Choose a password"), missing=_("Choose a password"), autocomplete="new-password",
        hint=_("At least 15 characters. Three words that have nothing to do with each other are good."),
    )  # fmt: skip
    again = fields.Secret(
        _("The same password again"), missing=_("Type the same password again"), autocomplete="new-password"
    )
    code = fields.Text(
        _("The code the app shows now"), missing=_("Enter the code"), hint=_("Six figures. They change every half minute."),
        autocomplete="one-time-code", inputmode="numeric", width=10, limit=40, spellcheck=False,
    )  # fmt: skip

    def clean(self) -> dict[str, object]:
        given = super().clean()
        chosen, again = given.get("password", ""), given.get("again", "")
        if chosen and not secure(chosen):
            self.add_error("password", ValidationError(_("Choose a longer password: at least 15 characters, of some variety")))
        elif chosen and again and chosen != again:
            self.add_error("again", ValidationError(_("The two passwords are not the same. Type both again")))
        return given
