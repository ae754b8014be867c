"""The forms of somebody's own page, and the staff's about it."""

from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from design import fields
from design.filefield import Files
from design.forms import Form
from putright.passes.actions import Holder

from .words import CHECKED, FIELDS, RATINGS


def new_key() -> str:
    return uuid4().hex


class ComeIn(Form):
    reference = fields.Text(_("Your reference"), hint=_("It begins PR. It is on our letters."), width=20, limit=60,
                            autocomplete="off", spellcheck=False, missing=_("Enter your reference"))  # fmt: skip
    code = fields.Text(_("Your code"), hint=_("24 letters and figures, in six groups of four."), limit=80, autocomplete="off",
                       spellcheck=False, missing=_("Enter your code"))  # fmt: skip


class Keyed(Form):
    key = fields.Hidden()


class Write(Keyed):
    words = fields.TextArea(_("What would you like to tell us?"), required=False, rows=8)
    files = Files(_("Add files, if you have any (optional)"), required=False,
                  hint=_("Pictures, PDFs, documents, sound or video. You can choose more than one."))  # fmt: skip


class Record(Keyed):
    words = fields.TextArea(_("Is there anything you want to add? (optional)"), required=False)


class Withdraw(Keyed):
    sure = fields.Checkboxes(_("Please check"), [("yes", _("I have read what this means, and I want to withdraw"))],
                             missing=_("Tick the box if you want to withdraw"))  # fmt: skip
    words = fields.TextArea(_("Would you like to say why? (optional)"), required=False)
    signature = fields.Text(
        _("Type your full name, to sign it"),
        limit=200,
        autocomplete="name",
        missing=_("Type your full name to sign it."),
    )


class Feedback(Keyed):
    rating = fields.Radios(_("How have we treated you so far?"), RATINGS, missing=_("Choose one of the answers"))
    words = fields.TextArea(_("What was good, and what should we do better? (optional)"), required=False)


class Safe(Form):
    avoid = fields.Checkboxes(_("What must we never do?"), [
        ("no_phone", _("Ring me")), ("no_voicemail", _("Leave a message")), ("no_email", _("Email me")),
        ("no_post", _("Send me post")),
    ], required=False)  # fmt: skip
    not_before = fields.Text(
        _("Do not ring before (optional)"), hint=_("For example 10:00"), width=5, limit=5, required=False
    )
    not_after = fields.Text(
        _("Do not ring after (optional)"), hint=_("For example 17:00"), width=5, limit=5, required=False
    )
    note = fields.Text(
        _("Is there anything else we must know to reach you safely? (optional)"), required=False, limit=300
    )

    def clean_not_before(self) -> str:
        return self._clock("not_before")

    def clean_not_after(self) -> str:
        return self._clock("not_after")

    def _clock(self, name: str) -> str:
        typed = self.cleaned_data[name].replace(".", ":")
        hours, _colon, minutes = typed.partition(":")
        if typed and not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60):
            self.add_error(name, _("Enter a time like 10:00"))
        return f"{int(hours):02}:{int(minutes):02}" if typed and hours.isdecimal() and minutes.isdecimal() else ""


class Choices(Form):
    language = fields.Radios(_("Which language shall we write to you in?"), [("en", "English"), ("cy", "Cymraeg")],
                             missing=_("Choose a language"))  # fmt: skip
    wanted = fields.Checkboxes(_("How shall we send you things to read?"), required=False, choices=[
        ("large_print", _("In large print")), ("easy_read", _("In easy read")),
    ])  # fmt: skip


class AskLink(Form):
    reference = fields.Text(_("Your reference"), hint=_("It begins PR. It is on our letters."), width=20, limit=60,
                            autocomplete="off", spellcheck=False, missing=_("Enter your reference"))  # fmt: skip
    email = fields.Email(_("Your email address"), missing=_("Enter your email address"))


class TypeWord(Form):
    word = fields.Secret(
        _("The word or words you chose"), missing=_("Enter the word you chose"), autocomplete="off", limit=200
    )


class ChooseWord(Form):
    word = fields.Text(_("A word, or a few words, that only you know"), limit=200, autocomplete="off", spellcheck=False,
                       hint=_("At least 8 letters or figures. Choose something you will remember and others cannot guess."),
                       missing=_("Enter a word"))  # fmt: skip


class Details(Form):
    which = fields.Radios(_("What has changed?"), list(FIELDS.items()), missing=_("Choose what has changed"),
                          reveals={"email": "email", "phone": "phone", "address": "address"})  # fmt: skip
    email = fields.Email(_("New email address"), missing=_("Enter your new email address"))
    phone = fields.Phone(_("New phone number"), missing=_("Enter your new phone number"))
    address = fields.TextArea(
        _("New address, with the postcode on its last line"), limit=500, rows=4, missing=_("Enter your new address")
    )


class CheckCode(Form):
    code = fields.Text(_("The six figures we sent you"), width=10, limit=20, inputmode="numeric",
                       autocomplete="one-time-code",
                       missing=_("Enter the six figures"))  # fmt: skip


class Give(Form):
    """Whom to give a new code, how it was checked that it is them, and for somebody who speaks for another what it covers."""

    who = fields.Radios(_("Who is it for?"), [], missing=_("Choose who it is for"))
    checked = fields.Radios(
        _("How did you check that it is them?"), CHECKED, missing=_("Say how you checked that it is them")
    )
    reads_only = fields.Checkboxes(
        _("If they speak for somebody"), [("yes", _("They may read, and not ask for things"))], required=False
    )

    def __init__(self, *args: object, holders: list[Holder], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.holders = {f"{one.person.pk}-{one.speaks.pk if one.speaks else 0}": one for one in holders}
        self.fields["who"].choices = [(key, named(one)) for key, one in self.holders.items()]


def named(one: Holder) -> str:
    name = one.person.name or _("No name given")
    return (
        _("%(name)s, who speaks for %(other)s") % {"name": name, "other": one.speaks.person.name}
        if one.speaks
        else str(name)
    )


class DealWith(Form):
    words = fields.TextArea(_("What did you do about it?"), missing=_("Say what you did about it"))


class Checked(Form):
    good = fields.Radios(_("Is it theirs?"), [("yes", _("Yes. Use it from now on")), ("no", _("No. Do not use it"))],
                         missing=_("Choose one of the answers"))  # fmt: skip
