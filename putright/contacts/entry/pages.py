"""Writing a contact down while the person is on the line."""

from datetime import datetime
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import door
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.people.models import Person
from putright.people.queries import office

from .. import actions, queries
from ..said import Said, Settled
from .forms import EntryForm


def new(request: HttpRequest) -> HttpResponse:
    """The quick entry. Saved contacts lead to a fresh screen that says what the last one's reference is."""
    language = "cy" if get_language() == "cy" else "en"
    start = {"key": str(uuid4()), "began": request.at.isoformat()}
    form = EntryForm(request.POST or None, initial=start, office=office(), language=language)
    found: list[queries.Known] = []
    if request.method == "POST":
        found = seen(request, form["who"].value() or "")
        if "look" not in request.POST and form.is_valid() and (made := saved(request, form)):
            return redirect("contacts:entered", made.case.reference)
    page = {"title": _("New contact"), "form": form, "found": found}
    return render(request, "contacts/entry.html", page, status=422 if form.is_bound and form.errors else 200)


def saved(request: HttpRequest, form: EntryForm):
    """The contact written down, or None with the refusal on the form."""
    given = form.cleaned_data
    person, joins = chosen(request, given["known"])
    settles = request.POST.get("do") == "settle"
    try:
        said = Said(
            key=UUID(given["key"]), channel=given["channel"], words=given["words"], kind=given["kind"],
            language=given["language"], reason=given["reason"], seconds=seconds_since(given["began"], request.at),
            settled=Settled(given["answer"], given["reason"]) if settles else None,
        )  # fmt: skip
        return actions.receive(said, person or described(given), by=request.handler, at=request.at, joins=joins)
    except Refused as refusal:
        form.add_error("answer" if settles else None, str(refusal))
    except ValueError:
        form.add_error(None, _("Something went wrong with this page. Copy your words, open a new one and paste them."))
    return None


def described(given: dict[str, str]) -> dict[str, object] | None:
    """A new person's details from what was typed; None when nothing was."""
    details: dict[str, object] = {"language": given["language"], "phone": given["phone"], "email": given["email"]}
    who = given["who"].strip()
    if any(letter.isalpha() for letter in who) and not any(letter.isdigit() for letter in who):
        details["name"] = who
    elif who and not details["phone"]:
        details["phone"] = who[:40]
    return details if who or given["phone"] or given["email"] else None


def chosen(request: HttpRequest, known: str) -> tuple[Person | None, Case | None]:
    """The person picked from the look-up and the case to join, both only if open to this handler. `known` is
    "person:ID" or "case:REFERENCE"; anything else is nobody."""
    kind, _colon, value = known.partition(":")
    cases = door.cases(request).select_related("complainant")
    if kind == "case":
        case = cases.filter(reference=value).first()
        return (case.complainant, case) if case else (None, None)
    if kind == "person" and value.isdigit():
        case = cases.filter(complainant=int(value)).first()
        return (case.complainant if case else None), None
    return None, None


def seconds_since(began: str, at: datetime) -> int | None:
    try:
        return max(0, int((at - datetime.fromisoformat(began)).total_seconds()))
    except (TypeError, ValueError):
        return None


def seen(request: HttpRequest, text: str) -> list[queries.Known]:
    found = queries.look_up(door.cases(request), text)
    door.seen(request, [case for known in found for case in known.going])
    return found


def look_up(request: HttpRequest) -> HttpResponse:
    """Part of the entry screen: who it may be, as the name is typed."""
    return render(request, "contacts/_people.html", {"found": seen(request, request.GET.get("q", "")[:200])})


def entered(request: HttpRequest, reference: str) -> HttpResponse:
    """The last contact's reference, to read out, and the way to the next one."""
    case = door.case(request, reference)
    return render(request, "contacts/entered.html", {"title": _("Written down"), "case": case})
