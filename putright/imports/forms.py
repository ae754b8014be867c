"""What is asked before a file is loaded."""

from django import forms
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form

from .mapping import layouts
from .refusals import Nothing, TooBig

MEGABYTES = 20  # larger ones are loaded from the command line, where nobody waits for a page
CHECK, LOAD = "check", "load"


class ImportForm(Form):
    layout = fields.Radios(_("How is the file written?"), (), missing=_("Choose how the file is written"))
    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, error_messages={"required": _("Choose the file")}, max_length=200
    )
    do = fields.Radios(
        _("What should happen?"),
        [(CHECK, _("Check it, and change nothing")), (LOAD, _("Load it"))],
        missing=_("Choose whether to check it or load it"),
    )

    def __init__(self, *args: object, language: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layout"].choices = [(one.slug, one.name[language]) for one in layouts()]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(str(TooBig(MEGABYTES)))
        if not file.size:
            raise forms.ValidationError(str(Nothing()))
        return file
