"""The questions of a kind as boxes of a form, and what was typed in them as answers. None of them must be answered."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField

from .rules import LONGEST_ANSWER, THEIRS, Answered, Question, plate, pounds


class Plate(fields.Text):
    def clean(self, value: str) -> str:
        return kept(super().clean(value), plate, _("Write the registration number like AB12 CDE"))


class Money(fields.Text):
    def clean(self, value: str) -> str:
        return kept(super().clean(value), pounds, _("Write an amount in pounds, like 192 or 192.50"))


def kept(typed: str, read: Callable[[str], str], wrong: object) -> str:
    try:
        return read(typed) if typed else ""
    except ValueError as problem:
        raise forms.ValidationError(str(wrong)) from problem


def yes_no() -> list[tuple[str, str]]:
    return [
        ("yes", pgettext("to a question of a kind", "Yes")), ("no", pgettext("to a question of a kind", "No")),
        ("not_known", gettext("Not known")),
    ]  # fmt: skip


def field_of(one: Question, language: str) -> forms.Field:
    words = one.words(language)
    usual: dict[str, Any] = {"required": False, "hint": one.hint(language)}
    if one.answer == "yesno":
        return fields.Radios(words, yes_no(), inline=True, **usual)
    if one.answer == "choice":
        return fields.Radios(words, [(each.code, each.name(language)) for each in one.choices], **usual)
    if one.answer == "date":
        return DateField(words, past=True, **usual)
    if one.answer == "registration":
        return Plate(words, limit=12, width=10, spellcheck=False, autocomplete="off", **usual)
    if one.answer == "money":
        return Money(words, limit=12, width=10, inputmode="decimal", **usual)
    return fields.Text(words, limit=LONGEST_ANSWER, autocomplete="off", **usual)


def name_of(one: Question) -> str:
    """The name of its box. The kind is part of it, so that an answer to one kind is never read as another's."""
    return f"q_{one.topic}_{one.name}"


def boxes(asked: Iterable[Question], language: str) -> dict[str, forms.Field]:
    return {name_of(one): field_of(one, language) for one in asked if one.answer != "told"}


def told(asked: Iterable[Question], language: str) -> list[str]:
    """The sentences to say or show."""
    return [one.words(language) for one in asked if one.answer == "told"]


def answered(asked: Iterable[Question], given: Mapping[str, Any]) -> tuple[Answered, ...]:
    """What was answered, from a checked form; what was left empty is left out."""
    found = ((one, given.get(name_of(one))) for one in asked)
    return tuple(
        Answered(one.name, one.since, value.isoformat() if isinstance(value, date) else value, one.answer in THEIRS)
        for one, value in found if value
    )  # fmt: skip
