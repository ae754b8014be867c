"""The questions of the public form. Each class is one page; a field's name is used once in the whole form."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Email, Hidden, Phone, Radios, Select, Text, TextArea
from design.filefield import Files
from design.forms import Form
from putright.codes.queries import in_force
from putright.codes.rules import Row
from putright.law.calendar import day_of

from .answers import Answers

LONGEST_KEPT = 60_000  # characters on one page: the longest answer and room to spare


class Question(Form):
    """One page. `draft` is the code of the form being filled in; `then` is where to go after a change."""

    carried: ClassVar[frozenset[str]] = frozenset({"draft", "then"})
    told: Sequence[str] = ()  # sentences to be read first
    draft = Hidden(required=False)
    then = Hidden(required=False)

    def __init__(self, *args: Any, answers: Answers | None = None, title: Any = "", **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.answers = answers or Answers()
        for field in self.fields.values():
            if field.look.heading and title:
                field.label = title

    def short_enough(self) -> bool:
        """Whether it may be kept unfinished: all but an answer far too long."""
        return sum(len(value) for values in self.data.lists() for value in values[1]) <= LONGEST_KEPT


class Safe(Question):
    """The first page also carries how they came: a short link's code, and the page elsewhere that led here."""

    came_by = Hidden(required=False)
    came_from = Hidden(required=False)
    danger = Radios(
        _("Are you, or is anybody else, in danger now?"),
        [("no", _("No, not now")), ("yes", _("Yes, or I am worried that somebody will be hurt"))],
        missing=_("Choose one of the two answers"),
        heading=True,
    )


class CallNow(Question):
    pass


class Kind(Question):
    kind = Radios(
        _("What would you like to tell us?"),
        [
            ("complaint", _("I am unhappy about something, or want to complain")),
            ("compliment", _("I want to thank somebody, or say that something went well")),
            ("enquiry", _("I have a question, or need help with something")),
        ],
        missing=_("Choose what you would like to tell us"),
        hint=_("Choose the closest. You can say more on the next page."),
        heading=True,
    )


class WhatHappened(Question):
    words = TextArea(
        _("What happened?"),
        missing=_("Tell us in your own words. A few words are enough"),
        hint=_("Use your own words. Do not worry about spelling. You can write in Welsh or English."),
        rows=10,
        heading=True,
        count=True,
    )


class When(Question):
    when_known = Radios(
        _("When did it happen?"),
        [("day", _("I know the date")), ("roughly", _("I know roughly when")), ("unknown", _("I do not know"))],
        missing=_("Choose whether you know when it happened"),
        hint=_("If it went on for some time, tell us when it started."),
        reveals={"day": "happened_on", "roughly": "happened_words"},
        heading=True,
    )
    happened_on = DateField(
        _("The date"), past=True, missing=_("Enter the date it happened"), hint=_("For example, 27 3 2026")
    )
    happened_words = Text(
        _("Roughly when"),
        limit=200,
        missing=_("Say roughly when it happened"),
        hint=_("For example, “last summer” or “about two weeks ago”"),
    )


class Where(Question):
    place = Text(
        _("Where did it happen? (optional)"),
        limit=300,
        required=False,
        hint=_("A street, a town, a police station, or “on the phone”."),
        heading=True,
    )


class Who(Question):
    about = TextArea(
        _("Who, or which part of the police? (optional)"),
        limit=2000,
        rows=3,
        required=False,
        hint=_(
            "A name, a number on a shoulder, a police station, or what they looked like. It does not matter if you do not know."
        ),
    )
    crime_reference = Text(
        _("A crime or incident number, if you have one (optional)"),
        limit=60,
        required=False,
        width=20,
        spellcheck=False,
    )


class Wants(Question):
    wants = TextArea(
        _("What would you like to happen now? (optional)"),
        limit=5000,
        required=False,
        hint=_(
            "For example: an explanation, an apology, something put right, or that it does not happen to anybody else."
        ),
        heading=True,
    )


class Proof(Question):
    files = Files(
        _("Do you have photos, letters or anything else to show us? (optional)"),
        required=False,
        hint=_("You can add more than one. Anything a phone, a camera or a scanner makes is fine."),
        heading=True,
    )


class Teller(Question):
    teller = Radios(
        _("Who are you telling us about this for?"),
        [("me", _("Myself")), ("other", _("Somebody else")), ("anonymous", _("I do not want to say who I am"))],
        missing=_("Choose who you are telling us for"),
        hints={
            "other": _("For example, for a member of your family or for a client."),
            "anonymous": _("We will read what you say, but we cannot answer you or ask you more."),
        },
        heading=True,
    )


