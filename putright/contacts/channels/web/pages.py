"""One view walks the questions; the rest are the pages around them. No page here is anybody's but the writer's."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.codes.asked.boxes import told
from putright.codes.queries import code_list
from putright.contacts.kinds.queries import asking
from putright.contacts.kinds.rules import INTELLIGENCE
from putright.contacts.lane import lane
from putright.law.calendar import day_of
from putright.people.queries import office

from . import check, drafts, files, questions
from .answers import Answers, boxes_of
from .forms import Code, Question
from .kinds import tells_others
from .own_page import page_code, send_with_code
from .promised import promised

COOKIE = "putright_form"
NEW = Answers()


def begin(request: HttpRequest) -> HttpResponse:
    return redirect("contacts:step", questions.FIRST.slug)


def go(request: HttpRequest, code: str) -> HttpResponse:
    """A short link printed on a leaflet: the form in the reader's language, and which leaflet it was."""
    language = "cy" if get_language() == "cy" else "en"
    known = code_list("heard").find(code, day_of(request.at))
    return redirect(f"/{language}/tell-us/{questions.FIRST.slug}/" + (f"?by={code}" if known else ""))


def step(request: HttpRequest, slug: str) -> HttpResponse:
    """One question. Whatever is typed is kept before the next page is shown."""
    page = questions.page(slug)
    if page is None:
        raise Http404
    found = opened(request)
    if request.method == "POST":
        return answered(request, page, found)
    if found and found.draft.sent_id:
        found = None
    if found is None and page != questions.FIRST:
        return begin(request)
    then = "check" if "change" in request.GET else ""
    carry = {"draft": found.code if found else "", "then": then} | ({} if found else came(request))
    return shown(request, page, page.blank(found.answers if found else NEW, carry, at=request.at), found)


def came(request: HttpRequest) -> dict[str, str]:
    """How somebody came who has not begun: what their short link said, and the page elsewhere that led here. No cookie,
    and nothing of that page's query, which may be about them."""
    try:
        there = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # an address that is none, from a browser or a robot: nobody is kept out for it
        there = urlsplit("")
    elsewhere = there.hostname and there.netloc != request.get_host()
    return {"came_by": request.GET.get("by", "")[:60], "came_from": f"{there.netloc}{there.path}"[:200] if elsewhere else ""}


def answered(request: HttpRequest, page: questions.Page, found: drafts.Open | None) -> HttpResponse:
    if found and found.draft.sent_id:
        return carrying(redirect("contacts:sent"), found)
    answers = found.answers if found else NEW
    form = page.bound(request.POST, answers, at=request.at)
    later = "save" in request.POST
    if not form.is_valid() and not (later and form.short_enough()):
        return shown(request, page, form, found)
    language = get_language() or "en"
    found = found or drafts.start(language=language, at=request.at)
    found = drafts.keep(found, page.slug, boxes_of(form, request.POST), language=language, at=request.at)
    if not later and tells_others(found.answers) and page.slug == "crimestoppers":
        return left(request, found)
    if page.slug == files.SLUG and files.gathered(request, found.draft, form):
        return carrying(shown(request, page, form, found) if form.errors else again(request, page), found)
    return carrying(redirect("contacts:saved") if later else onward(request, page, found), found)


def left(request: HttpRequest, found: drafts.Open) -> HttpResponse:
    """They tell Crimestoppers: what was typed here goes, and nothing is sent."""
    drafts.forget(found)
    response = redirect("contacts:left")
    response.delete_cookie(COOKIE)
    return response


def told_others(request: HttpRequest) -> HttpResponse:
    on, language = day_of(request.at), get_language() or "en"
    values = {"title": _("Thank you. Please tell Crimestoppers"), "told": told(asking().public(INTELLIGENCE, on), language)}
    return render(request, "contacts/web/left.html", values)


def again(request: HttpRequest, page: questions.Page) -> HttpResponseRedirect:
    """The same page afresh, so that loading it again sends nothing twice."""
    to = reverse("contacts:step", args=[page.slug])
    return redirect(f"{to}?change=1" if request.POST.get("then") == "check" else to)


def onward(request: HttpRequest, page: questions.Page, found: drafts.Open) -> HttpResponseRedirect:
    """To the next question; after a change, to the first question now wanting an answer, or back to the check."""
    to = questions.after(page.slug, found.answers)
    if request.POST.get("then") == "check" or (to and not found.answers.has(questions.FIRST.slug)):
        to = questions.read(found.answers, at=request.at).wanting
    return redirect("contacts:step", to.slug) if to else redirect("contacts:check")


def shown(
    request: HttpRequest, page: questions.Page, form: Question, found: drafts.Open | None, *, note: str = ""
) -> HttpResponse:
    answers = found.answers if found else NEW
    earlier = questions.before(page.slug, answers)
    back = reverse("contacts:step", args=[earlier.slug]) if earlier else f"/{get_language()}/"
    if "change" in request.GET or request.POST.get("then") == "check":
        back = reverse("contacts:check")
    values = {"title": page.titled(answers), "page": page, "form": form, "back": back, "note": note}
    if page.slug == files.SLUG:
        values["given"] = files.given(found.draft) if found else []
    return render(request, "contacts/web/step.html", values, status=403 if note else 200)


