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
from design.tongues import in_each, said
from putright.contacts.models import Contact
from putright.interested.tongue import Wanted
from putright.law.words import fact_meaning, fact_question

from . import rules, words
from .models import Request
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
    """Reasons are asked for in each language: where it is refused, they go into the letter."""

    decision = fields.Radios(
        _("What do you decide?"), words.ADMITTED.items(), missing=_("Choose what you decide"), reveals={"refused": "ground"}
    )
    ground = fields.Radios(_("Why is it refused?"), words.GROUNDS.items(), missing=_("Choose why it is refused"))

    def __init__(self, *args: Any, languages: Wanted, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.theirs = languages.theirs
        self.fields |= in_each(_("Your reasons"), "because", languages.all, needed=(), rows=4, hint=BECAUSE)

    @property
    def because(self) -> dict[str, str]:
        return said(self, "because")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        written = said(self, "because")
        for one in self.theirs if written and given.get("decision") == rules.REFUSED else ():
            if one not in written:
                self.add_error(f"because_{one}", str(ALSO))
        return given


BECAUSE = _(
    "Needed when you decide something else than the findings suggest. A refusal goes into their letter: write it for them, in"
    " their language."
)
ALSO = _("Write it in this language too: their letter is in it")


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


class Nothing(Form):
    """Only a press."""


class Filter(Form):
    state = fields.Select(_("Where it stands"), [("", _("Any")), *words.STATES.items()], required=False)
    outcome = fields.Select(_("What came of it"), [("", _("Any")), *words.CAME_OF.items()], required=False)
    handled = fields.Select(_("How the complaint was dealt with"), [("", _("Any")), *words.HANDLED.items()], required=False)
