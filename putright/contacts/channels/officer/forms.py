"""The short forms of those who heard it first, and of the team that looks it over."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.contacts.entry.forms import ANSWERS, LANGUAGES
from putright.people.models import Team

from .rules import TO_TEAM
from .words import DONE


class ToldForm(Form):
    """What anybody who passes something on can say of it."""

    key = fields.Hidden(required=False)
    words = fields.TextArea(_("What happened, in their words"), missing=_("Write what they say. A few words are enough"), rows=4)
    who = fields.Text(
        _("Who is it?"), required=False, limit=200, autocomplete="off", spellcheck=False,
        hint=_("Name, telephone number or postcode. Leave it empty for somebody who does not say."),
    )  # fmt: skip
    language = fields.Radios(_("Language"), LANGUAGES, inline=True, required=False, initial="")


class ThereAndThenForm(ToldForm):
    complaint = fields.Radios(
        _("Is it more than being unhappy with the service?"), ANSWERS, missing=_("Say whether it is more than that"),
        hint=_("Say yes if somebody was hurt, if it may be a crime, if it is how somebody behaved, or if they want it recorded."),
    )  # fmt: skip
    did = fields.Radios(
        _("What did you do about it?"),
        [("apology", DONE["apology"]), ("explanation", DONE["explanation"]), ("both", _("Both")),
         (TO_TEAM, _("It could not be settled here: pass it to the team"))],
        missing=_("Choose what you did"),
    )  # fmt: skip
    answer = fields.TextArea(_("What you told them or did"), required=False, limit=20_000, rows=3)
    content = fields.Radios(
        _("Are they content with that?"), ANSWERS[1:2] + ANSWERS[:1] + ANSWERS[2:], missing=_("Say whether they are content"),
        hint=_("Unless they are content, it goes to the team."),
    )  # fmt: skip


class RoadsideForm(ThereAndThenForm):
    """The same questions for one thumb and half a minute: what they did is answer enough."""


class LinkForm(Form):
    """Who gets a personal link. A local supervisor gives them in their own team only, and is not asked which."""

    name = fields.Text(_("The officer’s name"), missing=_("Write the officer’s name"), limit=200, autocomplete="off")
    collar_number = fields.Text(_("Collar number, if they have one"), required=False, limit=20, width=10, autocomplete="off")
    team = fields.Select(_("Which team are they in?"), (), missing=_("Choose their team"))
    until = DateField(_("Last day it works"), missing=_("Enter the last day it works"))

    def __init__(self, *args: object, teams: Iterable[Team], words_in: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        listed = [(team.slug, team.name(words_in)) for team in teams]
        self.fields["team"].choices = listed if len(listed) == 1 else [("", _("Choose a team")), *listed]


class PassOnForm(ToldForm):
    channel = fields.Radios(
        _("How did it come?"),
        [("letter", _("Letter")), ("email", _("Email")), ("phone", _("Telephone")), ("counter", _("Counter"))],
        missing=_("Choose how it came"), inline=True,
    )  # fmt: skip
    email = fields.Email(_("Email"), required=False, autocomplete="off")


class LookOverForm(Form):
    agree = fields.Radios(
        _("What do you say to it?"),
        [("yes", _("It was put right: it stays settled")), ("no", _("Open it again: it is the team’s"))],
        missing=_("Choose what you say to it"),
    )
    words = fields.TextArea(_("Why"), required=False, rows=3, hint=_("Needed when you open it again."))
