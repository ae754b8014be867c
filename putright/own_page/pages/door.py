"""Coming in and leaving. Before somebody is in, no page here says what it is about, or whether there is anything at all."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.typed import cleaned
from putright.contacts.lane import lane
from putright.passes import queries as passes

from .. import links, sittings
from ..forms import AskLink, ComeIn, TypeWord, Write, new_key
from ..sittings import Visitor

NEUTRAL = (
    "https://www.bbc.co.uk/weather"  # where leaving leads, and nowhere else: no page of ours takes an address to go to
)
LONGEST_CARRIED = 50_000


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def inside(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The page, for whoever is in; to the door for everybody else. What was typed in a sitting that has ended meanwhile goes
    with them."""

    @wraps(page)
    def asked(request: HttpRequest, **parts: Any) -> HttpResponse:
        visitor = sittings.visitor(request)
        if visitor:
            return page(request, visitor, **parts)
        if request.method == "POST" and (words := typed(request, "words")):
            return door(request, ComeIn(), carried=words)
        return redirect("own_page:come_in")

    return asked


def typed(request: HttpRequest, name: str) -> str:
    return cleaned(request.POST.get(name, ""))[:LONGEST_CARRIED]


def come_in(request: HttpRequest) -> HttpResponse:
    """The reference and the code. Whatever is wrong with them, the answer is the same."""
    carried = typed(request, "carried")
    if request.method != "POST":
        return redirect("own_page:home") if sittings.visitor(request) else door(request, ComeIn())
    form = ComeIn(request.POST)
    if not form.is_valid():
        return door(request, form, carried=carried)
    reference, code = form.cleaned_data["reference"], form.cleaned_data["code"]
    if wait := lane.through(request, one_try(reference, code), at=request.at):
        return door(request, form, carried=carried, wait=wait)
    held = passes.open_by(reference, code)
    if held is None:
        passes.count_wrong(reference, at=request.at)
        form.add_error(
            None, _("We could not open a page with that reference and code. Check each letter, and try again")
        )
        return door(request, form, carried=carried)
    secret = sittings.begin(held, at=request.at)
    if carried:
        return sittings.carrying(written_before(request, carried), secret)
    return sittings.carrying(redirect("own_page:home"), secret)


def one_try(*told: str) -> str:
    """What the slow lane lets through: this very try, so that no work or turn is good for another guess."""
    return sha256("\n".join(told).encode()).hexdigest()[:32]


def door(request: HttpRequest, form: ComeIn, *, carried: str = "", wait: lane.Wait | None = None) -> HttpResponse:
    values = {"title": _("Your own page"), "form": form, "carried": carried, "wait": wait, "back": f"/{language()}/"}
    return render(request, "own_page/come_in.html", values, status=429 if wait else 422 if form.is_bound else 200)


def written_before(request: HttpRequest, words: str) -> HttpResponse:
    """In again: what they had written stands in its box, not sent."""
    values = {"title": _("Write to us"), "form": Write(initial={"key": new_key(), "words": words}), "given": []}
    return render(request, "own_page/write.html", values | {"action": reverse("own_page:write")})


def leave(request: HttpRequest) -> HttpResponse:
    """Out at once, by a plain link: the sitting ends, what the browser kept goes, and a page about the weather opens."""
    sittings.leave(request)
    return sittings.cleared(redirect(NEUTRAL))


@require_POST
def size(request: HttpRequest) -> HttpResponse:
    """Large print or ordinary, until the browser is closed: before somebody is in, too. Only their browser keeps it."""
    chosen = "large" if request.POST.get("print") == "large" else "ordinary"
    answer = redirect("own_page:home")
    answer.set_cookie(sittings.PRINT, chosen, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE)
    return answer


def ask_link(request: HttpRequest) -> HttpResponse:
    """A link to the address they gave. The same answer for every reference and every address."""
    form = AskLink(request.POST if request.method == "POST" else None)
    values: dict[str, object] = {"title": _("Open your page with a link"), "form": form, "wait": None}
    values["back"] = reverse("own_page:come_in")
    if request.method == "POST" and form.is_valid():
        reference, email = form.cleaned_data["reference"], form.cleaned_data["email"]
        values["wait"] = lane.through(request, one_try(reference, email), at=request.at)
        if not values["wait"]:
            links.ask(reference, email, site=request.build_absolute_uri("/"), language=language(), at=request.at)
            return render(request, "own_page/link_asked.html", {"title": _("Look in your email")})
    return render(request, "own_page/ask_link.html", values, status=422 if form.is_bound else 200)


def link(request: HttpRequest, secret: str) -> HttpResponse:
    """The link from the email: it asks for the word. Every link looks alike, good or not."""
    form = TypeWord(request.POST if request.method == "POST" else None)
    wait = None
    if request.method == "POST" and form.is_valid():
        word = form.cleaned_data["word"]
        wait = lane.through(request, one_try(secret, word), at=request.at)
        held = None if wait else links.opened(secret, word, at=request.at)
        if held:
            return sittings.carrying(redirect("own_page:home"), sittings.begin(held, at=request.at))
        if not wait:
            form.add_error(None, _("That did not open a page. Try the word again, or ask for a new link"))
    values = {"title": _("One more thing"), "form": form, "wait": wait, "back": reverse("own_page:come_in")}
    return render(request, "own_page/link.html", values, status=429 if wait else 422 if form.is_bound else 200)


def page(
    request: HttpRequest, visitor: Visitor, template: str, values: dict[str, object], form: Any = None
) -> HttpResponse:
    """A page of somebody who is in, with a form or without."""
    shown = {"visitor": visitor, "form": form, "back": reverse("own_page:home"), **values}
    return render(request, template, shown, status=422 if form is not None and form.is_bound else 200)
