"""The questions as fields, in the handler's language with the other language beside it, and the decision."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from markupsafe import Markup

from design.fields import Hidden, Radios, TextArea
from design.forms import Form
from putright.law import words

from . import rules

# The plain word of an answer; pgettext, because in Welsh it is not the yes of any one verb.
ANSWERS = {
    "yes": pgettext_lazy("answer to a fact", "Yes"),
    "no": pgettext_lazy("answer to a fact", "No"),
    "not_known": pgettext_lazy("answer to a fact", "Not known"),
}
ROUTES = {
    rules.OUTSIDE: gettext_lazy("Put it right, outside Schedule 3"),
    rules.RECORDED: gettext_lazy("Record it under Schedule 3"),
    rules.NOT_COMPLAINT: gettext_lazy("It is not a complaint: tell them so, and why"),
}
OTHER = {"en": "cy", "cy": "en"}


class Beside:
    """The same words in the other language, marked as such. Django's forms make text of a hint: this text is safe."""

    def __init__(self, text: str, language: str, more: str = "") -> None:
        self.html = Markup('<span lang="{}">{}</span>').format(language, text)
        if more:
            self.html += Markup("<br>{}").format(more)

    def __str__(self) -> str:
        return self.html


def fact_field(fact: str, language: str, on: date) -> Radios:
    """The question, the same in the other language, and what a yes leads to by the law of that day."""
    other = OTHER[language]
    leads = " ".join(words.if_yes(rule.id, language) for rule in rules.follows_from(fact, on=on))
    hint = Beside(words.fact_question(fact, other), other, _("If yes: %(what)s") % {"what": leads} if leads else "")
    return Radios(words.fact_question(fact, language), list(ANSWERS.items()), required=False, inline=True, hint=hint)


def owner_field(language: str) -> Radios:
    """Whose it is, as one choice; each choice is a row of the law, with who would deal with it below."""
    other, choices, hints = OTHER[language], [], {}
    for rule in (rule for rule in rules.QUESTIONS["authority"].rules):
        choices.append((rule.fact, words.fact_question(rule.fact, language)))
        dealt = _("Dealt with by: %(owner)s") % {"owner": words.conclusion_text(rule.concludes or "", language)}
        hints[rule.fact] = Beside(words.fact_question(rule.fact, other), other, dealt)
    choices += [("none", _("None of these: it is not about the police or the office")), ("not_known", ANSWERS["not_known"])]
    return Radios(_("Whose is it?"), choices, required=False, hints=hints)


class QuestionsForm(Form):
    """The questions of one step. Any may be left for later; at least one must be answered, or the rest answered no."""

    def __init__(
        self, facts: tuple[str, ...], language: str, known: Mapping[str, str], *args: Any, on: date, **rest: Any
    ) -> None:
        self.asked = tuple(fact for fact in facts if fact not in rules.OWNER)
        self.asks_owner = any(fact in rules.OWNER for fact in facts)
        initial = {fact: known.get(fact) for fact in self.asked} | {"owner": rules.owner_chosen(known)}
        super().__init__(*args, initial=initial, **rest)
        for fact in self.asked:
            self.fields[fact] = fact_field(fact, language, on)
        if self.asks_owner:
            self.fields["owner"] = owner_field(language)

    @property
    def may_rest(self) -> bool:
        """“None of these apply” answers for the serious kinds only; other questions are asked one by one."""
        return len(self.asked) > 1 and set(self.asked) <= set(rules.SERIOUS)

    def answers(self) -> dict[str, str]:
        """The facts that were answered."""
        given = {fact: self.cleaned_data[fact] for fact in self.asked if self.cleaned_data.get(fact)}
        if self.may_rest and "rest" in self.data:
            given = dict.fromkeys(self.asked, "no") | given
        if self.cleaned_data.get("owner"):
            given |= rules.owner_facts(self.cleaned_data["owner"])
        return given

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.answers():
            self.add_error(None, _("Answer at least one question. “Not known” is an answer too."))
        return self.cleaned_data


class SecondForm(Form):
    """A second person's answer to a proposal."""

    agree = Radios(
        gettext_lazy("Do you agree?"),
        [("yes", gettext_lazy("I agree: it may be decided so")), ("no", gettext_lazy("I do not agree: nothing changes"))],
        missing=gettext_lazy("Say whether you agree"),
    )
    words = TextArea(
        gettext_lazy("Why"), required=False, rows=3, limit=5000, hint=gettext_lazy("Needed when you do not agree.")
    )


class DecisionForm(Form):
    """What a person decides. What the rules suggest is marked, and chosen beforehand; where they suggest nothing, nothing is."""

    route = Radios(gettext_lazy("What do you decide?"), list(ROUTES.items()), missing=gettext_lazy("Choose what you decide"))
    because = TextArea(
        gettext_lazy("Why"), required=False, rows=3, limit=5000,
        hint=gettext_lazy("Needed when you decide something else than the rules suggest."),
    )  # fmt: skip
    version = Hidden()

    def __init__(self, suggested: str | None, version: int, *args: Any, **rest: Any) -> None:
        super().__init__(*args, initial={"route": suggested, "version": version}, prefix="decide", **rest)
        if suggested:
            field = self.fields["route"]
            field.look = replace(field.look, hints={suggested: _("This is what the rules suggest.")})

    def at_version(self, version: int) -> "DecisionForm":
        """The same words on the case as it stands now, to be sent again after reading what changed."""
        self.data = self.data.copy()
        self.data["decide-version"] = str(version)
        return self

    def clean_version(self) -> int:
        typed = self.cleaned_data["version"]
        return int(typed) if typed.isascii() and typed.isdecimal() else -1
