"""Writing to us, asking for something, and saying how they may be reached."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.contacts import reaching
from putright.documents import held
from putright.documents.receiving import blame, too_large
from putright.documents.refusals import NotTaken
from putright.documents.shown import Shown
from putright.people.refusals import Refused

from .. import actions, changes, forms, links, shown
from ..sittings import Visitor
from .door import inside, language, page


def bound(request: HttpRequest, kind: type[Any], **start: object) -> Any:
    return kind(request.POST) if request.method == "POST" else kind(initial={"key": forms.new_key(), **start})


@inside
def write(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Words, files, or both. A file that is refused takes no other with it, and no word is lost."""
    posted = request.method == "POST"
    form = forms.Write(request.POST, request.FILES) if posted else forms.Write(initial={"key": forms.new_key()})
    key = actions.key_of(visitor, request.POST.get("key", ""))
    if posted and form.is_valid():
        wrong = [str(NotTaken("too_large", name)) for name in too_large(request)]
        kept, refused = held.hold_all(request.FILES.getlist("files"), came_with=key, by=None, at=request.at)
        blame(form, wrong + refused)
        words = form.cleaned_data["words"].strip() or (_("Files, with no words.") if held.held_with(key) else "")
        if not form.errors and not words:
            form.add_error("words", _("Write something, or choose a file"))
        if not form.errors:
            actions.write_to_us(visitor, words, key, language=language(), at=request.at)
            return redirect(f"{reverse('own_page:home')}?done=sent")
    given = [Shown(document) for document in held.held_with(key)] if posted else []
    values = {"title": _("Write to us"), "given": given, "action": request.path}
    return page(request, visitor, "own_page/write.html", values, form)


def asking(request: HttpRequest, visitor: Visitor, form: Any, act: Any, values: dict[str, object]) -> HttpResponse:
    """Show a form; when it is good act once, and go home. A refusal keeps everything typed."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
            return redirect(f"{reverse('own_page:home')}?done=asked")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return page(request, visitor, "own_page/ask.html", values, form)


@inside
def record(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    def act(given: dict[str, Any]) -> None:
        key = actions.key_of(visitor, given["key"])
        actions.ask_for_record(visitor, given["words"], key, at=request.at)

    values = {"title": _("Ask for a formal record"), "what": "record", "press": _("Ask for a formal record")}
    return asking(request, visitor, bound(request, forms.Record), act, values)


@inside
def withdraw(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    def act(given: dict[str, Any]) -> None:
        key = actions.key_of(visitor, given["key"])
        actions.withdraw(visitor, given["words"], given["signature"], key, at=request.at)

    values = {"title": _("Withdraw"), "what": "withdraw", "press": _("Sign and withdraw")}
    return asking(request, visitor, bound(request, forms.Withdraw), act, values)


@inside
def feedback(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    def act(given: dict[str, Any]) -> None:
        key = actions.key_of(visitor, given["key"])
        actions.give_feedback(visitor, given["rating"], given["words"], key, at=request.at)

    values = {"title": _("Tell us how it is for you"), "what": "feedback", "press": _("Send")}
    return asking(request, visitor, bound(request, forms.Feedback), act, values)


@inside
def safe(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    def act(given: dict[str, Any]) -> None:
        asked = {name: True for name in given["avoid"]} | {
            n: given[n] for n in ("not_before", "not_after", "note") if given[n]
        }
        actions.make_safer(visitor, asked, at=request.at)

    values = {
        "title": _("How we may safely reach you"),
        "what": "safe",
        "press": _("Save"),
        "rules": reaching.said(visitor.person.safe_contact),
    }
    return asking(request, visitor, bound(request, forms.Safe), act, values)


@inside
def choices(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    def act(given: dict[str, Any]) -> None:
        actions.choose_how_to_read(visitor, given["language"], frozenset(given["wanted"]), at=request.at)

    start = {"language": visitor.person.language, "wanted": shown.wanted_of(visitor)}
    values = {"title": _("How you want to read"), "what": "choices", "press": _("Save")}
    return asking(request, visitor, bound(request, forms.Choices, **start), act, values)


@inside
def word(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    def act(given: dict[str, Any]) -> None:
        links.choose_word(visitor, given["word"], at=request.at)

    values = {"title": _("Choose a word"), "what": "word", "press": _("Save")}
    return asking(request, visitor, bound(request, forms.ChooseWord), act, values)


@inside
def details(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    form = bound(request, forms.Details)
    if request.method == "POST" and form.is_valid():
        field = form.cleaned_data["which"]
        made = changes.ask(visitor, field, form.cleaned_data[field], at=request.at)
        return redirect("own_page:check_details" if changes.by_code(made, at=request.at) else "own_page:home")
    values = {"title": _("Change how we reach you"), "what": "details", "press": _("Continue")}
    return page(request, visitor, "own_page/ask.html", values, form)


@inside
def check_details(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The code that went to the new address or number."""
    waits = [change for change in shown.unchecked(visitor) if changes.by_code(change, at=request.at)]
    if not waits:
        return redirect("own_page:home")

    def act(given: dict[str, Any]) -> None:
        changes.confirm(waits[-1], given["code"], at=request.at)

    title = {"email": _("Check your new address"), "phone": _("Check your new number")}
    named = title.get(waits[-1].field, _("Check your new postal address"))
    values = {"title": named, "what": "check", "press": _("Continue"), "change": waits[-1]}
    return asking(request, visitor, bound(request, forms.CheckCode), act, values)
