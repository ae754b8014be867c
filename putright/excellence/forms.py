"""Evidence, scores, plans, comments, meetings; loading a text and a pass rule."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Hidden, Radios, Select, Text, TextArea
from design.filefield import Files
from design.forms import Form
from putright.people.models import Handler

from .actions.evidence import Evidence
from .shape import Standard
from .words import CONSENT, KINDS, PROGRESS, REDACTION, SCALE, SCALE_HINTS

LARGEST = 200_000  # characters of a standard's file


def listed(of: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return list(of.items())


class EvidenceForm(Form):
    """One item and what it speaks for."""

    kind = Select(_("What is it?"), listed(KINDS), missing=_("Choose what it is"))
    title = Text(_("Title"), limit=200, missing=_("Enter a title"), hint=_("Without anybody’s name."))
    on = DateField(_("What day is it from?"), past=True)
    words = TextArea(_("What the assessor reads (optional)"), required=False, rows=6)
    files = Files(
        _("A file (optional)"),
        many=False,
        required=False,
        hint=_("PDF or a picture. The assessor gets a picture of each page, without anything hidden in the file."),
    )
    link = Text(_("A public web address (optional)"), required=False, limit=300)
    expires_on = DateField(_("Until when is it recent and reliable? (optional)"), required=False)
    redaction = Radios(
        _("Has what tells who somebody is been taken out?"), listed(REDACTION), missing=_("Say whether it has been taken out"),
    )  # fmt: skip
    consent = Radios(
        _("Are somebody’s own words in it, and do they agree?"), listed(CONSENT), missing=_("Say whether they agree"),
    )  # fmt: skip
    consent_on = DateField(_("When did they agree? (only if they did)"), required=False, past=True)
    owner = Select(_("Who looks after it?"), [])

    def __init__(
        self, *args: Any, standards: Sequence[Standard], staff: Sequence[Handler], language: str, **kwargs: Any
    ) -> None:
        self.standards = standards
        self.base_fields = dict(type(self).base_fields) | {one.slug: self._speaks(one, language) for one in standards}
        self.base_fields["owner"] = Select(
            _("Who looks after it?"), [(str(one.pk), one.name) for one in staff], missing=_("Choose who looks after it")
        )
        self.staff = {str(one.pk): one for one in staff}
        super().__init__(*args, **kwargs)

    @staticmethod
    def _speaks(one: Standard, language: str) -> Checkboxes:
        choices = [(part.ref, f"{part.ref} {part.said(language)}") for part in one.elements]
        return Checkboxes(one.name.said(language), choices, required=False, small=True)

    def clean_link(self) -> str:
        given = str(self.cleaned_data["link"])
        if given and not given.startswith("https://"):
            self.add_error("link", _("Enter an address that begins with https://"))
        return given

    def refs(self) -> list[tuple[str, str]]:
        return [(one.slug, ref) for one in self.standards for ref in self.cleaned_data[one.slug]]

    def evidence(self, **more: Any) -> Evidence:
        names = ("kind", "title", "on", "words", "link", "expires_on", "redaction", "consent", "consent_on")
        files = self.cleaned_data["files"]
        file = (files[0], files[0].name) if files else None
        told = {name: self.cleaned_data[name] for name in names}
        return Evidence(**told, owner=self.staff[self.cleaned_data["owner"]], file=file, **more)


class ScoreForm(Form):
    score = Radios(_("How far do we meet it?"), listed(SCALE), hints=SCALE_HINTS)
    narrative = TextArea(_("What does that rest on?"), missing=_("Write what the score rests on, in a few words."))


class PlanForm(Form):
    owner = Select(_("Who looks after this element?"), [])
    progress = Radios(_("How far is it?"), listed(PROGRESS), inline=True)
    action = TextArea(_("What is still to do? (optional)"), required=False, rows=3)
    due = DateField(_("By when? (optional)"), required=False)

    def __init__(self, *args: Any, staff: Sequence[Handler], **kwargs: Any) -> None:
        owner = Select(_("Who looks after this element?"), [(str(one.pk), one.name) for one in staff])
        self.base_fields = dict(type(self).base_fields) | {"owner": owner}
        self.staff = {str(one.pk): one for one in staff}
        super().__init__(*args, **kwargs)


class CommentForm(Form):
    words = TextArea(_("Your comment"), missing=_("Write your comment"), rows=3)


class MeetingForm(Form):
    on = DateField(_("When was it?"), past=True)
    title = Text(_("What was it about?"), limit=200, missing=_("Enter what it was about"))
    stakeholder = Select(_("With whom from outside the team? (optional)"), [], required=False)
    words = TextArea(_("What came of it?"), missing=_("Write what came of it"))

    def __init__(self, *args: Any, known: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        chosen = Select(_("With whom from outside the team? (optional)"), list(known), required=False)
        self.base_fields = dict(type(self).base_fields) | {"stakeholder": chosen}
        super().__init__(*args, **kwargs)


class StakeholderForm(Form):
    name = Text(_("Name"), limit=120, missing=_("Enter a name"))
    post = Text(_("Their post (optional)"), required=False, limit=120)
    body = Text(_("Which organisation or department?"), limit=120, missing=_("Enter the organisation or department"))
    interest = Text(
        _("What do they have from us? (optional)"),
        required=False,
        limit=300,
        hint=_("Such as a monthly report, or advice."),
    )


class LoadForm(Form):
    files = Files(
        _("The file, as CSV or TOML"),
        many=False,
        missing=_("Choose the file"),
        hint=format_lazy(_("CSV with three columns, named {columns}. The Welsh may be empty."), columns="ref, en, cy"),
    )


class ConfirmForm(Form):
    """What was previewed, sent again to be kept. Read again before it is."""

    text = Hidden(limit=LARGEST)
    name = Hidden(limit=120)


class PassRuleForm(Form):
    body = Text(_("Which certification body?"), limit=120, missing=_("Enter the certification body"))
    since = DateField(_("From which day?"))

    def __init__(self, *args: Any, standard: Standard, language: str, **kwargs: Any) -> None:
        self.standard = standard
        asked = {f"c{one.ref}": self._asked(one.said(language), len(standard.of(one.ref))) for one in standard.criteria}
        self.base_fields = dict(type(self).base_fields) | asked
        super().__init__(*args, **kwargs)

    @staticmethod
    def _asked(name: str, most: int) -> Select:
        return Select(
            _("Partly met elements allowed: %(criterion)s") % {"criterion": name},
            [(str(n), str(n)) for n in range(most + 1)],
            missing=_("Choose how many may be partly met: %(criterion)s") % {"criterion": name},
        )

    def partials(self) -> dict[str, int]:
        return {one.ref: int(self.cleaned_data[f"c{one.ref}"]) for one in self.standard.criteria}
