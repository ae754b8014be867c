"""What a person chooses here: what was left out of a batch, a text, what is held back, and another case to be named."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.letters.withholding import GROUNDS, PARTS

from .words import TEXT_NAMES


class TextForm(Form):
    which = fields.Radios(_("Which text?"), list(TEXT_NAMES.items()), missing=_("Choose a text"))


class TemplateForm(Form):
    number = fields.Text(
        _("Number of the template for texts (empty: no texts are sent)"), required=False, width=30, limit=60, spellcheck=False,
        autocomplete="off", hint=_("Your office’s own, from GOV.UK Notify. The template holds one place: ((message))"),
    )  # fmt: skip
    since = DateField(_("From which day?"), missing=_("Enter the day from which this holds"))
    why = fields.Text(_("Why?"), missing=_("Say why"), limit=200)


class WithholdForm(Form):
    part = fields.Radios(
        _("What is held back?"),
        [(code, words) for code, (_kind, words) in PARTS.items()],
        missing=_("Choose what is held back"),
    )
    ground = fields.Radios(
        _("On which ground of the law?"), list(GROUNDS.items()), missing=_("Choose a ground"),
        hint=_("PRA 2002 s.20(6) and CMR 2020 reg 35. There is no other ground."),
    )  # fmt: skip
    because = fields.TextArea(
        _("What harm would telling it do?"), missing=_("Write what harm telling it would do"), limit=2000, rows=4,
        hint=_("There must be a real risk of a significant adverse effect. This is for the record; the letter does not say it."),
    )  # fmt: skip
    look_again_on = DateField(_("When will this be looked at again?"), hint=_("Within the next 90 days."))


class AgainForm(Form):
    """Looked at again: keep it until a day, or tell it from now on."""

    keep = fields.Radios(
        _("Is it still to be held back?"), [("yes", _("Yes, until another day")), ("no", _("No, tell it from now on"))],
        missing=_("Say whether it is still to be held back"), reveals={"yes": "until"},
    )  # fmt: skip
    until = DateField(_("When will this be looked at again?"), hint=_("Within the next 90 days."))


class AgreeForm(Form):
    """A second person agrees, or not, to what was asked for."""

    keep = fields.Radios(
        _("Do you agree that it is held back?"), [("yes", _("Yes, I agree")), ("no", _("No, tell it"))],
        missing=_("Say whether you agree"),
    )  # fmt: skip


class MentionForm(Form):
    other = fields.Text(
        _("Reference of the other case"), missing=_("Enter the reference of the other case"), width=20, limit=40
    )
    because = fields.TextArea(
        _("Why must letters of this case name it?"), missing=_("Write why letters must name it"), limit=2000, rows=4
    )


class LeftOut(Form):
    """Letters of a batch that did not print well, or are not to go: they wait for the next batch."""

    left_out = fields.Checkboxes(_("Which were not printed?"), (), required=False, small=True)

    def __init__(self, *args: Any, letters: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["left_out"].choices = [
            (str(one.pk), f"{place}. {one.case.reference}") for place, one in enumerate(letters, 1)
        ]
