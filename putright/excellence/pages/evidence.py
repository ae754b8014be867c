"""The evidence: the list, one item, adding by hand, and one press from where it is. What hangs on a case comes by its door."""

from collections.abc import Iterable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import door
from putright.cases.models import Case
from putright.documents import serving
from putright.documents.queries import in_case
from putright.law.calendar import day_of
from putright.people.refusals import Refused

from .. import catalogue, queries, rules, words
from ..actions import evidence as acts
from ..forms import EvidenceForm
from ..models import Item
from .asking import asked, spoken, staff, typed

LONGEST = 10_000  # letters of words that come with a press
PAGES = "staff/"  # a source is one of our own pages


def evidence(request: HttpRequest) -> HttpResponse:
    """Everything in use; of one kind, or only what may not go to an assessor yet."""
    items = queries.open_items(door.cases(request))
    kind = request.GET.get("kind", "")
    rows = queries.listed(items.filter(kind=kind) if kind in words.KINDS else items, day_of(request.at))
    unfit = request.GET.get("only") == "unfit"
    rows = [row for row in rows if row.why or not unfit]
    door.seen(request, [row.item.case for row in rows if row.item.case])
    page = {"title": _("Evidence"), "rows": rows, "words": words, "kind": kind, "unfit": unfit, "language": spoken()}
    return render(request, "excellence/evidence.html", page)


def the_item(request: HttpRequest, pk: int) -> Item:
    """404 for one that is not there, put away, or of a case that is not open to this person."""
    found = queries.open_items(door.cases(request)).filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    if found.case:
        door.seen(request, [found.case])
    return found


def item(request: HttpRequest, pk: int) -> HttpResponse:
    row = the_item(request, pk)
    refs = [(slug, ref, catalogue.the(slug).element(ref)) for slug, ref in queries.refs_of(row)]
    page = {
        "title": row.title,
        "row": row,
        "refs": [(s, r, p) for s, r, p in refs if p],
        "why": queries.why_not(row, day_of(request.at)),
        "words": words,
        "language": spoken(),
        "back": reverse("excellence:evidence"),
    }
    return render(request, "excellence/item.html", page)


def start_of(request: HttpRequest) -> dict[str, object]:
    """A new item as an address may begin it: ?kind= ?title= ?on= ?from= and ?standard= with ?ref=."""
    asked_for = request.GET
    kind = asked_for.get("kind", "") if asked_for.get("kind", "") in words.KINDS else "other"
    refs = catalogue.suggested(kind) if kind != "other" else []
    if asked_for.get("ref"):
        refs = [(asked_for.get("standard", "cse"), asked_for["ref"])]
    begun = {
        "kind": kind,
        "title": asked_for.get("title", "")[:200],
        "on": _day(request),
        "owner": str(request.handler.pk),
    }
    return begun | by_standard(refs)


def by_standard(refs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for slug, ref in refs:
        found.setdefault(slug, []).append(ref)
    return found


def _day(request: HttpRequest, given: str = "") -> date:
    try:
        return min(date.fromisoformat(given or request.GET.get("on", "")), day_of(request.at))
    except ValueError:
        return day_of(request.at)


def form_of(request: HttpRequest, start: dict[str, object]) -> EvidenceForm:
    files = request.FILES if request.method == "POST" else None
    return EvidenceForm(
        typed(request),
        files,
        at=request.at,
        initial=start,
        standards=catalogue.all_standards(),
        staff=staff(),
        language=spoken(),
    )


def new(request: HttpRequest) -> HttpResponse:
    form = form_of(request, start_of(request))
    source = page_of(request.GET.get("from", ""))
    return asked(
        request,
        form,
        _("Add evidence"),
        lambda: acts.add(
            form.evidence(source=source),
            form.refs(),
            by=request.handler,
            at=request.at,
        ),
        reverse("excellence:evidence"),
        many=True,
    )


def page_of(given: str) -> str:
    """One of our own staff pages, without its language; nothing else may stand as a source. None of a case: those have a
    door of their own, and are used from the case."""
    path = given.strip().lstrip("/").removeprefix("en/").removeprefix("cy/")
    if (
        not path.startswith(PAGES)
        or path.startswith(f"{PAGES}cases/")
        or ".." in path
        or "//" in path
        or len(path) > 200
    ):
        return ""
    return path


@require_POST
def use(request: HttpRequest) -> HttpResponse:
    """One press from where the thing is: a case that thanks, a document of a case, or one of our own pages."""
    try:
        made = _used(request)
    except Refused as refusal:
        page = {"title": _("Use as evidence"), "sentence": str(refusal)}
        return render(request, "design/error_page.html", page, status=422)
    return redirect("excellence:item", made.pk)


def _used(request: HttpRequest) -> Item:
    given, who = request.POST, {"by": request.handler, "at": request.at}
    if given.get("case"):
        case = door.case(request, given["case"])
        if given.get("kind") == "lesson":
            return acts.add(_told(request, case), catalogue.suggested("lesson"), **who)
        if not given.get("document"):
            return acts.use_thanks(case, **who)
        document = in_case(case, int(given["document"])) if given["document"].isdecimal() else None
        if document is None:
            raise Http404
        about = acts.Evidence(
            "other",
            document.name[:200],
            day_of(document.at),
            redaction=rules.NEEDED,
            consent=rules.NOT_ASKED,
            case=case,
            document=document,
            source=f"staff/cases/{case.reference}/documents/{document.pk}/",
        )
        return acts.add(about, catalogue.suggested("other"), **who)
    about = _told(request)
    return acts.add(about, catalogue.suggested(about.kind), **who)


def _told(request: HttpRequest, case: Case | None = None) -> acts.Evidence:
    """What a page of ours says of itself; 404 where it says none of ours. A person still reads it before it may go."""
    given = request.POST
    source, kind = page_of(given.get("from", "")), given.get("kind", "other")
    if not source or kind not in words.KINDS:
        raise Http404
    title = given.get("title", "").strip()[:200] or str(words.KINDS[kind])
    said = given.get("words", "").replace("\0", "")[:LONGEST]
    on = _day(request, given.get("on", ""))
    return acts.Evidence(kind, title, on, said, source=source, redaction=rules.NEEDED, case=case)


def item_deed(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Put it right, or put it away."""
    row = the_item(request, pk)
    if name == "away":
        if request.method == "POST":
            acts.put_away(row, by=request.handler, at=request.at)
            return redirect("excellence:evidence")
        return render(request, "excellence/away.html", {"title": _("Put it away?"), "row": row})
    if name != "change":
        raise Http404
    columns = ("kind", "title", "on", "words", "link", "expires_on", "redaction", "consent", "consent_on")
    start = {column: getattr(row, column) for column in columns} | {"owner": str(row.owner_id)}
    start |= by_standard(queries.refs_of(row))
    form = form_of(request, start)
    return asked(
        request,
        form,
        _("Change it"),
        lambda: acts.change(
            row,
            form.evidence(),
            form.refs(),
            by=request.handler,
            at=request.at,
        ),
        reverse("excellence:item", args=[pk]),
        many=True,
        row=row,
    )


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """A page of its file, drawn anew: what an assessor would see of it. A text is shown in the item."""
    row = the_item(request, pk)
    number = request.GET.get("page", "1")
    if row.document is None or not number.isdecimal() or len(number) > 4:
        raise Http404
    return serving.picture(row.document, int(number), 800)
