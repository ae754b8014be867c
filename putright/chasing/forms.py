"""The questions asked here: of colleagues, and of somebody without an account."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.allocation.words import ASKS
from putright.people.models import Handler, Team

from .rules import Steps
from .words import CONTENT, DID, LANGUAGES


class WhyForm(Form):
    why = fields.TextArea(gettext_lazy("Why?"), missing=gettext_lazy("Say why, in a few words."), rows=3, limit=1000)


class GiveForm(Form):
    to = fields.Radios(gettext_lazy("Who should take it?"), [], missing=gettext_lazy("Choose who should take it"))

    def __init__(self, *args: Any, offered: Mapping[int, tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["to"].choices = [(str(pk), name) for pk, (name, _why) in offered.items()]
        hints = {str(pk): why for pk, (_name, why) in offered.items()}
        self.fields["to"].look = replace(self.fields["to"].look, hints=hints)


class WhoForm(Form):
    name = fields.Text(gettext_lazy("Their rank and name"), missing=gettext_lazy("Enter their rank and name"), limit=200)
    number = fields.Text(gettext_lazy("Their collar number (optional)"), required=False, limit=20, width=10)
    email = fields.Email(
        gettext_lazy("Their email (optional)"), required=False, hint=gettext_lazy("Without it, you pass the link on yourself.")
    )
    superior = fields.Text(gettext_lazy("Their superior’s rank and name (optional)"), required=False, limit=200)
    superior_email = fields.Email(
        gettext_lazy("Their superior’s email (optional)"), required=False,
        hint=gettext_lazy("They are asked when there is no answer."),
    )  # fmt: skip
    told = fields.TextArea(
        gettext_lazy("What was said"), missing=gettext_lazy("Write what was said"), rows=6, limit=5000,
        hint=gettext_lazy("They see this and what you ask, and nothing else. Take out other people, and how to reach anybody."),
    )  # fmt: skip
    language = fields.Radios(
        gettext_lazy("In which language do we write to them?"), list(LANGUAGES.items()), inline=True,
        missing=gettext_lazy("Choose a language"),
    )  # fmt: skip


class AskForm(WhoForm):
    team = fields.Select(
        gettext_lazy("Which district or department?"), [], missing=gettext_lazy("Choose a district or department")
    )
    asks = fields.Radios(
        gettext_lazy("What do you ask of them?"), ASKS.items(), missing=gettext_lazy("Choose what you ask of them"),
        hint=gettext_lazy("This asks them to put it right. It is no order, and nobody is investigated here."),
    )  # fmt: skip
    why = fields.TextArea(gettext_lazy("What should they do?"), missing=gettext_lazy("Say what they should do"), rows=4)
    field_order = ("team", "name", "number", "email", "superior", "superior_email", "told", "asks", "why", "language")

    def __init__(self, *args: Any, teams: Sequence[Team], words_in: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.teams = {str(team.pk): team for team in teams}
        self.fields["team"].choices = [(pk, team.name(words_in)) for pk, team in self.teams.items()]


class AnswerForm(Form):
    """Three questions on a phone."""

    did = fields.Radios(gettext_lazy("What did you do?"), list(DID.items()), missing=gettext_lazy("Choose what you did"))
    words = fields.TextArea(
        gettext_lazy("In a sentence or two"), missing=gettext_lazy("Write what you did, or why you cannot"), rows=3, limit=5000
    )
    content = fields.Radios(
        gettext_lazy("Is the person content?"), list(CONTENT.items()), required=False,
        hint=gettext_lazy("You need not say if you give it back."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("did") not in (None, "give_back") and not given.get("content"):
            self.add_error("content", _("Say whether the person is content"))
        return given


class AbsenceForm(Form):
    handler = fields.Select(gettext_lazy("Who is away?"), [], missing=gettext_lazy("Choose who is away"))
    since = DateField(gettext_lazy("First day"))
    until = DateField(gettext_lazy("Last day (leave empty if not known)"), required=False)
    cover = fields.Select(gettext_lazy("Who covers?"), [], required=False)

    def __init__(self, *args: Any, people: Sequence[Handler], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.people = {str(one.pk): one for one in people}
        named = [(pk, one.name) for pk, one in self.people.items()]
        self.fields["handler"].choices = named
        self.fields["cover"].choices = [("", _("Nobody yet")), *named]

    @property
    def chosen(self) -> tuple[Handler, date, date | None, Handler | None]:
        given = self.cleaned_data
        return self.people[given["handler"]], given["since"], given["until"], self.people.get(given["cover"])


class SkillForm(Form):
    handler = fields.Select(gettext_lazy("Who?"), [], missing=gettext_lazy("Choose who has the skill"))
    code = fields.Select(gettext_lazy("Which skill?"), [], missing=gettext_lazy("Choose a skill"))
    since = DateField(gettext_lazy("From which day?"))

    def __init__(self, *args: Any, people: Sequence[Handler], codes: Sequence[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.people = {str(one.pk): one for one in people}
        self.fields["handler"].choices = [(pk, one.name) for pk, one in self.people.items()]
        self.fields["code"].choices = list(codes)


class CoverForm(Form):
    to = fields.Select(gettext_lazy("Give them all to"), [], missing=gettext_lazy("Choose who should take them"))

    def __init__(self, *args: Any, people: Sequence[Handler], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.people = {str(one.pk): one for one in people}
        self.fields["to"].choices = [(pk, one.name) for pk, one in self.people.items()]


def days(label: Any) -> fields.Text:
    return fields.Text(label, missing=gettext_lazy("Enter a number of days"), limit=2, width=2, inputmode="numeric")


class LadderForm(Form):
    remind = days(gettext_lazy("Remind them after (working days)"))
    superior = days(gettext_lazy("Ask their superior after (working days)"))
    supervisor = days(gettext_lazy("Tell our supervisor after (working days)"))
    link_days = days(gettext_lazy("A link works for (days)"))
    since = DateField(gettext_lazy("From which day?"))
    why = fields.Text(gettext_lazy("Why?"), missing=gettext_lazy("Say why, in a few words."), limit=200)

    def steps(self) -> Steps:
        """Refuses nothing here: figures that are none become 0, which set_ladder refuses."""
        given = self.cleaned_data
        numbers = [given[name] for name in ("remind", "superior", "supervisor", "link_days")]
        return Steps(*(int(one) if one.isascii() and one.isdecimal() else 0 for one in numbers), source="office")
