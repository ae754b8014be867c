"""The public form as data: its pages in order, and when each is asked. One view walks it (pages.py)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from . import forms, kinds
from .answers import Answers, first_shown

Words = Any  # a sentence, translated when it is shown


@dataclass(frozen=True)
class Page:
    """One question. `by_kind` is a title for one kind of contact; `asked` may look only at pages always asked before it."""

    slug: str
    form: type[forms.Question]
    title: Words
    by_kind: Mapping[str, Words] = field(default_factory=dict)
    intro: tuple[Words, ...] = ()
    asked: Callable[[Answers], bool] = lambda answers: True

    def titled(self, answers: Answers) -> Words:
        return self.by_kind.get(answers.said("kind"), self.title)

    def bound(self, typed: Any, answers: Answers, *, at: datetime) -> forms.Question:
        return self.form(typed, answers=answers, title=self.titled(answers), at=at)

    def blank(self, answers: Answers, carry: Mapping[str, str], *, at: datetime, typed: Any = None) -> forms.Question:
        """The page as first shown, with what was typed before, unchecked."""
        form = self.form(answers=answers, title=self.titled(answers), at=at)
        form.initial = {"language": get_language(), **first_shown(form, typed or answers.typed(self.slug)), **carry}
        return form


def named(answers: Answers) -> bool:
    return answers.said("teller") != "anonymous" and not kinds.informs(answers)


def unhappy(answers: Answers) -> bool:
    return answers.said("kind") != "compliment" and not kinds.informs(answers)


def written(answers: Answers) -> bool:
    """Whether anything is asked of what happened: not of what somebody knows about a crime."""
    return not kinds.informs(answers)


PAGES: tuple[Page, ...] = (
    Page("safe", forms.Safe, _("Are you, or is anybody else, in danger now?")),
    Page(
        "call-now",
        forms.CallNow,
        _("Please call 999 now"),
        intro=(
            _("We do not read this form day and night. The police answer 999 at any hour."),
            _("When you are safe, carry on here and tell us what happened."),
        ),
        asked=lambda answers: answers.said("danger") == "yes",
    ),
    Page("kind", forms.Kind, _("What would you like to tell us?")),
    Page(
        "about-what",
        kinds.AboutWhat,
        _("What is your question about?"),
        asked=lambda answers: answers.said("kind") == "enquiry",
    ),
    Page("about-it", kinds.AboutIt, _("A few questions about it"), asked=kinds.asks_more),
    Page("crimestoppers", kinds.Crimestoppers, _("Please tell Crimestoppers first"), asked=kinds.informs),
    Page(
        "ring-me",
        kinds.RingMe,
        _("We will ring you"),
        intro=(
            _("Do not write here what you know. A person will ring you and listen."),
            _("We do not leave messages. We do not say to anybody else why we ring."),
        ),
        asked=lambda answers: kinds.informs(answers) and not kinds.tells_others(answers),
    ),
    Page(
        "what-happened",
        forms.WhatHappened,
        _("What happened?"),
        by_kind={"compliment": _("What went well?"), "enquiry": _("What would you like to ask?")},
        asked=written,
    ),
    Page("when", forms.When, _("When did it happen?"), asked=lambda answers: answers.said("kind") != "enquiry"),
    Page(
        "where",
        forms.Where,
        _("Where did it happen? (optional)"),
        asked=lambda answers: answers.said("kind") != "enquiry",
    ),
    Page("who", forms.Who, _("Who is it about?"), asked=written),
    Page("wants", forms.Wants, _("What would you like to happen now? (optional)"), asked=unhappy),
    Page("files", forms.Proof, _("Do you have photos, letters or anything else to show us? (optional)"), asked=written),
    Page("for-whom", forms.Teller, _("Who are you telling us about this for?"), asked=written),
    Page(
        "them",
        forms.Them,
        _("The person you are telling us for"),
        asked=lambda answers: answers.said("teller") == "other" and written(answers),
    ),
    Page("name", forms.Name, _("What is your name?"), asked=named),
    Page(
        "reach",
        forms.Reach,
        _("How can we reach you?"),
        intro=(_("Give us at least one way."),),
        asked=named,
    ),
    Page(
        "safe-contact",
        forms.SafeContact,
        _("Is there a way we should not contact you?"),
        intro=(_("If every way you gave us is safe at any time, leave this page as it is."),),
        asked=named,
    ),
    Page("help", forms.Help, _("Language and help"), asked=named),
    Page("heard", forms.Heard, _("How did you hear about us? (optional)"), asked=written),
)
FIRST = PAGES[0]


def page(slug: str) -> Page | None:
    return next((p for p in PAGES if p.slug == slug), None)


def asked(answers: Answers) -> list[Page]:
    return [p for p in PAGES if p.asked(answers)]


def after(slug: str, answers: Answers) -> Page | None:
    """The next page asked; None when the answers are to be checked."""
    later = PAGES[[p.slug for p in PAGES].index(slug) + 1 :]
    return next((p for p in later if p.asked(answers)), None)


def before(slug: str, answers: Answers) -> Page | None:
    earlier = PAGES[: [p.slug for p in PAGES].index(slug)]
    return next((p for p in reversed(earlier) if p.asked(answers)), None)


@dataclass(frozen=True)
class Reading:
    """All the answers that count, checked. `wanting` is the first page still to be answered or mended."""

    given: dict[str, Any]
    wanting: Page | None


def read(answers: Answers, *, at: datetime) -> Reading:
    given: dict[str, Any] = {}
    for question in asked(answers):
        form = question.bound(answers.typed(question.slug), answers, at=at)
        if not answers.has(question.slug) or not form.is_valid():
            return Reading(given, question)
        given |= {name: value for name, value in form.cleaned_data.items() if name not in form.carried}
    return Reading(given, None)
