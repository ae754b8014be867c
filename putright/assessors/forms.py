"""Assessments, recommendations, interviews; the assessor's way in and the public's answer."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Radios, Select, Text, TextArea
from design.forms import Form
from putright.excellence.shape import Standard
from putright.excellence.words import SCALE
from putright.people.models import Handler

from . import words


class CycleForm(Form):
    standard = Select(_("Which standard?"), [])
    body = Text(_("Which certification body?"), limit=120, missing=_("Enter the certification body"))
    years = Radios(_("How often?"), list(words.YEARS.items()))
    begins_on = DateField(_("When does it begin?"))
    self_by = DateField(_("By when do we score ourselves? (optional)"), required=False)
    visit_on = DateField(_("When does the assessor come? (optional)"), required=False)
    result = Select(_("Result (when it is known)"), list(words.RESULTS.items()), required=False)
    decided_on = DateField(_("When was it decided? (when it is known)"), required=False)
    until = DateField(
        _("Last day of the certificate (optional)"),
        required=False,
        hint=_("Left empty it is worked out from the day of the decision."),
    )
    summary = TextArea(_("What came of it, in short (optional)"), required=False, rows=4)

    def __init__(self, *args: Any, standards: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        chosen = Select(_("Which standard?"), list(standards), missing=_("Choose a standard"))
        self.base_fields = dict(type(self).base_fields) | {"standard": chosen}
        super().__init__(*args, **kwargs)

    def details(self) -> dict[str, Any]:
        return {**self.cleaned_data, "years": int(self.cleaned_data["years"])}


def elements(standard: Standard, language: str) -> list[tuple[str, str]]:
    return [(one.ref, f"{one.ref} {one.said(language)}") for one in standard.elements]


class OfElement(Form):
    """A form that may name an element of the standard, or a member of staff."""

    asks: dict[str, Any] = {}

    def __init__(
        self, *args: Any, refs: Sequence[tuple[str, str]] = (), staff: Sequence[Handler] = (), **kwargs: Any
    ) -> None:
        self.staff = {str(one.pk): one for one in staff}
        choices = {"ref": list(refs), "owner": [(pk, one.name) for pk, one in self.staff.items()]}
        fields = dict(type(self).base_fields)
        for name, (label, options) in self.asks.items():
            fields[name] = Select(label, choices[name], **options)
        self.base_fields = fields
        super().__init__(*args, **kwargs)


class GivenForm(OfElement):
    asks = {"ref": (_("Which element?"), {})}
    score = Radios(_("The assessor’s score"), list(SCALE.items()))
    comment = TextArea(_("The assessor’s comment (optional)"), required=False, rows=3)


class RecommendForm(OfElement):
    asks = {"ref": (_("For which element? (optional)"), {"required": False})}
    words = TextArea(_("What do they recommend?"), missing=_("Write what they recommend"), rows=3)


class ReviewForm(OfElement):
    asks = {"owner": (_("Who does it? (if accepted)"), {"required": False})}
    answer = Radios(_("Is it accepted?"), list(words.ANSWERS.items()))
    why = TextArea(_("Why? (if not accepted)"), required=False, rows=3)
    due = DateField(_("By when? (if accepted)"), required=False)


class FinishForm(Form):
    on = DateField(_("When was it done?"), past=True)
    words = TextArea(_("What came of it?"), missing=_("Write what came of it"), rows=3)


class InterviewForm(OfElement):
    asks = {"owner": (_("Who speaks to the assessor?"), {})}
    on = DateField(_("On which day?"))
    clock = Text(_("At what time?"), limit=20, width=10, missing=_("Enter the time"))
    place = Text(_("Where? (optional)"), required=False, limit=120)


class AssessorForm(Form):
    name = Text(_("The assessor’s name"), limit=120, missing=_("Enter the assessor’s name"))
    reach = Text(
        _("Their phone number or email address"),
        limit=120,
        missing=_("Enter a phone number or an email address"),
        hint=_("It is printed in invitations."),
    )
    until = DateField(_("Until which day may they read the pack?"))


class FreezeForm(Form):
    leave_out = Checkboxes(_("What is not ready"), [("yes", _("Leave out what is not ready"))], required=False)


class InviteForm(Form):
    visit_en = Text(_("When and where, in English (optional)"), required=False, limit=250, lang="en")
    visit_cy = Text(_("When and where, in Welsh (optional)"), required=False, limit=250, lang="cy")

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        to = Checkboxes(_("Whom do we invite?"), list(people), missing=_("Choose at least one person"))
        self.base_fields = {"to": to} | dict(type(self).base_fields)
        super().__init__(*args, **kwargs)


class CodeForm(Form):
    code = Text(_("Your code"), limit=60, missing=_("Enter your code"), spellcheck=False, autocomplete="off")


class AnswerForm(Form):
    code = Text(
        _("The code in your letter"),
        limit=60,
        missing=_("Enter the code in your letter"),
        spellcheck=False,
        autocomplete="off",
    )
    name = Text(_("Your name (optional)"), required=False, limit=120)
    reach = Text(_("How can the assessor reach you?"), limit=200, missing=_("Enter a phone number or an email address"))
    when = TextArea(_("When suits you, and what would help you? (optional)"), required=False, rows=3, limit=800)
