"""The few questions before a chat, the box to write in, and how a handler ends it."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.codes.rules import Row
from putright.contacts.entry.about import About
from putright.contacts.entry.forms import KINDS, KindedForm

from .rules import LONGEST, MOST_TAKEN

LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]


class StartForm(Form):
    """`ticket` makes a double press one chat; it is also what the visitor's secret is made from."""

    ticket = fields.Hidden()
    danger = fields.Radios(
        _("Are you, or is anybody else, in danger now?"),
        [("no", _("No, not now")), ("yes", _("Yes, or I am worried that somebody will be hurt"))],
        missing=_("Choose one of the two answers"),
    )
    about = fields.TextArea(
        _("What is it about?"),
        missing=_("Tell us what it is about. A few words are enough"),
        hint=_("A sentence or two is enough. You need not name anybody."),
        rows=4,
    )
    name = fields.Text(
        _("Your name, if you want to give it"), required=False, limit=200, autocomplete="name", spellcheck=False
    )
    email = fields.Email(
        _("Your email address, if we may write to you"), required=False,
        hint=_("We use it only if we are cut off, or to answer you afterwards."),
    )  # fmt: skip
    phone = fields.Phone(_("Your phone number, if we may ring you"), required=False)
    language = fields.Radios(
        _("Which language shall we use?"), LANGUAGES, inline=True, missing=_("Choose a language"),
        hint=_("It takes no longer in either."),
    )  # fmt: skip


class SayForm(Form):
    """`key` makes a double press one message."""

    key = fields.Hidden()
    words = fields.TextArea(_("Your message"), missing=_("Write a message first."), limit=LONGEST, rows=3)


class TakingForm(Form):
    takes = fields.Radios(
        _("Do you take chats now?"), [("yes", _("Yes")), ("no", _("No"))], inline=True, missing=_("Choose yes or no")
    )
    most = fields.Select(_("Chats at once"), [(str(n), str(n)) for n in range(1, MOST_TAKEN + 1)])


class PassOnForm(Form):
    to = fields.Radios(_("Who takes it over?"), (), missing=_("Choose a colleague"))

    def __init__(self, *args: object, colleagues: Iterable[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = list(colleagues)


class EndForm(KindedForm):
    """The same questions as for any contact a handler takes."""

    kind = fields.Radios(_("What is it?"), KINDS, inline=True, initial="dissatisfaction")
    reason = fields.Select(_("Reason"), (), required=False)
    answer = fields.TextArea(_("What you told them or did"), required=False, limit=20_000, rows=4)
    joins = fields.Text(
        _("Reference of the case it belongs to, if there is one"), required=False, limit=40, width=20, spellcheck=False,
        hint=_("Leave it empty for a new contact."),
    )  # fmt: skip

    def __init__(self, *args: object, reasons: Iterable[Row], words_in: str, about: About, **kwargs: object) -> None:
        super().__init__(*args, about=about, words_in=words_in, **kwargs)
        names = {reason.code: reason.name(words_in) for reason in reasons}
        listed = [(one.code, f"{names[one.code]} ({names[one.parent]})") for one in reasons if one.parent]
        self.fields["reason"].choices = [("", _("Choose a reason")), *listed]


class PhraseForm(Form):
    words_en = fields.TextArea(_("In English"), missing=_("Write the sentence in English"), limit=1000, rows=2, lang="en")
    words_cy = fields.TextArea(_("In Welsh"), missing=_("Write the sentence in Welsh"), limit=1000, rows=2, lang="cy")
