"""What is asked about a campaign, its list, and the filter of our own cases."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Radios, Select, Text, TextArea
from design.forms import Form
from putright.imports.refusals import TooBig
from putright.questionnaires.models import Survey

from . import words
from .actions.preparing import Wanted

MEGABYTES = 10
THEIRS = "theirs"
LATEST = date(2099, 12, 31)  # days are counted on from it, and there is none after 9999
CASE_KINDS = [
    ("complaint", _("Complaint")), ("dissatisfaction", _("Dissatisfaction")), ("enquiry", _("Question")),
    ("compliment", _("Thanks")),
]  # fmt: skip


class Days(Text):
    """A number of days within bounds."""

    def __init__(self, label: object, least: int, most: int, **rest: Any) -> None:
        super().__init__(label, **({"limit": 3, "width": 3, "inputmode": "numeric", "missing": _("Enter a number")} | rest))
        self.least, self.most = least, most

    def clean(self, value: object) -> Any:
        given = str(super().clean(value) or "").strip()
        if not (given.isascii() and given.isdigit() and self.least <= int(given) <= self.most):
            between = {"least": self.least, "most": self.most}
            raise forms.ValidationError(_("Enter a number from %(least)s to %(most)s.") % between)
        return int(given)


class CampaignForm(Form):
    name = Text(_("What is it called?"), limit=120, missing=_("Enter a name"), hint=_("For us: people do not see it."))
    kind = Radios(_("Who is asked?"), list(words.KINDS.items()), hints=words.KIND_SAYS, missing=_("Choose who is asked"))
    survey = Select(_("Which survey?"), [], missing=_("Choose a survey"))
    theirs_en = Text(_("Their link in English"), required=False, limit=300, hint=_("Only for another body’s own survey."))
    theirs_cy = Text(_("Their link in Welsh"), required=False, limit=300)
    body = Text(_("For which body do we ask, if not for ourselves?"), required=False, limit=120)
    subject_en = Text(_("Subject in English"), required=False, limit=120)
    words_en = TextArea(_("Words in English"), required=False, limit=2000, rows=5,
                        hint=_("The link, the code, the last day and that nobody must answer are put below them."))  # fmt: skip
    subject_cy = Text(_("Subject in Welsh"), required=False, limit=120)
    words_cy = TextArea(_("Words in Welsh"), required=False, limit=2000, rows=5)
    starts_on = DateField(_("From which day does it go?"), missing=_("Enter the day it goes from"), not_after=LATEST)
    ends_on = DateField(_("Which is the last day to answer?"), missing=_("Enter the last day to answer"), not_after=LATEST)
    remind_after = Days(
        _("After how many days are they reminded, once? 0 for never"), 0, 90,
        missing=_("Enter after how many days they are reminded"),
    )  # fmt: skip
    delete_after = Days(
        _("How many days after the end are names and addresses deleted?"), 0, 365,
        missing=_("Enter after how many days names and addresses are deleted"),
    )  # fmt: skip

    def __init__(self, *args: Any, surveys: Sequence[Survey], language: str, **more: Any) -> None:
        super().__init__(*args, **more)
        offered = [(one.slug, one.name(language)) for one in surveys]
        self.fields["survey"].choices = [*offered, (THEIRS, _("Another body’s own survey, by its link"))]
        self.surveys = {one.slug: one for one in surveys}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in ("theirs_en", "theirs_cy"):
            if given.get("survey") == THEIRS and not str(given.get(name, "")).startswith("https://"):
                self.add_error(name, _("Enter a link that begins with https://"))
        if given.get("starts_on") and given.get("ends_on") and given["ends_on"] <= given["starts_on"]:
            self.add_error("ends_on", _("The last day must be after the first"))
        return given

    def wanted(self) -> Wanted:
        given = dict(self.cleaned_data)
        survey = self.surveys.get(given.pop("survey"))
        links = {"theirs_en": "", "theirs_cy": ""} if survey else {}
        return Wanted(**given | links, survey=survey)


class FileForm(Form):
    file = forms.FileField(label=_("The file"), error_messages={"required": _("Choose the file")}, max_length=200)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(str(TooBig(MEGABYTES)))
        return file


class FilterForm(Form):
    kind = Select(_("Which kind of contact?"), CASE_KINDS, required=False, hint=_("Leave it empty for every kind."))
    team = Select(_("Which district or department put it right?"), [], required=False, hint=_("Leave it empty for all."))
    since = DateField(_("Finished from which day?"), missing=_("Enter the first day"))
    until = DateField(_("Finished up to which day?"), missing=_("Enter the last day"))
    name = Text(_("Keep this filter under a name"), required=False, limit=120, hint=_("To use it again another time."))

    def __init__(self, *args: Any, teams: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["team"].choices = list(teams)

    def chosen(self) -> dict[str, str]:
        given = self.cleaned_data
        return {"kind": given["kind"], "team": given["team"]} | {key: given[key].isoformat() for key in ("since", "until")}
