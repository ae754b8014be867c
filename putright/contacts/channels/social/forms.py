"""What was seen, and the two questions that must be asked of it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form

from ...entry.forms import ANSWERS, KINDS, LANGUAGES


class SeenForm(Form):
    key = fields.Hidden(required=False)
    link = fields.Text(
        _("Link to it, or where it was seen"), limit=300, missing=_("Paste the link, or say where it was seen"), spellcheck=False
    )
    handle = fields.Text(
        _("The name they use there"), required=False, limit=200, spellcheck=False, hint=_("For example, @name.")
    )
    seen_on = DateField(_("When it was written, if you can see"), required=False, past=True)
    words = fields.TextArea(_("What they wrote, word for word"), missing=_("Copy what they wrote"), rows=5)
    kind = fields.Radios(_("What is it?"), KINDS, inline=True, initial="dissatisfaction")
    language = fields.Radios(_("Language"), LANGUAGES, inline=True, required=False, initial="")
    said_to_us = fields.Radios(
        _("Was it said to us?"),
        ANSWERS[1:2] + ANSWERS[:1] + ANSWERS[2:],
        missing=_("Say whether it was said to us"),
        hint=_("Yes if they wrote to our account, named us, or answered something of ours."),
        inline=True,
    )
    wishes = fields.Radios(
        _("Do they wish it treated as a complaint?"),
        ANSWERS[1:2] + ANSWERS[:1] + ANSWERS[2:],
        missing=_("Say whether they wish it treated as a complaint"),
        hint=_("Only what they said themselves. If it is not clear and they wrote to us, ask them there."),
        inline=True,
    )
    asked = fields.Radios(
        _("Did they ask us to get in touch?"),
        [("no", _("No")), ("yes", _("Yes"))],
        missing=_("Say whether they asked us to get in touch"),
        hint=_("Nobody is contacted unless they asked."),
        reveals={"yes": "reach"},
    )
    reach = fields.Text(_("How? Their email address or telephone number"), limit=250, missing=_("Write how they can be reached"))
    name = fields.Text(_("Their own name, if they gave it"), required=False, limit=200, autocomplete="off")

    def details(self) -> dict[str, Any]:
        """Of the person, only if they asked to be contacted; otherwise nothing is known of anybody."""
        given = self.cleaned_data
        if given["asked"] != "yes":
            return {}
        way = "email" if "@" in given["reach"] else "phone"
        return {"name": given["name"] or given["handle"], way: given["reach"], "language": given["language"]}

    def clean_reach(self) -> str:
        typed = self.cleaned_data.get("reach") or ""
        if self.data.get("asked") == "yes" and typed:
            check = fields.Email("") if "@" in typed else fields.Phone("")
            check.clean(typed)
        return typed
