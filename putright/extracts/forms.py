"""What is asked for, of what time, which columns; what a question is called, and with whom it is shared."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Select, Text
from design.forms import Form
from putright.people.models import Handler
from putright.people.roles import Role

from .asking import Asked
from .rules import MONTH, WEEK
from .subjects import Subject

ROLES = {Role.HANDLER: _("Every handler"), Role.SUPERVISOR: _("Every supervisor"), Role.STANDARDS: _("Professional standards")}
EVERY = {WEEK: _("Each Monday"), MONTH: _("On the first of each month")}


class AskForm(Form):
    """Built from the subject: its coded columns can be chosen by, and any of its columns shown."""

    since = DateField(_("From"), required=False)
    until = DateField(_("Until"), required=False, hint=_("This day too."))

    def __init__(self, *args: Any, subject: Subject, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.subject, language = subject, "cy" if get_language() == "cy" else "en"
        for column in subject.coded:
            codes = [(code, text.said(language)) for code, text in (column.words or {}).items()]
            self.fields[column.key] = Select(column.name, codes, required=False)
        shown = [(column.key, column.name) for column in subject.columns]
        self.fields["column"] = Checkboxes(_("Which columns?"), shown, required=False, small=True)
        self.fields["column"].initial = [column.key for column in subject.columns if column.usual]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        if given.get("since") and given.get("until") and given["since"] > given["until"]:
            self.add_error("until", _("The last day is before the first"))
        return given

    def asked(self) -> Asked:
        """The whole subject while nothing was asked; else what was, with the usual columns where none was chosen."""
        given = self.cleaned_data if self.is_bound else {}
        wanted = set(given.get("column") or self.fields["column"].initial)
        chosen = {column.key: given[column.key] for column in self.subject.coded if given.get(column.key)}
        columns = tuple(column for column in self.subject.columns if column.key in wanted)
        return Asked(self.subject, columns, given.get("since"), given.get("until"), chosen)


class KeepForm(Form):
    name = Text(_("What do you call this question?"), limit=100, missing=_("Give the question a name"))
    every = Select(_("Lay it ready by itself?"), EVERY.items(), required=False, hint=_("Leave it as it is for no."))


class ShareForm(Form):
    role = Select(_("Everybody in a role"), ROLES.items(), required=False)
    colleague = Select(_("Or a colleague"), (), required=False)

    def __init__(self, *args: Any, colleagues: Iterable[Handler], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.colleagues = {str(one.pk): one for one in colleagues}
        self.fields["colleague"].choices = [("", _("Choose an answer")), *((pk, one.name) for pk, one in self.colleagues.items())]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        if not self.errors and bool(given.get("role")) == bool(given.get("colleague")):
            self.add_error("role", _("Choose a role or a colleague, one of them"))
        return given
