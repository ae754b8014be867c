"""A service, in both languages."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form

from .directory import NEEDS


class ServiceForm(Form):
    need = fields.Radios(_("Who is it for?"), list(NEEDS.items()), missing=_("Choose who it is for"))
    name_en = fields.Text(_("Its name in English"), missing=_("Enter its name in English"), limit=120)
    name_cy = fields.Text(_("Its name in Welsh"), missing=_("Enter its name in Welsh"), limit=120, lang="cy")
    helps_en = fields.Text(_("What it does, in English"), missing=_("Say in English what it does"), limit=300)
    helps_cy = fields.Text(_("What it does, in Welsh"), missing=_("Say in Welsh what it does"), limit=300, lang="cy")
    phone = fields.Phone(_("Telephone"), required=False, limit=30)
    phone_cy = fields.Phone(_("Telephone in Welsh, where it has its own"), required=False, limit=30)
    website = fields.Text(
        _("Website"), required=False, limit=120, hint=_("Without https://, such as ombudsman.wales"), spellcheck=False
    )  # fmt: skip

    def clean_website(self) -> str:
        return self.cleaned_data["website"].strip().removeprefix("https://").removeprefix("http://").rstrip("/")
