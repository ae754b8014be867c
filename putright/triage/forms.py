"""The questions as fields, in the handler's language with the other language beside it, and the decision."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from markupsafe import Markup

from design.fields import Checkboxes, Hidden, Radios, TextArea
from design.forms import Form
from putright.law import words

from . import asking, rules
from .wording import ANSWERS, RAISED, ROUTES, question

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
    what = leads(fact, language, on)
    hint = Beside(question(fact, other), other, _("If yes: %(what)s") % {"what": what} if what else "")
    return Radios(question(fact, language), list(ANSWERS.items()), required=False, inline=True, hint=hint)


def leads(fact: str, language: str, on: date) -> str:
    """What a yes leads to; a yes to what is dangerous is raised at once besides."""
    said = [words.if_yes(rule.id, language) for rule in rules.follows_from(fact, on=on)]
    return " ".join([*dict.fromkeys(said), *([str(RAISED)] if fact in rules.RAISES else [])])


def owner_field(language: str, on: date) -> Checkboxes:
    """Whose it is; each choice is a row of the law, with who would deal with it below."""
    other, choices, hints = OTHER[language], [], {}
    for rule in rules.QUESTIONS["authority"].rules:
        choices.append((rule.fact, words.fact_question(rule.fact, language)))
        dealt = _("Dealt with by: %(owner)s") % {"owner": words.conclusion_text(rule.concludes or "", language)}
        hints[rule.fact] = Beside(words.fact_question(rule.fact, other), other, dealt)
    choices += [("none", _("None of these: it is not about the police or the office")), ("not_known", ANSWERS["not_known"])]
    return Checkboxes(
        _("Whose is it?"), choices, required=False, hints=hints, or_before="none",
        hint=_("Choose all that apply. Parts that belong to different bodies each go to their own."),
    )  # fmt: skip


def _listed(group: str, language: str, on: date) -> tuple[list[tuple[str, Any]], dict[str, Beside]]:
    """The choices of a list of answers, and below each the other language and what it leads to."""
    other = OTHER[language]
    facts = [fact for fact in asking.GROUPS[group] if rules.follows_from(fact, on=on)]
    choices: list[tuple[str, Any]] = [(fact, question(fact, language)) for fact in facts]
    choices += [("none", _("None of these")), ("not_known", ANSWERS["not_known"])]
    return choices, {fact: Beside(question(fact, other), other, leads(fact, language, on)) for fact in facts}


def only_field(language: str, on: date) -> Radios:
    choices, hints = _listed("only", language, on)
    return Radios(_("Is it only about one of these?"), choices, required=False, hints=hints, or_before="none")


def brings_field(language: str, on: date) -> Checkboxes:
    choices, hints = _listed("brings", language, on)
    return Checkboxes(
        _("What do they bring?"), choices, required=False, hints=hints, or_before="none", hint=_("Choose all that apply.")
    )


LISTS = {"owner": owner_field, "only": only_field, "brings": brings_field}


class QuestionsForm(Form):
    """The questions of one step. Any may be left for later; at least one must be answered, or the rest answered no."""

    def __init__(
        self, facts: tuple[str, ...], language: str, known: Mapping[str, str], *args: Any, on: date, **rest: Any
    ) -> None:
        self.lists = tuple(name for name, within in asking.GROUPS.items() if len(set(within) & set(facts)) > 1)
        listed = {fact for name in self.lists for fact in asking.GROUPS[name]}
        self.asked = tuple(fact for fact in facts if fact not in listed)
        initial: dict[str, Any] = {fact: known.get(fact) for fact in self.asked}
        picked = {name: asking.chosen(name, known) for name in self.lists}
        initial |= {name: picks if name != "only" else next(iter(picks), None) for name, picks in picked.items()}
        super().__init__(*args, initial=initial, **rest)
        for fact in self.asked:
            self.fields[fact] = fact_field(fact, language, on)
        for name in self.lists:
            self.fields[name] = LISTS[name](language, on)

    @property
    def may_rest(self) -> bool:
        """“None of these apply” answers for the serious kinds and what is dangerous only; others are asked one by one."""
        return len(self.asked) > 1 and not self.lists and set(self.asked) <= {*rules.SAFETY, *rules.SERIOUS}

    def answers(self) -> dict[str, str]:
        """The facts that were answered."""
        given = {fact: self.cleaned_data[fact] for fact in self.asked if self.cleaned_data.get(fact)}
        if self.may_rest and "rest" in self.data:
            given = dict.fromkeys(self.asked, "no") | given
        for name in self.lists:
            if chosen := self.cleaned_data.get(name):
                given |= asking.chosen_facts(name, [chosen] if isinstance(chosen, str) else chosen)
        return given

    def clean(self) -> dict[str, Any]:
        for name in self.lists:
            chosen = self.cleaned_data.get(name) or ()
            if "none" in chosen and len(chosen) > 1 and not isinstance(chosen, str):
                self.add_error(name, _("Choose what applies, or “None of these”, not both"))
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
