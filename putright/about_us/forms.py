"""What is asked of somebody who complains about us, and of the one who deals with it."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Hidden, Radios, Text, TextArea
from design.forms import Form

from .rules import Told
from .words import ABOUT, CAME_OF


class TellForm(Form):
    key = Hidden()
    about = Radios(_("Who is it about?"), list(ABOUT.items()), missing=_("Choose who it is about"))
    who = Text(
        _("Their name or number, if you know it"), required=False, limit=200, autocomplete="off",
        hint=_("Whoever is named here cannot see what you write."),
    )  # fmt: skip
    words = TextArea(_("What went wrong?"), rows=8, missing=_("Write what went wrong"))
    wants = TextArea(_("What would put it right?"), required=False, rows=3)
    name = Text(_("Your name"), required=False, limit=200, autocomplete="name", hint=_("You do not have to tell us."))
    reach = TextArea(
        _("How can we reach you?"), required=False, rows=2, limit=300,
        hint=_("An email address, a telephone number or a postal address. Without one we cannot answer you."),
    )  # fmt: skip

    def clean_key(self) -> UUID:
        try:
            return UUID(self.cleaned_data["key"])
        except ValueError:
            raise ValidationError(_("Something went wrong with this page. Go back, and try again")) from None

    def told(self, language: str) -> Told:
        given = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        return Told(language, **given)


class EnterForm(TellForm):
    """One that came by post or was told on the telephone, written down by the reader."""

    came_on = DateField(_("On what day did it reach us?"), past=True)
    name = Text(_("Their name"), required=False, limit=200, autocomplete="off")
    reach = TextArea(
        _("How can we reach them?"), required=False, rows=2, limit=300,
        hint=_("If there is one email address, the system tells them at once that we have it."),
    )  # fmt: skip
    language = Radios(_("In which language did they write?"), [("en", "English"), ("cy", "Cymraeg")], inline=True,
                      missing=_("Choose a language"))  # fmt: skip
    field_order = ("key", "came_on", "language", "about", "who", "words", "wants", "name", "reach")

    def written(self) -> Told:
        return Told(**{name: value for name, value in self.cleaned_data.items() if name != "key"})


class NoteForm(Form):
    note = TextArea(_("What was found, or done?"), rows=4, missing=_("Write what was found, or done"))


class AnswerForm(Form):
    came_of = Radios(_("What came of it?"), list(CAME_OF.items()), missing=_("Choose what came of it"))
    words = TextArea(_("What did you answer?"), rows=6, missing=_("Write what you answered"))


class DaysForm(Form):
    acknowledge = Text(_("Working days until they hear that we have it"), limit=2, width=2, inputmode="numeric",
                       missing=_("Enter the days until they hear that we have it"))  # fmt: skip
    answer = Text(_("Working days until they have an answer"), limit=2, width=2, inputmode="numeric",
                  missing=_("Enter the days until they have an answer"))  # fmt: skip
    since = DateField(_("From which day?"))
    why = Text(_("Why?"), limit=200, missing=_("Write why, in a few words"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in ("acknowledge", "answer"):
            typed = given.get(name, "").strip()
            if typed and not (typed.isascii() and typed.isdigit()):
                self.add_error(name, _("Enter a whole number, such as 2"))
            elif typed:
                given[name] = int(typed)
        return given
