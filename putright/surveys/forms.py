"""Answering, reading, building, and what the office sets."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design import fields
from design.forms import Form
from putright.invited import rules as settings
from putright.questionnaires import rules

from . import equality, words

YES_NO = [(rules.YES, gettext_lazy("Yes")), (rules.NO, gettext_lazy("No"))]
ABOUT = "me_"  # begins the name of what they say about themselves


class CodeForm(Form):
    code = fields.Text(
        gettext_lazy("What is the code in our letter?"), missing=gettext_lazy("Enter the code in our letter"), limit=40,
        width=20, hint=gettext_lazy("For example, 7K3M-Q2X9-R4TV. Dashes and small letters do not matter."), spellcheck=False,
    )  # fmt: skip


class PaperForm(CodeForm):
    how = fields.Radios(
        gettext_lazy("How did they answer?"),
        [(rules.PAPER, gettext_lazy("On paper")), (rules.PHONE, gettext_lazy("On the phone"))],
        missing=gettext_lazy("Choose how they answered"),
    )  # fmt: skip


class AnswerForm(Form):
    """The questions of one version. None must be answered; `told`: a handler types what somebody says on the phone."""

    def __init__(self, *args: Any, content: rules.Content, language: str, told: bool = False, **kwargs: Any) -> None:
        self.content, self.language, self.told = content, language, told
        self.base_fields = {one.code: self._field(one) for one in content.questions} | self._themselves() | self._rest()
        super().__init__(*args, **kwargs)

    def _field(self, one: rules.Question) -> Any:
        label = one.said(self.language)
        if one.kind == rules.WORDS:
            return fields.TextArea(label, required=False, limit=rules.LONGEST, rows=4)
        if one.kind == rules.CHOICE:
            offered = [(code, cy if self.language == "cy" else en) for code, en, cy in one.choices]
            return fields.Radios(label, offered, required=False, small=True)
        return fields.Radios(label, list(words.SCALES[one.kind].items()), required=False, small=True)

    def _themselves(self) -> dict[str, Any]:
        if not self.content.equality or self.told:
            return {}
        silent = (equality.SILENT, _("I would rather not say"))
        asked = {
            f"{ABOUT}{group}": fields.Radios(label, [*bands.items(), silent], required=False, small=True)
            for group, (label, bands) in equality.GROUPS.items()
        }
        beside = fields.Radios(_("May we count your answers above by these groups?"), YES_NO, required=False, small=True)
        return asked | {"beside": beside}

    def _rest(self) -> dict[str, Any]:
        contact = fields.Radios(_("May we get in touch about what you said?"), YES_NO, required=False, small=True)
        no_more = fields.Checkboxes(
            _("Surveys from us"), [("yes", _("Do not send me surveys again"))], required=False, small=True
        )
        return {"may_contact": contact, "no_more": no_more}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not any(given.get(one.code) for one in self.content.questions) and not self.keeps:
            self.add_error(None, _("Answer at least one question"))
        return given

    @property
    def keeps(self) -> bool:
        return bool(self.data.get("do") == "keep")

    def asked(self) -> list[Any]:
        """The questions as they are drawn."""
        return [self[one.code] for one in self.content.questions]

    def about(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith(ABOUT) or name == "beside"]

    def half(self) -> dict[str, str]:
        """What is kept of an answer that is not sent: never what they say about themselves."""
        return {one.code: self.cleaned_data[one.code] for one in self.content.questions if self.cleaned_data.get(one.code)}

    def given(self, how: str) -> rules.Given:
        said = self.half()
        free = {one.code for one in self.content.of(rules.WORDS)}
        data = self.cleaned_data
        return rules.Given(
            {code: value for code, value in said.items() if code not in free},
            {code: value for code, value in said.items() if code in free},
            self.language, how, data.get("may_contact") == rules.YES, bool(data.get("no_more")),
            {name.removeprefix(ABOUT): data[name] for name in data if name.startswith(ABOUT) and data[name]},
            data.get("beside") == rules.YES,
        )  # fmt: skip


class ReadForm(Form):
    """What the reader makes of an answer. An unhappy one asks whether to look again."""

    again = fields.Radios(gettext_lazy("They are not happy. Do we look at it again?"), YES_NO, required=False)
    why = fields.TextArea(gettext_lazy("Why, or why not?"), required=False, limit=2000, rows=3)
    marks = fields.Checkboxes(
        gettext_lazy("What is in it?"),
        [("suggestion", gettext_lazy("A suggestion, to learn from")), ("praise", gettext_lazy("Praise, to pass on"))],
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, unhappy: bool, **kwargs: Any) -> None:
        if not unhappy:
            self.base_fields = {"marks": self.base_fields["marks"]}
        super().__init__(*args, **kwargs)


class SettingsForm(Form):
    """The office's own numbers."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.base_fields = {name: self._asked(name) for name in settings.SETTINGS}
        super().__init__(*args, **kwargs)

    def _asked(self, name: str) -> fields.Text:
        bounds = settings.SETTINGS[name]
        between = {"least": bounds.least, "most": bounds.most, "ours": bounds.default}
        hint = _("From %(least)s to %(most)s. It came as %(ours)s, which is our own choice.") % between
        return fields.Text(words.SETTINGS[name], hint=hint, missing=_("Enter a number"), limit=4, width=4, inputmode="numeric")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in settings.SETTINGS:
            typed = str(given.get(name, ""))
            if typed and not (typed.isascii() and typed.isdigit() and settings.allowed(name, int(typed))):
                bounds = settings.SETTINGS[name]
                between = {"least": bounds.least, "most": bounds.most}
                self.add_error(name, _("Enter a number from %(least)s to %(most)s.") % between)
        return given

    def numbers(self) -> dict[str, int]:
        return {name: int(self.cleaned_data[name]) for name in settings.SETTINGS}
