"""Each deed on a review: the form it asks, and the action it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from design import tongues
from design.forms import Form
from putright.codes.queries import asked_once
from putright.interested.queries import told as kept_informed
from putright.interested.tongue import wanted
from putright.law.calendar import day_of
from putright.people.models import Handler

from . import actions, forms, queries, rules
from .models import Review
from .outcome import actions as outcome
from .outcome import forms as asked

Given = dict[str, Any]


@dataclass(frozen=True)
class Deed:
    """`form` makes the form, bound to what was posted; `act` does the deed with it."""

    form: Callable[[HttpRequest, Review, Given], Form]
    act: Callable[[Review, Any, Handler, datetime], object]


def bound(make: Callable[..., Form]) -> Callable[[HttpRequest, Review, Given], Form]:
    return lambda request, review, more: make(request.POST if request.method == "POST" else None, **more)


def learn_form(request: HttpRequest, review: Review, more: Given) -> Form:
    one = queries.application(review)
    given = "no" if one.never_given else "yes" if one.given_on else "not_known"
    known = {name: getattr(one, name) for name in ("received_on", "given_on", "wrong_on", "sent_on", "complained_on",
             "decision_of", "who", "handled", "outcome_given")}  # fmt: skip
    initial = {**known, "given": given, "states": list(one.states), **one.grounds}
    return bound(forms.Known)(request, review, {"initial": initial, "at": request.at})


def admit_form(request: HttpRequest, review: Review, more: Given) -> Form:
    found = queries.findings(review)
    initial = {"decision": rules.suggested(found), "ground": rules.ground(found)}
    return bound(forms.Admit)(request, review, {"initial": initial, "languages": wanted(review.case)})


def waive_form(request: HttpRequest, review: Review, more: Given) -> Form:
    return bound(forms.Waive)(request, review, {"missing": queries.findings(review)["form"].missing})


def came_form(request: HttpRequest, review: Review, more: Given) -> Form:
    waiting = [one for one in review.requests.all() if one.came_at is None]
    return bound(forms.Heard)(request, review, {"requests": waiting})


def telling_form(*whom: str) -> Callable[[HttpRequest, Review, Given], Form]:
    return lambda request, review, more: bound(asked.Telling)(
        request, review, {"whom": whom, "interested": list(kept_informed(review.case))}
    )


def decide_form(request: HttpRequest, review: Review, more: Given) -> Form:
    listed, on = asked_once(request, "categories"), day_of(review.case.received_at)
    said = [(code, f"{code} {listed.name(code, on, forms.language())}") for code in queries.categories_of(review.case)]
    initial = {"outcome": rules.outcome_of([point.reasonable for point in review.points.all()])}
    given = {"categories": said, "areas": queries.areas(), "initial": initial, "languages": wanted(review.case)}
    return bound(asked.Decide)(request, review, given)


def recommend_form(request: HttpRequest, review: Review, more: Given) -> Form:
    listed = asked_once(request, queries.WAYS).in_force(day_of(request.at))
    ways = rules.ways(listed, queries.application(review).handled)
    return bound(asked.Recommend)(request, review, {"ways": ways, "languages": wanted(review.case)})


def answered_form(request: HttpRequest, review: Review, more: Given) -> Form:
    items = sorted(review.recommendations.all(), key=lambda one: one.pk)
    return bound(asked.Answered)(request, review, {"items": items, "at": request.at, "languages": wanted(review.case)})


def verdict(form: asked.Decide) -> outcome.Verdict:
    given = form.cleaned_data
    return outcome.Verdict(
        given["outcome"], tongues.said(form, "reasons"), given["because"], given["category"], form.areas.get(given["area"])
    )


def learned(review: Review, form: forms.Known, by: Handler, at: datetime) -> None:
    kept = {fact: answer for fact, answer in queries.application(review).grounds.items() if fact not in rules.OF_BODY}
    actions.learn(review, form.application(kept), by=by, at=at)


def admitted(review: Review, form: forms.Admit, by: Handler, at: datetime) -> None:
    given = form.cleaned_data
    actions.admit(review, given["decision"], form.because, ground=given.get("ground") or "", by=by, at=at)


def why(do: Callable[..., object]) -> Callable[[Review, Form, Handler, datetime], object]:
    return lambda review, form, by, at: do(review, form.cleaned_data["why"], by=by, at=at)


DEEDS = {
    "admit": Deed(admit_form, admitted),
    "learn": Deed(learn_form, learned),
    "request": Deed(
        bound(forms.Want),
        lambda review, form, by, at: actions.request(review, form.cleaned_data["of"], form.cleaned_data["words"], by=by, at=at),
    ),
    "came": Deed(
        came_form,
        lambda review, form, by, at: actions.came(
            form.requests[form.cleaned_data["request"]], form.cleaned_data["words"], by=by, at=at
        ),
    ),
    "extend": Deed(bound(forms.Why), why(actions.extend)),
    "waive": Deed(
        waive_form,
        lambda review, form, by, at: actions.waive(
            review, form.cleaned_data["particulars"], form.cleaned_data["why"], by=by, at=at
        ),
    ),
    "withdraw": Deed(bound(forms.Why), why(actions.withdraw)),
    "notify": Deed(
        telling_form("authority", "subject"),
        lambda review, form, by, at: outcome.notify(review, form.telling(), by=by, at=at),
    ),
    "point": Deed(
        bound(asked.Point),
        lambda review, form, by, at: outcome.weigh(
            review, *(form.cleaned_data[name] for name in ("words", "reasonable", "reasons")), by=by, at=at
        ),
    ),
    "decide": Deed(decide_form, lambda review, form, by, at: outcome.decide(review, verdict(form), by=by, at=at)),
    "recommend": Deed(recommend_form, lambda review, form, by, at: outcome.recommend(review, form.items, by=by, at=at)),
    "answered": Deed(
        answered_form,
        lambda review, form, by, at: outcome.answered(review, form.answers, form.cleaned_data["on"], by=by, at=at),
    ),
    "remind": Deed(
        bound(asked.Reminded), lambda review, form, by, at: outcome.remind(review, form.cleaned_data["words"], by=by, at=at)
    ),
    "longer": Deed(
        bound(asked.Longer),
        lambda review, form, by, at: outcome.longer(
            review, form.cleaned_data["until"], form.cleaned_data["why"], by=by, at=at
        ),
    ),
    "copy": Deed(
        telling_form("complainant", "subject"),
        lambda review, form, by, at: outcome.copy(review, form.telling(), by=by, at=at),
    ),
    "finish": Deed(bound(forms.Nothing), lambda review, form, by, at: outcome.finish(review, by=by, at=at)),
}
