"""The questions of an application, and of each deed on a review. Nothing typed is lost when something is refused."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.contacts.models import Contact
from putright.law.words import fact_meaning, fact_question
from putright.people.models import Team

from . import rules, words
from .models import Recommendation, Request
from .rules import Application

ANSWERS = list(words.ANSWERS.items())
CHANNELS = [("letter", _("Letter")), ("email", _("Email")), ("phone", _("Telephone")), ("counter", _("Counter"))]
GIVEN = [
    ("yes", _("Yes, on a day that is known")), ("no", _("No, they were never told in writing")), ("not_known", _("Not known")),
]  # fmt: skip


def language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"


class Known(Form):
    """What is known of an application: the days, how the complaint was dealt with, and the grounds of reg 32."""

    received_on = DateField(_("When did the application reach us?"), past=True)
    given = fields.Radios(
        _("Were they told in writing of their right to a review?"), GIVEN, missing=_("Say whether they were told"),
        reveals={"yes": "given_on"},
    )  # fmt: skip
    given_on = DateField(_("When were they told?"), past=True)
    wrong_on = DateField(
        _("When did it reach the wrong body? (optional)"), past=True, required=False,
        hint=_("Only if it first went to somebody who could not review it. The days there do not count."),
    )  # fmt: skip
    sent_on = DateField(_("When did that body send it on? (optional)"), past=True, required=False)
    who = fields.Radios(_("Who asks for the review?"), words.WHO.items(), missing=_("Choose who asks"))
    handled = fields.Radios(
        _("How was the complaint dealt with?"), words.HANDLED.items(), missing=_("Choose how it was dealt with")
    )  # fmt: skip
    outcome_given = fields.Radios(
        _("Have they been told the outcome?"), ANSWERS, missing=_("Say whether they were told the outcome"), inline=True
    )  # fmt: skip
    complained_on = DateField(_("When was the complaint made? (optional)"), past=True, required=False)
    decision_of = fields.Text(_("Whose decision was it? (optional)"), required=False, limit=200)
    states = fields.Checkboxes(
        _("What is there in the application?"), [(name, words.LINES[name]) for name in rules.PARTICULARS], required=False,
        hint=_("Leave out what is missing. It can be asked for, or let go."),
    )  # fmt: skip

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for fact in rules.OF_BODY:
            self.fields[fact] = fields.Radios(
                fact_question(fact, language()), ANSWERS, hint=fact_meaning(fact, language()), inline=True,
                missing=_("Choose yes, no or not known"),
            )  # fmt: skip

    def application(self, known: dict[str, str] | None = None) -> Application:
        """As it was answered; `known` are answers of triage to other facts that bear on whose the review is."""
        given = self.cleaned_data
        grounds = {**(known or {}), **{fact: given[fact] for fact in rules.OF_BODY}}
        return Application(
            received_on=given["received_on"], given_on=given["given_on"] if given["given"] == "yes" else None,
            never_given=given["given"] == "no", wrong_on=given["wrong_on"], sent_on=given["sent_on"],
            complained_on=given["complained_on"], decision_of=given["decision_of"], states=given["states"],
            who=given["who"], handled=given["handled"], outcome_given=given["outcome_given"], grounds=grounds,
        )  # fmt: skip


class Ask(Known):
    """An application about a case we hold: a contact we have, or words that are typed in now."""

    key = fields.Hidden()
    contact = fields.Select(_("Which contact is it?"), [], required=False,
                            hint=_("Or leave it empty, and write below what they say."))  # fmt: skip
    channel = fields.Select(_("How did it come?"), CHANNELS, required=False)
    words = fields.TextArea(_("What do they say?"), required=False, rows=5)
    field_order = ("key", "contact", "channel", "words")

    def __init__(self, *args: Any, contacts: Sequence[Contact], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.contacts = {str(one.pk): one for one in contacts}
        listed = [(pk, f"{one.received_at:%Y-%m-%d} {' '.join(one.words.split())[:60]}") for pk, one in self.contacts.items()]
        self.fields["contact"].choices = [("", _("None of these: it is new")), *listed]

    @property
    def contact_chosen(self) -> Contact | None:
        return self.contacts.get(self.cleaned_data["contact"])

    def clean_key(self) -> UUID:
        return key_of(self.cleaned_data["key"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("contact"):
            wanted = {"channel": _("Choose how it came"), "words": _("Write what they say. A few words are enough")}
            for name, sentence in wanted.items():
                if not given.get(name):
                    self.add_error(name, str(sentence))
        return given


class Elsewhere(Known):
    """An application about a case we do not hold. The file is opened for the review alone."""

    key = fields.Hidden()
    name = fields.Text(_("Who asks? Their name"), missing=_("Enter their name"), limit=200, spellcheck=False)
    email = fields.Email(_("Email (optional)"), required=False)
    phone = fields.Phone(_("Phone (optional)"), required=False)
    address = fields.TextArea(_("Postal address (optional)"), required=False, rows=3, limit=500)
    channel = fields.Select(_("How did it come?"), CHANNELS, missing=_("Choose how it came"))
    words = fields.TextArea(_("What do they say?"), missing=_("Write what they say. A few words are enough"), rows=5)
    field_order = ("key", "name", "email", "phone", "address", "channel", "words")

    def clean_key(self) -> UUID:
        return key_of(self.cleaned_data["key"])


def key_of(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise ValidationError(_("Something went wrong with this page. Go back, and try again")) from None


class Admit(Form):
    decision = fields.Radios(
        _("What do you decide?"), words.ADMITTED.items(), missing=_("Choose what you decide"), reveals={"refused": "ground"}
    )
    ground = fields.Radios(_("Why is it refused?"), words.GROUNDS.items(), missing=_("Choose why it is refused"))
    because = fields.TextArea(
        _("Your reasons"), required=False, rows=4,
        hint=_("Needed when you decide something else than the findings suggest. A refusal goes into their letter: write it for"
               " them, in their language."),
    )


class Why(Form):
    why = fields.TextArea(_("Why?"), missing=_("Say why"), rows=4)


class Waive(Why):
    particulars = fields.Checkboxes(_("What do you let go?"), [], missing=_("Choose what you let go"))
    field_order = ("particulars", "why")

    def __init__(self, *args: Any, missing: Iterable[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["particulars"].choices = [(name, words.LINES[name]) for name in missing]


class Want(Form):
    of = fields.Radios(_("Who do you ask?"), words.OF.items(), missing=_("Choose who you ask"))
    words = fields.TextArea(_("What do you ask for?"), missing=_("Write what you ask for"), rows=4)


class Heard(Form):
    request = fields.Radios(_("What was asked for?"), [], missing=_("Choose what was asked for"))
    words = fields.TextArea(
        _("What came?"), missing=_("Write what came"), rows=5, hint=_("If it cannot be had, say so, and how you know.")
    )

    def __init__(self, *args: Any, requests: Sequence[Request], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.requests = {str(one.pk): one for one in requests}
        self.fields["request"].choices = [(pk, f"{words.OF[one.of]}: {one.words[:120]}") for pk, one in self.requests.items()]


class Telling(Form):
    """`whom` are those the law wants told; the officer may be left out with a reason."""

    told = fields.Checkboxes(
        _("Who was told?"), [], missing=_("Choose who was told"), reveals={"interested": "names", "not_subject": "withheld"}
    )
    names = fields.Text(_("Their names"), missing=_("Enter their names"), limit=200)
    withheld = fields.TextArea(
        _("Why not?"), missing=_("Say why they were not told"), rows=3, hint=_("For example: it would harm the case.")
    )

    def __init__(self, *args: Any, whom: Iterable[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        choices = [(one, words.WHOM[one]) for one in whom]
        self.fields["told"].choices = [*choices, ("not_subject", _("Whoever is complained of was not told"))]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if {"subject", "not_subject"} <= set(given.get("told") or ()):
            self.add_error("told", str(BOTH_WAYS))
        return given


BOTH_WAYS = _("Whoever is complained of was told, or was not. Choose one of the two")


class Point(Form):
    words = fields.TextArea(_("The point, in their words"), missing=_("Write the point they make"), rows=3)
    reasonable = fields.Radios(
        _("Was the outcome reasonable and proportionate on this point?"), ANSWERS[:2], missing=_("Choose yes or no"), inline=True
    )
    reasons = fields.TextArea(_("Your reasons"), missing=_("Write your reasons"), rows=5)


class Decide(Form):
    outcome = fields.Radios(
        _("Was the outcome of the complaint reasonable and proportionate?"),
        [(one, words.CAME_OF[one]) for one in rules.OUTCOMES], missing=_("Choose what you decide"),
    )  # fmt: skip
    reasons = fields.TextArea(
        _("The decision and its reasons, for those who will read it"), missing=_("Write the reasons"), rows=8,
        hint=_("Write it for the person who asked, in their language: it goes into their letter as it stands."),
    )
    because = fields.TextArea(_("If you decide something else than the points say: why? (optional)"), required=False, rows=3)
    category = fields.Select(_("What was it mostly about? (optional)"), [], required=False)
    area = fields.Select(_("Where did it happen? (optional)"), [], required=False)

    def __init__(self, *args: Any, categories: Sequence[tuple[str, str]], areas: Sequence[Team], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.areas = {str(one.pk): one for one in areas}
        self.fields["category"].choices = [("", _("Not said")), *categories]
        self.fields["area"].choices = [("", _("Not said")), *((pk, one.name(language())) for pk, one in self.areas.items())]


class Recommend(Form):
    """Each way with what is asked of the authority in words. Compensation is there to be refused with the reason."""

    ways = fields.Checkboxes(_("What do you recommend?"), [], missing=_("Choose what you recommend"))

    def __init__(self, *args: Any, ways: Sequence[rules.Way], **rest: Any) -> None:
        super().__init__(*args, **rest)
        listed = self.fields["ways"]
        listed.choices = [(way.code, words.WAYS[way.code]) for way in ways]
        listed.look = fields.Look(reveals={way.code: said(way.code) for way in ways if not way.never})
        for way in ways:
            if not way.never:
                self.fields[said(way.code)] = fields.TextArea(
                    _("What should they do?"), missing=_("Say what they should do"), rows=3
                )
        self._revealed = self._close_unopened()

    @property
    def items(self) -> dict[str, str]:
        return {way: self.cleaned_data.get(said(way)) or "" for way in self.cleaned_data["ways"]}


def said(way: str) -> str:
    return f"say_{way}"


class Answered(Form):
    """The authority’s answer to each recommendation."""

    on = DateField(_("When did the answer come?"), past=True)

    def __init__(self, *args: Any, items: Sequence[Recommendation], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.items = items
        for one in items:
            self.fields[f"accepted_{one.pk}"] = fields.Radios(
                one.words, ACCEPTED, missing=_("Say whether they accept it"), inline=True
            )
            self.fields[f"answer_{one.pk}"] = fields.TextArea(
                _("The steps they will take, or their reasons"), missing=_("Write the steps or the reasons"), rows=3
            )

    @property
    def answers(self) -> dict[int, tuple[str, str]]:
        given = self.cleaned_data
        return {one.pk: (given[f"accepted_{one.pk}"], given[f"answer_{one.pk}"]) for one in self.items}


ACCEPTED = [("yes", _("They accept it")), ("no", _("They refuse it"))]


class Reminded(Form):
    words = fields.TextArea(_("How were they reminded, and who?"), missing=_("Write how they were reminded"), rows=3)


class Longer(Why):
    until = DateField(_("Until which day?"))
    field_order = ("until", "why")


class Nothing(Form):
    """Only a press."""


class Filter(Form):
    state = fields.Select(_("Where it stands"), [("", _("Any")), *words.STATES.items()], required=False)
    outcome = fields.Select(_("What came of it"), [("", _("Any")), *words.CAME_OF.items()], required=False)
    handled = fields.Select(_("How the complaint was dealt with"), [("", _("Any")), *words.HANDLED.items()], required=False)
