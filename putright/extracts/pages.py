"""Pages: choose what to ask for, ask it, take it away, keep it, share it."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import door, once
from putright.people import gates
from putright.people.queries import colleagues
from putright.people.refusals import Refused

from . import actions, files, noting, queries
from .forms import EVERY, ROLES, AskForm, KeepForm, ShareForm
from .models import Question, Taken
from .subjects import SUBJECTS, Subject

NOT_PART = frozenset({"after", "form", "press", "csrfmiddlewaretoken"})


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def subjects(request: HttpRequest) -> dict[str, Subject]:
    """What this person may ask for."""
    return {key: one for key, one in SUBJECTS.items() if gates.can(request.handler, one.verb)}


def subject_of(request: HttpRequest, kind: str) -> Subject:
    if kind not in (mine := subjects(request)):
        raise Http404
    return mine[kind]


def address_of(given: QueryDict, form: AskForm) -> str:
    """The question as its address has it, without the place on it and without what is no part of it."""
    parts = given.copy()
    for key in list(parts):
        if key in NOT_PART or key.split("-")[0] not in form.fields:
            del parts[key]
    return str(parts.urlencode())


def start(request: HttpRequest) -> HttpResponse:
    """What can be asked for, the questions kept or shared, and those whose day has come."""
    mine = subjects(request)
    kept = [(one, mine[one.subject].name, EVERY.get(one.every, "")) for one in queries.kept_for(request.handler)
            if one.subject in mine]  # fmt: skip
    ready = queries.ready_for(request.handler).filter(question__subject__in=mine)[:20]
    page = {
        "title": _("Ask your own question"), "subjects": mine.values(), "kept": kept, "ready": ready,
        "mine": request.handler.pk, "forms": files.FORMS,
    }  # fmt: skip
    return render(request, "extracts/start.html", page)


def ask(request: HttpRequest, kind: str) -> HttpResponse:
    """The first fifty, and the next; the whole question is in the address."""
    form = AskForm(request.GET or None, subject=subject_of(request, kind))
    if form.is_bound and not form.is_valid():
        page = {"title": str(form.subject.name), "form": form, "question": form, "subject": form.subject, "found": None}
        return render(request, "extracts/ask.html", page, status=422)
    return drawn(request, form, KeepForm())


def drawn(request: HttpRequest, form: AskForm, keep_form: KeepForm) -> HttpResponse:
    asked, address = form.asked(), address_of(request.GET, form)
    found = queries.page(asked, door.cases(request), request.GET.get("after", ""), language())
    cases = door.cases(request).in_bulk({case for case, _cells in found.rows})
    door.seen(request, cases.values())
    page = {
        "title": str(form.subject.name), "question": form, "subject": form.subject, "columns": asked.columns, "address": address,
        "found": found, "rows": [(cases[case].reference, cells) for case, cells in found.rows if case in cases],
        "form": keep_form, "forms": files.FORMS, "back": reverse("extracts:start"),
    }  # fmt: skip
    return render(request, "extracts/ask.html", page, status=422 if keep_form.errors else 200)


def take(request: HttpRequest, kind: str) -> HttpResponse:
    """The whole answer as a file, a piece at a time. What a piece holds is noted before it is sent."""
    form, as_form = AskForm(request.GET, subject=subject_of(request, kind)), request.GET.get("form", "csv")
    if as_form not in files.FORMS:
        raise Http404
    if not form.is_valid():
        return redirect(f"{reverse('extracts:ask', args=[kind])}?{request.GET.urlencode()}")
    asked, cases = form.asked(), door.cases(request)
    taken = Taken(subject=kind, address=address_of(request.GET, form)[: actions.LONGEST], form=as_form)
    access = noting.begin(taken, request.number, by=request.handler, at=request.at)
    heads, rows = [str(column.name) for column in asked.columns], noting.noted(queries.batches(asked, cases), access)
    pieces = files.FORMS[as_form](heads, queries.lines(asked, rows, language()))
    answer = StreamingHttpResponse(pieces, content_type=files.TYPES[as_form])
    answer["Content-Disposition"] = f'attachment; filename="putright-{kind}-{request.at.date()}.{as_form}"'
    answer["X-Accel-Buffering"] = "no"
    return answer


def keep(request: HttpRequest, kind: str) -> HttpResponse:
    """Keep the question of the address under a name."""
    form = AskForm(request.GET or None, subject=subject_of(request, kind))
    if form.is_bound and not form.is_valid():
        return redirect(f"{reverse('extracts:ask', args=[kind])}?{request.GET.urlencode()}")
    keeping = KeepForm(request.POST if request.method == "POST" else None)
    if keeping.is_bound and keeping.is_valid():
        given, address = keeping.cleaned_data, address_of(request.GET, form)
        try:
            once.only(
                request,
                lambda: actions.keep(given["name"], kind, address, given["every"], by=request.handler, at=request.at),
            )
            return redirect("extracts:start")
        except Refused as refused:
            keeping.add_error(None, str(refused))
    return drawn(request, form, keeping)


def kept(request: HttpRequest, number: int) -> HttpResponse:
    """One kept question: with whom it is shared; its owner shares it further, or lets it go."""
    one = queries.kept_for(request.handler).filter(pk=number).first()
    if one is None or one.subject not in subjects(request):
        raise Http404
    posted = request.POST if request.method == "POST" else None
    if posted and "let_go" in posted and one.by_id == request.handler.pk:
        once.only(request, lambda: actions.let_go(one, by=request.handler, at=request.at))
        return redirect("extracts:start")
    them = [each for each in colleagues() if gates.can(each, "extracts.ask") and each.pk != request.handler.pk]
    form = ShareForm(posted, colleagues=them)
    if form.is_bound and form.is_valid() and shared(request, one, form):
        return redirect("extracts:kept", number)
    page = {
        "title": one.name, "one": one, "subject": SUBJECTS[one.subject], "form": form, "every": EVERY.get(one.every, ""),
        "shared": queries.shared_with(one), "roles": ROLES, "mine": one.by_id == request.handler.pk,
        "back": reverse("extracts:start"),
    }  # fmt: skip
    return render(request, "extracts/kept.html", page, status=422 if form.errors else 200)


def shared(request: HttpRequest, one: Question, form: ShareForm) -> bool:
    given = form.cleaned_data
    handler = form.colleagues.get(given["colleague"])
    try:
        once.only(request, lambda: actions.share(one, handler, given["role"], by=request.handler, at=request.at))
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True
