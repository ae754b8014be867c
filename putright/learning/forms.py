"""Lessons, recommendations, actions, suggestions, and what the public and other offices read."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Email, Hidden, Radios, Select, Text, TextArea
from design.forms import Form

from .words import ANSWERS, LEVELS, OUTCOMES, TOLD

LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]


def listed(of: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return list(of.items())


class LessonForm(Form):
    words = TextArea(
        _("What can be learned?"), missing=_("Write what can be learned"), rows=4, hint=_("Without anybody’s name.")
    )
    level = Radios(_("Who can learn from it?"), listed(LEVELS), missing=_("Say who can learn from it"))
    cause = Select(_("What was the cause?"), [], missing=_("Choose the cause"))

    def __init__(self, *args: Any, causes: list[tuple[str, str]], **kwargs: Any) -> None:
        chosen = Select(_("What was the cause?"), [("", _("Choose")), *causes], missing=_("Choose the cause"))
        self.base_fields = dict(type(self).base_fields) | {"cause": chosen}
        super().__init__(*args, **kwargs)


class RecommendForm(Form):
    to = Text(_("To whom?"), limit=200, missing=_("Enter to whom it was sent"), hint=_("A post and a department of the force."))
    email = Email(_("Their email, to ask again by (optional)"), required=False)
    words = TextArea(_("What do we recommend?"), missing=_("Write what we recommend"), hint=_("Without anybody’s name."))
    sent_on = DateField(_("When was it sent?"), past=True)
    due_on = DateField(_("By when should they answer? (optional)"), required=False)
    language = Radios(_("In which language do we ask them again?"), LANGUAGES, inline=True, initial="en")


class HearForm(Form):
    answer = Radios(_("What did they say?"), listed(ANSWERS), missing=_("Say whether they accept it"))
    words = TextArea(_("In their words"), missing=_("Write what they said"))
    on = DateField(_("When did they answer?"), past=True)


class WaitForm(Form):
    days = Text(_("How many days have they to answer?"), limit=3, missing=_("Enter a number of days"))
    again = Text(_("After how many more days are they asked again?"), limit=3, missing=_("Enter a number of days"))
    since = DateField(_("From which day?"))
    why = Text(_("Why?"), limit=200, missing=_("Write why, in a few words"))

    def _number(self, name: str) -> int:
        typed = str(self.cleaned_data[name])
        if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= 365):
            self.add_error(name, _("Enter a number of days from 1 to 365"))
            return 0
        return int(typed)

    def clean_days(self) -> int:
        return self._number("days")

    def clean_again(self) -> int:
        return self._number("again")


class ActionForm(Form):
    board = Text(_("Which board or meeting?"), limit=120, missing=_("Enter the board or meeting"))
    words = TextArea(_("What is to be done?"), missing=_("Write what is to be done"), rows=3)
    owner = Text(_("Who does it?"), limit=120, missing=_("Enter who does it"))
    due_on = DateField(_("By when?"))
    paper = Text(_("From which paper? (optional)"), required=False, limit=200, hint=_("Its title, number or where it is kept."))


class FinishForm(Form):
    on = DateField(_("When was it done?"), past=True)
    done = TextArea(_("What came of it?"), missing=_("Write what came of it"))


class SuggestionForm(Form):
    words = TextArea(_("What did they suggest?"), missing=_("Write what they suggested"), hint=_("Without anybody’s name."))
    came_on = DateField(_("When did it come?"), past=True)


class AnswerForm(Form):
    outcome = Radios(_("What became of it?"), listed(OUTCOMES), missing=_("Say what became of it"))
    did = TextArea(_("What did we do, or why not?"), missing=_("Write what we did, or why not"))
    told = Radios(_("How were they told?"), listed(TOLD), missing=_("Say how they were told"))
    told_on = DateField(_("When were they told? (optional)"), past=True, required=False)


class TakeUpForm(AnswerForm):
    """A suggestion heard elsewhere and its answer on one screen."""

    words = TextArea(_("What did they suggest?"), missing=_("Write what they suggested"), hint=_("Without anybody’s name."))
    field_order = ("words", "outcome", "did", "told", "told_on")


class SayForm(Form):
    you_en = Text(_("You said, in English"), limit=400, missing=_("Write what people said, in English"))
    you_cy = Text(_("You said, in Welsh"), limit=400, missing=_("Write what people said, in Welsh"))
    we_en = TextArea(
        _("We did, in English"), missing=_("Write what we did, in English"), rows=3, hint=_("Without anybody’s name.")
    )
    we_cy = TextArea(_("We did, in Welsh"), missing=_("Write what we did, in Welsh"), rows=3)


class PracticeForm(Form):
    title = Text(_("Title"), limit=200, missing=_("Enter a title"))
    problem = TextArea(
        _("What was the problem?"), missing=_("Write what the problem was"), rows=3, hint=_("Without anybody’s name.")
    )
    did = TextArea(_("What did we do?"), missing=_("Write what we did"), rows=4)
    evidence = TextArea(_("How do we know that it works?"), missing=_("Write how we know that it works"), rows=3)
    contact = Text(_("Whom can they ask?"), limit=200, missing=_("Enter whom they can ask"), hint=_("The team, not a person."))
    link = Text(_("Where the force keeps it, such as its Go2 page (optional)"), required=False, limit=300)
    language = Radios(_("In which language is this written?"), LANGUAGES, inline=True, initial="en")

    def clean_link(self) -> str:
        given = str(self.cleaned_data["link"])
        if given and not given.startswith("https://"):
            self.add_error("link", _("Enter an address that begins with https://"))
        return given


class RenderingForm(Form):
    """The same practice in the other language."""

    title = Text(_("Title"), limit=200, missing=_("Enter a title"))
    problem = TextArea(_("What was the problem?"), missing=_("Write what the problem was"), rows=3)
    did = TextArea(_("What did we do?"), missing=_("Write what we did"), rows=4)
    evidence = TextArea(_("How do we know that it works?"), missing=_("Write how we know that it works"), rows=3)
    contact = Text(_("Whom can they ask?"), limit=200, missing=_("Enter whom they can ask"), hint=_("The team, not a person."))


class AsideForm(Form):
    why = Text(_("Why?"), limit=300, missing=_("Write why, in a few words"), hint=_("Without anybody’s name."))
    until = DateField(_("On which day does it come back?"))


class EnquiryForm(Form):
    who = Text(_("Which office asked?"), limit=200, missing=_("Enter which office asked"))
    words = TextArea(_("What did they ask?"), missing=_("Write what they asked"), rows=3)
    on = DateField(_("When did they ask?"), past=True)
    answer = TextArea(_("What did we answer? (optional)"), required=False, rows=3)


class NothingForm(Form):
    """A press with nothing to fill in. `why` is only there so that a refusal has a place."""

    why = Hidden(limit=1, required=False)
