"""What is asked about a review, the recommendations and the Victims' Code."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from design.datefield import DateField
from design.fields import Checkboxes, Radios, Text, TextArea
from design.fields import Select as Listed
from design.forms import Form
from design.tongues import in_each, said
from putright.codes.rules import Row
from putright.law.words import fact_meaning, fact_question

from . import words
from .actions.keeping import Code
from .actions.opening import Asked
from .rules import ASKED

YES_NO = list(words.ANSWERS.items())


def chosen(label: Any, choices: Any, **rest: Any) -> Listed:
    return Listed(label, [("", ""), *choices], required=False, **rest)


class AskedForm(Form):
    """Everything known of a request. All but how and when it came may follow later."""

    STARTS = (
        "asked_on", "door", "crime_reference", "decision", "decided_on", "told_on", "decided_by", "decided_rank",
        "decided_number",
    )  # fmt: skip
    asked_on = DateField(gettext_lazy("When did it reach us?"), past=True)
    door = Radios(gettext_lazy("How did they ask?"), list(words.DOORS.items()), small=True)
    crime_reference = Text(gettext_lazy("Crime reference"), required=False, limit=60, width=20)
    decision = chosen(gettext_lazy("What was decided?"), words.DECISIONS.items())
    decided_on = DateField(gettext_lazy("When was it decided?"), past=True, required=False)
    told_on = DateField(gettext_lazy("When was the victim told?"), past=True, required=False)
    decided_by = Text(gettext_lazy("Who decided?"), required=False, limit=200)
    decided_rank = chosen(gettext_lazy("Their rank or grade"), ())
    decided_number = Text(gettext_lazy("Their collar number"), required=False, limit=20, width=10)

    def __init__(self, *args: Any, ranks: Sequence[Row], **kwargs: Any) -> None:
        language = "cy" if get_language() == "cy" else "en"
        facts = {
            fact: Radios(
                fact_question(fact, language),
                YES_NO,
                hint=fact_meaning(fact, language),
                inline=True,
                initial="not_known",
            )
            for fact in ASKED
        }
        self.base_fields = dict(type(self).base_fields) | facts
        super().__init__(*args, **kwargs)
        self.fields["decided_rank"].choices = [("", ""), *named(ranks)]

    def asked(self) -> Asked:
        given = dict(self.cleaned_data)
        answers = {fact: given.pop(fact) for fact in ASKED}
        return Asked(**given, answers=answers)


class TakeOnForm(Form):
    taken = Radios(
        gettext_lazy("Can it be reviewed?"),
        [("yes", gettext_lazy("Yes, take it on")), ("no", gettext_lazy("No, it is not covered"))],
    )
    why = TextArea(
        gettext_lazy("Why?"),
        required=False,
        rows=3,
        hint=gettext_lazy("Needed where this is not what the rules find, or it was asked for after three months."),
    )


class ReviewerForm(Form):
    name = Text(gettext_lazy("Who looks at it?"), limit=200, missing=gettext_lazy("Enter a name"))
    rank = Listed(
        gettext_lazy("Their rank or grade"), (),
        hint=gettext_lazy("A grade of police staff counts as the rank it is equal to. The office keeps that list."),
    )  # fmt: skip
    number = Text(gettext_lazy("Their collar number"), required=False, limit=20, width=10)

    def __init__(self, *args: Any, ranks: Sequence[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rank"].choices = [("", ""), *named(ranks)]


class _InEach(Form):
    label: Any = ""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        self.languages = languages
        asked = in_each(self.label, "why", languages, missing=_("Write why, in plain words"), rows=4)
        self.base_fields = dict(type(self).base_fields) | asked
        super().__init__(*args, **kwargs)

    def why(self) -> dict[str, str]:
        return said(self, "why")


class LongerForm(_InEach):
    label = gettext_lazy("Why does it take longer? This goes to the victim.")
    until = DateField(gettext_lazy("By when will they hear?"))


class ResultForm(_InEach):
    label = gettext_lazy("Why? This goes to the victim.")
    result = Radios(gettext_lazy("What is the result?"), ())

    def __init__(self, *args: Any, results: Sequence[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["result"].choices = named(results)


def named(rows: Sequence[Row]) -> list[tuple[str, str]]:
    language = "cy" if get_language() == "cy" else "en"
    return [(row.code, row.name(language)) for row in rows]


class ConfirmForm(Form):
    what = Radios(gettext_lazy("What was done?"), list(words.CONFIRMED.items()))
    on = DateField(gettext_lazy("When was it done?"), past=True)
    who = Text(gettext_lazy("Who did it?"), limit=200, missing=gettext_lazy("Enter who did it"))
    where = Text(gettext_lazy("Its number or place in that system"), required=False, limit=200)


class LearnForm(Form):
    learning = TextArea(gettext_lazy("What can be learned from it?"), required=False, rows=4)
    good_practice = TextArea(gettext_lazy("What was done well?"), required=False, rows=4)
    shared_where = Text(
        gettext_lazy("Where was it shared?"),
        required=False,
        limit=200,
        hint=gettext_lazy("Such as the force’s page of good practice. Leave out names."),
    )


class ProgressForm(Form):
    owner = Text(gettext_lazy("Who owns it?"), limit=200, missing=gettext_lazy("Enter who owns it"))
    state = Radios(gettext_lazy("How does it stand?"), list(words.STATES.items()), inline=True)
    evidence = TextArea(gettext_lazy("What shows it?"), required=False, rows=4)


class CodeForm(Form):
    """What the Victims' Code makes of a contact."""

    victim = Radios(gettext_lazy("Are they a victim of the crime?"), YES_NO, inline=True, initial="not_known")
    enhanced = Radios(
        gettext_lazy("Do they have enhanced rights?"),
        YES_NO,
        inline=True,
        initial="not_known",
        hint=gettext_lazy(
            "Vulnerable or intimidated, a victim of the most serious crime, or targeted again and again."
        ),
    )
    crime_reference = Text(gettext_lazy("Crime reference"), required=False, limit=60, width=20)
    rights = Checkboxes(gettext_lazy("Which rights of the Code is it about?"), (), required=False, small=True)
    happened = chosen(gettext_lazy("Is there something they must be told of?"), words.HAPPENED.items())
    happened_on = DateField(gettext_lazy("When did that happen?"), past=True, required=False)
    told_on = DateField(gettext_lazy("When were they told?"), past=True, required=False)

    def __init__(self, *args: Any, rights: Sequence[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rights"].choices = named(rights)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("happened") and not given.get("happened_on"):
            self.add_error("happened_on", _("Enter when it happened"))
        return given

    def code(self) -> Code:
        return Code(**self.cleaned_data)