class Them(Question):
    consent = Radios(
        _("Have they agreed in writing that you may do this for them?"),
        [("yes", _("Yes, they have")), ("no", _("No, or not yet"))],
        missing=_("Choose one of the two answers"),
        reveals={"yes": "their_name"},
        hints={
            "yes": _("We may ask to see what they wrote."),
            "no": _("You can still tell us what you saw or how it affected you."),
        },
    )
    their_name = Text(_("Their name"), limit=200, missing=_("Enter the name of the person you are telling us for"))
    capacity = Text(
        _("How do you know them? (optional)"),
        limit=100,
        required=False,
        hint=_("For example, mother, friend or solicitor."),
    )


class Name(Question):
    name = Text(_("What is your name?"), limit=200, missing=_("Enter your name"), autocomplete="name", heading=True)


class Reach(Question):
    email = Email(_("Email address (optional)"), required=False)
    phone = Phone(_("Phone number (optional)"), required=False)
    address = TextArea(_("Postal address (optional)"), limit=500, rows=3, required=False, autocomplete="street-address")
    postcode = Text(
        _("Postcode (optional)"), limit=10, required=False, width=10, autocomplete="postal-code", spellcheck=False
    )
    prefers = Radios(
        _("Which do you like best? (optional)"),
        [("email", _("Email")), ("phone", _("Phone")), ("post", _("Letter"))],
        required=False,
        inline=True,
    )
    needs: ClassVar[dict[str, str]] = {"email": "email", "phone": "phone", "post": "address"}

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not any(given.get(name) for name in self.needs.values()):
            self.add_error(
                "email", _("Give us an email address, a phone number or a postal address, so that we can answer you")
            )
        wanted = self.needs.get(given.get("prefers") or "")
        if wanted and wanted not in self.errors and not given.get(wanted):
            self.add_error(wanted, _("You chose this as the way you like best. Enter it here, or choose another way"))
        return given


def hours() -> list[tuple[str, Any]]:
    return [("", _("Any time")), *[(f"{hour:02}:00", f"{hour:02}:00") for hour in range(8, 21)]]


class SafeContact(Question):
    avoid = Checkboxes(
        _("Do not use these (optional)"),
        [
            ("no_email", _("Email")),
            ("no_phone", _("Phone calls and texts")),
            ("no_post", _("Letters")),
            ("no_voicemail", _("Voicemail: do not leave a message")),
        ],
        required=False,
        hint=_("For example, because somebody else may see it or hear it."),
    )
    not_before = Select(_("If we ring, do not ring before"), hours, required=False)
    not_after = Select(_("If we ring, do not ring after"), hours, required=False)
    note = Text(_("Anything else about reaching you safely (optional)"), limit=300, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        avoid = set(said.get("avoid") or ())
        ways = {"no_email": "email", "no_phone": "phone", "no_post": "address"}
        given = {way for way, name in ways.items() if self.answers.said(name).strip()}
        if given and given <= avoid:
            self.add_error(
                "avoid", _("That leaves no way to answer you. Leave one way open, or go back and give us another")
            )
        if said.get("not_before") and said.get("not_after") and said["not_before"] >= said["not_after"]:
            self.add_error("not_after", _("Choose a later time than the first, so that there is a time to ring"))
        return said


class Help(Question):
    language = Radios(
        _("Which language should we use with you?"),
        [("cy", "Cymraeg"), ("en", "English")],
        missing=_("Choose a language"),
        hint=_("Choosing Welsh will not slow anything down."),
        inline=True,
    )
    adjustments = TextArea(
        _("Is there anything that would make this easier for you? (optional)"),
        limit=2000,
        rows=4,
        required=False,
        hint=_("For example: large print, a sign language interpreter, another language, or more time."),
    )


@lru_cache(maxsize=2)
def ways_to_hear(minute: datetime) -> tuple[Row, ...]:
    """The list, asked of the database once a minute: the form is busy, and a leaflet that begins may wait that long."""
    return in_force("heard", day_of(minute))


class Heard(Question):
    """The office's own list, as it is that day."""

    heard_from = Radios(_("How did you hear about us? (optional)"), (), required=False, heading=True)

    def __init__(self, *args: Any, at: datetime, **rest: Any) -> None:
        super().__init__(*args, at=at, **rest)
        language = "cy" if get_language() == "cy" else "en"
        listed = ways_to_hear(at.replace(second=0, microsecond=0))
        self.fields["heard_from"].choices = [(row.code, row.name(language)) for row in listed]


class Code(Form):
    code = Text(
        _("Your code"),
        limit=200,
        missing=_("Enter the code we gave you"),
        hint=_("It has 6 groups of 4 letters and numbers. Capital letters and dashes do not matter."),
        spellcheck=False,
        autocomplete="off",
    )
