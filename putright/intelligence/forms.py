"""What is asked of whoever takes it down, opens the sealed sheet, or has the unit's receipt."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from design import fields
from design.forms import Form
from putright.people.models import Handler

Choices = list[tuple[str, Any]]
CHANNELS = [("phone", _("Telephone")), ("counter", _("Counter"))]


THREAT = [("no", pgettext_lazy("is there a threat", "No")), ("yes", pgettext_lazy("is there a threat", "Yes"))]


class TakeForm(Form):
    key = fields.Hidden(required=False)
    began = fields.Hidden(required=False)
    insists = fields.Checkboxes(
        _("Crimestoppers first"), [("yes", _("I told them of Crimestoppers, and they still want to tell us"))],
        missing=_("Tell them of Crimestoppers first, then tick this"),
    )  # fmt: skip
    threat = fields.Radios(
        _("Is a life at risk?"), THREAT, missing=_("Say whether a life is at risk"),
        hint=_("If yes, supervisors see at once that there is a threat, and not what it is. Ring the control room yourself too."),
        inline=True,
    )  # fmt: skip
    said = fields.TextArea(_("What they say"), missing=_("Write what they say"), rows=5, hint=_("Goes on the sealed sheet only."))
    sanitised = fields.TextArea(
        _("The same, so that nobody can tell who said it"), missing=_("Write it so that nobody can tell who said it"), rows=4,
        hint=_("Goes in the pack. Leave out names of those who told, how they know, and “I”."),
    )  # fmt: skip
    source_grade = fields.Select(
        _("How far can the source be relied on?"), (), missing=_("Choose how far the source can be relied on")
    )
    assessment = fields.Select(_("How do they know it?"), (), missing=_("Choose how they know it"))
    handling = fields.Select(_("May it be shared?"), (), missing=_("Choose whether it may be shared"))
    name = fields.Text(
        _("Who is it? (optional)"), required=False, limit=200, autocomplete="off", hint=_("Sealed: only a keeper sees it.")
    )
    reach = fields.Text(_("How can the unit reach them? (optional)"), required=False, limit=300, autocomplete="off")
    channel = fields.Radios(_("How did it come?"), CHANNELS, inline=True, initial="phone")
    kept_from = fields.Checkboxes(
        _("Must any of these not see it? (optional)"), (), required=False,
        hint=_("For example, because it is about them. For them it does not exist."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, grades: tuple[Choices, Choices, Choices], supervisors: Iterable[Handler], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        for name, offered in zip(("source_grade", "assessment", "handling"), grades, strict=True):
            self.fields[name].choices = [("", _("Choose one")), *offered]
        self.fields["kept_from"].choices = [(str(one.pk), one.name) for one in supervisors]


class WhyForm(Form):
    why = fields.Text(
        _("Why do you open it?"), missing=_("Write why you open it"), limit=200,
        hint=_("Nothing of what was told: the reason stays when all else is gone."),
    )  # fmt: skip


class ReceiptForm(Form):
    reference = fields.Text(
        _("The unit’s own reference"), missing=_("Write the unit’s own reference"), limit=60, spellcheck=False
    )
    both = fields.Checkboxes(
        _("What they have"), [("yes", _("They have the pack and the sealed sheet. What is kept here may be deleted now"))],
        missing=_("Tick this once they have both"),
    )  # fmt: skip


class KeeperForm(Form):
    handler = fields.Select(_("Who?"), (), missing=_("Choose who"))
    why = fields.Text(_("Why?"), missing=_("Write why"), limit=200)

    def __init__(self, *args: Any, supervisors: Iterable[Handler], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["handler"].choices = [("", _("Choose one")), *((str(one.pk), one.name) for one in supervisors)]
