"""What a question is about, and that kind's own few questions; information about a crime is not collected here at all."""

from typing import Any

from django.forms import Field
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.fields import Hidden, Phone, Radios, Select, Text
from putright.codes.asked.boxes import boxes, told
from putright.contacts.kinds.rules import GENERAL, INTELLIGENCE
from putright.law.calendar import day_of

from .answers import Answers
from .forms import Question, hours


def topic(answers: Answers) -> str:
    return answers.said("topic") if answers.said("kind") == "enquiry" else ""


def informs(answers: Answers) -> bool:
    return topic(answers) == INTELLIGENCE


def tells_others(answers: Answers) -> bool:
    """They leave it with Crimestoppers: nothing is sent to us."""
    return informs(answers) and answers.said("insists") != "yes"


def asks_more(answers: Answers) -> bool:
    return topic(answers) not in ("", GENERAL, INTELLIGENCE)


class AboutWhat(Question):
    topic = Radios(_("What is your question about?"), (), missing=_("Choose what your question is about"), heading=True)

    def __init__(self, *args: Any, at: Any = None, **rest: Any) -> None:
        super().__init__(*args, at=at, **rest)
        offered = self.answers.asking.of_the_public(day_of(at), get_language() or "en")
        self.fields["topic"].choices = [*offered, (GENERAL, _("Something else"))]


class AboutIt(Question):
    """The kind's own questions. Its mark has the kind in its name, so answers about one kind are never taken for another's."""

    def __init__(self, *args: Any, at: Any = None, answers: Answers | None = None, **rest: Any) -> None:
        chosen, language = topic(answers or Answers()), get_language() or "en"
        asked = (answers or Answers()).asking.public(chosen, day_of(at))
        mark = {f"asked-{chosen}": Hidden(initial="yes")}
        self.base_fields: dict[str, Field] = {**Question.declared_fields, **mark, **boxes(asked, language)}
        self.told = told(asked, language)
        super().__init__(*args, at=at, answers=answers, **rest)


class Crimestoppers(Question):
    """Crimestoppers first. Who insists is rung by a person; what they know is not asked for here."""

    insists = Radios(
        _("What would you like to do?"),
        [("no", _("I will tell Crimestoppers")), ("yes", _("I want somebody here to ring me"))],
        missing=_("Choose one of the two answers"),
    )

    def __init__(self, *args: Any, at: Any = None, answers: Answers | None = None, **rest: Any) -> None:
        super().__init__(*args, at=at, answers=answers, **rest)
        self.told = told(self.answers.asking.public(INTELLIGENCE, day_of(at)), get_language() or "en")


class RingMe(Question):
    ring_phone = Phone(_("Number to ring"), missing=_("Enter a number we can ring"), autocomplete="tel")
    ring_name = Text(_("Whom should we ask for? (optional)"), limit=200, required=False, hint=_("Any name will do."))
    ring_after = Select(_("If we ring, do not ring before"), hours, required=False)
    ring_before = Select(_("If we ring, do not ring after"), hours, required=False)
