"""Which month, and which figure is drawn. In the address, so that it can be sent to a colleague."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from design.fields import Select
from design.forms import Form


class MonthForm(Form):
    def __init__(self, *args: Any, months: list[tuple[str, str]], names: list[tuple[str, str]], **kwargs: Any) -> None:
        self.base_fields = {"month": Select(_("Which month?"), months), "draws": Select(_("Which figure is drawn?"), names)}
        super().__init__(*args, **kwargs)


class ReportForm(Form):
    def __init__(self, *args: Any, layouts: list[tuple[str, str]], **kwargs: Any) -> None:
        self.base_fields = {"layout": Select(_("Which report?"), layouts)}
        super().__init__(*args, **kwargs)
