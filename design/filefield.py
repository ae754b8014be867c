"""Choosing files. What is chosen can not be shown again by any browser, so a page with one keeps what was sent at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from design.fields import Drawn, Words


class ChosenFiles(forms.Widget):
    needs_multipart_form = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return list(files.getlist(name)) if hasattr(files, "getlist") else []

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files


class Files(Drawn):
    """One or more files, as they came: their size, kind and contents are for whoever keeps them to judge."""

    component = "file-upload"
    widget = ChosenFiles

    def __init__(self, label: Words, *, many: bool = True, **rest: Any) -> None:
        super().__init__(label, **{"missing": _("Choose a file")} | rest)
        self.many = many
