"""The quick entry: everything on one screen, in the order it is heard, usable without a mouse."""

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.filefield import Files
from design.forms import Form
from putright.cases.danger import KINDS as DANGERS
from putright.codes.asked.boxes import answered, boxes, name_of, told
from putright.codes.asked.rules import Answered
from putright.codes.rules import Row

from ..kinds.rules import INTELLIGENCE
from ..reaching import NEVER
from .about import About

CHANNELS = [("phone", _("Telephone")), ("counter", _("Counter")), ("letter", _("Letter")), ("email", _("Email"))]
KINDS = [
    ("dissatisfaction", _("Unhappy")),
    ("complaint", _("Complaint")),
    ("enquiry", _("Question")),
    ("compliment", _("Thanks")),
]
ANSWERS = [("no", _("No")), ("yes", _("Yes")), ("not_known", _("Not known"))]
LANGUAGES = [("en", "English"), ("cy", "Cymraeg"), ("", _("Not known"))]
PASSED_BY = [
    ("", _("Nobody: it came to us")),
    ("local", _("A district or department")),
    ("101", _("101")),
    ("standards", _("Professional standards")),
    ("commissioner", _("The commissioner’s office")),
]
TOLD_BEFORE = [
    ("", _("Not asked")), ("0", _("Nobody: we are the first")), ("1", _("One")), ("2", _("Two")), ("3", _("Three or more")),
]  # fmt: skip
# Folded away until they are wanted.
MORE = ("safe", "needs", "speaker", "speaker_phone", "speaks_as", "via", "told_before", "heard_from", "arrived")


class EntryForm(Form):
    """`key` makes a double press one contact; `began` is when the screen opened, to count the time it took; `preset` is
    the language the screen offered by itself, so that a person's own is used until the handler says otherwise."""

    key = fields.Hidden(required=False)
    began = fields.Hidden(required=False)
    preset = fields.Hidden(required=False)
    shown = fields.Hidden(required=False)  # the kind whose questions are on the screen
    counts = fields.Hidden(required=False)  # what the screen said by itself that it is
    who = fields.Text(
        _("Who is it?"),
        required=False,
        limit=200,
        autocomplete="off",
        spellcheck=False,
        hint=_("Name, telephone number or postcode. Leave it empty for somebody who does not say."),
    )
    words = fields.TextArea(_("What they say"), missing=_("Write what they say. A few words are enough"), rows=5)
    kind = fields.Radios(_("What is it?"), KINDS, inline=True, initial="dissatisfaction")
    topic = fields.Select(_("What is it about?"), (), required=False)
    reason = fields.Select(_("Reason"), (), required=False)
    answer = fields.TextArea(_("What you told them or did"), required=False, limit=20_000, rows=3)
    channel = fields.Radios(_("How did it come?"), CHANNELS, inline=True, initial="phone")
    language = fields.Radios(_("Language"), LANGUAGES, inline=True, required=False, initial="en")
    phone = fields.Phone(_("Number to ring back"), required=False, autocomplete="off")
    email = fields.Email(_("Email"), required=False, autocomplete="off")
    safe = fields.Checkboxes(_("How must we not reach them?"), list(NEVER.items()), required=False)
    needs = fields.Text(
        _("What would make it easier for them?"), required=False, hint=_("For example, an interpreter.")
    )
    at_risk = fields.Checkboxes(_("Is anybody in danger?"), list(DANGERS.items()), required=False)
    speaker = fields.Text(
        _("Who speaks for them?"), required=False, limit=200, autocomplete="off", spellcheck=False,
        hint=_("The name of whoever rings or writes for them. We must be able to see written consent."),
    )  # fmt: skip
    speaker_phone = fields.Phone(_("Their telephone number"), required=False, autocomplete="off")
    speaks_as = fields.Text(
        _("What are they to them?"), required=False, limit=100, hint=_("For example, a parent or a solicitor.")
    )
    via = fields.Select(_("Who passed it on?"), PASSED_BY, required=False)
    told_before = fields.Select(_("How many people have they told already?"), TOLD_BEFORE, required=False)
    heard_from = fields.Select(_("How did they hear of us?"), (), required=False)
    files = Files(_("Photos, letters and other files"), required=False)
    arrived = DateField(_("When it arrived, if before today"), required=False, past=True)

    def __init__(
        self, *args: object, reasons: Iterable[Row], channels: list[tuple[str, str]], heard: Iterable[Row], about: About,
        words_in: str, **kwargs: object,
    ) -> None:  # fmt: skip
        self.about, self.told = about, told(about.asked, words_in)
        self.base_fields = {**type(self).base_fields, **boxes(about.asked, words_in)}
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", _("Nothing in particular")), *about.offered]
        self.fields["channel"].choices, self.fields["channel"].initial = channels, channels[0][0]
        self.fields["heard_from"].choices = [("", _("Not asked")), *((row.code, row.name(words_in)) for row in heard)]
        names = {reason.code: reason.name(words_in) for reason in reasons}
        listed = [(one.code, f"{names[one.code]} ({names[one.parent]})") for one in reasons if one.parent]
        self.fields["reason"].choices = [("", _("Choose a reason")), *listed]

    def as_typed(self, post: object) -> dict[str, object]:
        """Everything typed, right or wrong, to show again without checking it: somebody was only looked up."""
        return {name: field.widget.value_from_datadict(post, {}, name) for name, field in self.fields.items() if name != "files"}

    @property
    def asked(self) -> list[object]:
        """The boxes of the kind's own questions."""
        return [self[name_of(one)] for one in self.about.asked if name_of(one) in self.fields]

    @property
    def is_sealed(self) -> bool:
        return self.about.topic == INTELLIGENCE

    @property
    def counts_now(self) -> str:
        return self.about.counts

    @property
    def more_is_open(self) -> bool:
        return any(self[name].errors or (self.is_bound and self[name].data) or self[name].initial for name in MORE)


class KindedForm(Form):
    """A form with `topic`. Chosen, its questions are shown before anything is kept (`about.unseen`); of information about a
    crime nothing is written: Crimestoppers first."""

    topic = fields.Select(_("What is it about?"), (), required=False)
    shown = fields.Hidden(required=False)  # the kind whose questions are on the screen

    def __init__(self, *args: Any, about: About, words_in: str, **kwargs: Any) -> None:
        self.about, self.told = about, told(about.asked, words_in)
        self.base_fields = {**type(self).base_fields, **boxes(about.asked, words_in)}
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", _("Nothing in particular")), *about.offered]

    def again(self, post: Any) -> dict[str, object]:
        """Everything typed, unchecked, to show again with the questions of the kind chosen."""
        typed = {name: field.widget.value_from_datadict(post, {}, name) for name, field in self.fields.items()}
        return typed | {"shown": self.about.topic}

    def clean_topic(self) -> str:
        if self.about.topic == INTELLIGENCE:
            words = gettext("Information about a crime is not written here. Nothing was kept. Tell them of Crimestoppers")
            raise ValidationError(words)
        return str(self.cleaned_data["topic"])

    def answers(self) -> tuple[Answered, ...]:
        return answered(self.about.asked, self.cleaned_data)

    @property
    def is_sealed(self) -> bool:
        return self.about.topic == INTELLIGENCE


def key_of(text: str, handler: object) -> UUID:
    """The contact's key, each handler's their own: the same screen sent again is found, even when its key was spoilt on
    the way; a key that is somebody else's contact finds nothing, and so tells nobody its reference."""
    return uuid5(NAMESPACE_URL, f"putright:entry:{handler}:{text}") if text else uuid4()