def check_answers(request: HttpRequest) -> HttpResponse:
    """Read it over, then send it. Sent twice is sent once."""
    found = opened(request)
    if found is None:
        return begin(request)
    if found.draft.sent_id:
        return carrying(redirect("contacts:sent"), found)
    if tells_others(found.answers):
        return left(request, found)
    reading = questions.read(found.answers, at=request.at)
    if reading.wanting:
        return carrying(redirect("contacts:step", reading.wanting.slug), found)
    if request.method != "POST":
        return checked(request, found)
    if wait := lane.through(request, found.draft.key.hex, at=request.at):
        return checked(request, found, wait=wait)
    send_with_code(found, reading.given, at=request.at)
    return carrying(redirect("contacts:sent"), found)


def checked(request: HttpRequest, found: drafts.Open, *, note: str = "", wait: lane.Wait | None = None) -> HttpResponse:
    last = questions.asked(found.answers)[-1]
    values = {
        "title": _("Check what you wrote"),
        "form": Question(initial={"draft": found.code}),
        "rows": [*check.rows(found.answers, at=request.at), check.files_row(files.in_words(files.given(found.draft)))],
        "back": reverse("contacts:step", args=[last.slug]),
        "note": note,
        "wait": wait,
    }
    return render(request, "contacts/web/check.html", values, status=403 if note else 429 if wait else 200)


def sent(request: HttpRequest) -> HttpResponse:
    found = opened(request)
    if found is None or found.draft.sent is None:
        return begin(request)
    contact = found.draft.sent
    request.office = office()
    values = {
        "title": _("We have what you sent"),
        "reference": contact.case.reference,
        "first_contact": promised(request.office, "first-contact", get_language() or "en", at=contact.received_at),
        "anonymous": contact.person is None or contact.person.anonymous,
        "compliment": contact.kind == "compliment",
        "page_code": page_code(found, at=request.at),
    }
    return render(request, "contacts/web/sent.html", values)


def saved(request: HttpRequest) -> HttpResponse:
    """The code to come back with. It is shown to the person who has it, and to nobody else: we keep only its digest."""
    found = opened(request)
    if found is None:
        return begin(request)
    if found.draft.sent_id:
        return redirect("contacts:sent")
    if request.method == "POST":
        drafts.forget(found)
        response = redirect("contacts:forgotten")
        response.delete_cookie(COOKIE)
        return response
    values = {
        "title": _("Your form is saved"),
        "form": Question(initial={"draft": found.code}),
        "code": found.code,
        "until": found.draft.changed_at + drafts.KEPT_FOR,
    }
    return render(request, "contacts/web/saved.html", values)


def forgotten(request: HttpRequest) -> HttpResponse:
    return render(request, "contacts/web/forgotten.html", {"title": _("Your form is deleted")})


def come_back(request: HttpRequest) -> HttpResponse:
    """Carry on with a saved form. A wrong code and a forgotten one are answered alike."""
    form = Code(request.POST or None)
    if form.is_valid():
        found = drafts.find(form.cleaned_data["code"], at=request.at)
        if found:
            return carrying(resumed(request, found), found)
        form.add_error("code", _("We do not have a form with that code. Check each letter. A form is kept for 28 days"))
    values = {"title": _("Carry on with a form you saved"), "form": form, "back": f"/{get_language()}/"}
    return render(request, "contacts/web/come_back.html", values)


def resumed(request: HttpRequest, found: drafts.Open) -> HttpResponseRedirect:
    if found.draft.sent_id:
        return redirect("contacts:sent")
    wanting = questions.read(found.answers, at=request.at).wanting
    return redirect("contacts:step", wanting.slug) if wanting else redirect("contacts:check")


def opened(request: HttpRequest) -> drafts.Open | None:
    """The form being filled in. What the page itself carries goes before the cookie: two forms may be open at once."""
    carried = request.POST.get("draft") if request.method == "POST" else None
    return drafts.find(request.COOKIES.get(COOKIE, "") if carried is None else carried, at=request.at)


def carrying(response: HttpResponse, found: drafts.Open) -> HttpResponse:
    """For this sitting only: the cookie goes when the browser closes."""
    response.set_cookie(COOKIE, found.code, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


def open_too_long(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form posted with an old or missing token: nothing is written down, and nothing typed is lost.

    The same page comes back with the words in it and a fresh token; the next press is good. Named in settings as
    CSRF_FAILURE_VIEW, so it answers for staff pages too, plainly."""
    match = request.resolver_match
    name = match.view_name if match else ""
    note = _("This page was open for a long time. Nothing you wrote is lost. Press the button again.")
    found = opened(request) if name in {"contacts:step", "contacts:check"} else None
    page = questions.page(match.kwargs.get("slug", "")) if match else None
    if name == "contacts:step" and page:
        carry = {"draft": found.code if found else "", "then": request.POST.get("then", "")}
        answers = found.answers if found else NEW
        return shown(request, page, page.blank(answers, carry, at=request.at, typed=request.POST), found, note=note)
    if name == "contacts:check" and found and not questions.read(found.answers, at=request.at).wanting:
        return checked(request, found, note=note)
    sentence = _("Go back to the page before, load it again, and press the button again.")
    return render(
        request, "design/error_page.html", {"title": _("This page was open too long"), "sentence": sentence}, status=403
    )
