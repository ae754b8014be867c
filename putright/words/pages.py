"""The pages of the words: all of them, one, changing it with an example beside it, comparing, signing off."""

from collections.abc import Callable
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.codes import queries as codes
from putright.people import gates
from putright.people.refusals import Refused

from . import actions, forms, queries, shown
from .actions import Wanted
from .paragraphs import FRONT, GROUP
from .queries import Standing, today
from .refusals import NotRight, sentence
from .subjects import LANGUAGES, SHEET, Subject, Texts

NEW = Subject(f"{GROUP}:new", {"en": "", "cy": ""}, {"en": "", "cy": ""}, SHEET, front=FRONT)
Taken = Callable[[str], bool]


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def every(request: HttpRequest) -> HttpResponse:
    """All words there are, and how each stands. Three queries."""
    form = forms.Which(request.GET or None)
    which = form.cleaned_data if form.is_bound and form.is_valid() else {}
    standings = queries.standings(today(request.at))
    page = {
        "title": _("Words we send"), "form": form, "lines": shown.lines(standings, language(), which), "groups": forms.GROUPS,
        "awaiting": sum(not one.checked for one in standings), "waiting": sum(one.waiting is not None for one in standings),
    }  # fmt: skip
    return render(request, "words/all.html", page, status=422 if form.errors else 200)


def standing_of(request: HttpRequest, kind: str, name: str) -> Standing:
    found = queries.standing(f"{kind}:{name}", today(request.at))
    if found is None:
        raise Http404
    return found


def one(request: HttpRequest, kind: str, name: str, refusal: str = "") -> HttpResponse:
    """The words in force, what waits, and every version there was."""
    now = standing_of(request, kind, name)
    texts, waiting = now.texts, now.waiting
    page = {
        "title": now.subject.named(language()), "one": now, "tags": shown.tags(now), "refusal": refusal,
        "versions": queries.versions(now.subject.key), "checked": queries.last_check(now.subject.key, texts),
        "examples": shown.examples(now.subject, texts, today(request.at)),
        "may_sign": waiting and gates.can(request.handler, "words.sign") and waiting.by_id != request.handler.pk,
        "back": reverse("words:all"), "group": forms.GROUPS[now.subject.group],
    }  # fmt: skip
    return render(request, "words/one.html", page, status=422 if refusal else 200)


def edit(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """Change the words, or take up those of an earlier version again (`?from=3`; 0 is what came with the system)."""
    now = standing_of(request, kind, name)
    newest = now.waiting or next(iter(queries.versions(now.subject.key)), None)
    taken, undoes = beginning(request, now)
    begun = forms.filled_in(
        now.subject, taken, since=today(request.at), seen=newest.number if newest else 0, undoes=undoes
    )
    return writing(request, now.subject, begun)


def beginning(request: HttpRequest, now: Standing) -> tuple[Texts, int | None]:
    asked = request.GET.get("from", "")
    if not asked.isdecimal() or len(asked) > 6:
        return now.newest, None
    texts = queries.texts_of(now.subject, int(asked))
    if texts is None:
        raise Http404
    return texts, int(asked)


def writing(request: HttpRequest, subject: Subject, begun: dict[str, object], taken: Taken | None = None) -> HttpResponse:
    """The form: look at it as often as one likes, then save. Nothing typed is lost."""
    form = forms.EditForm(
        request.POST or None, initial=begun, subject=subject, categories=categories(request, subject), taken=taken
    )
    if request.method == "POST" and request.POST.get("do") == "save" and form.is_valid() and saved(request, form):
        return redirect("words:one", subject.group, form.cleaned_data.get("name", subject.name))
    if request.POST.get("do") != "save":
        form.errors.clear()  # who only looks is not told what is still missing
    page = {
        "title": subject.named(language()) or _("A new paragraph"), "subject": subject, "form": form,
        "undoes": begun["undoes"], "back": reverse("words:all"),
    }  # fmt: skip
    page |= shown.looked(subject, form.typed, today(request.at))
    return render(request, "words/edit.html", page, status=422 if form.is_bound and form.errors else 200)


def categories(request: HttpRequest, subject: Subject) -> forms.Choices:
    if subject.front != FRONT:
        return []
    rows = codes.in_force("categories", today(request.at))
    return [(row.code, f"{row.code} {row.name(language())}") for row in rows if not row.parent]


def saved(request: HttpRequest, form: forms.EditForm) -> bool:
    given, subject = form.cleaned_data, form.subject
    if "name" in given:
        subject = replace(subject, key=f"{GROUP}:{given['name']}")
    undoes = int(given["undoes"]) if given["undoes"].isdecimal() else None
    seen = int(given["seen"]) if given["seen"].isdecimal() else -1
    wanted = Wanted(form.wanted, given["since"], given["why"], seen, undoes)
    try:
        actions.propose(subject, wanted, by=request.handler, at=request.at)
    except NotRight as refusal:
        for words in dict.fromkeys(map(sentence, refusal.problems)):
            form.add_error(None, words)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


@require_POST
def look(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """The example and the hints alone, for the script that asks while somebody types."""
    subject = NEW if f"{kind}:{name}" == NEW.key else standing_of(request, kind, name).subject
    form = forms.EditForm(request.POST, subject=subject, categories=[])
    page = shown.looked(subject, form.typed, today(request.at))
    return render(request, "words/_look.html", page)


@require_POST
def hints(request: HttpRequest) -> HttpResponse:
    """Hints about anything being typed anywhere here: boxes named …_en and …_cy."""
    typed = {code: "\n\n".join(words for name, words in request.POST.items() if name.endswith(f"_{code}"))[:100_000]
             for code in LANGUAGES}  # fmt: skip
    return render(request, "words/_hints.html", {"hinted": shown.hinted(typed, today(request.at))})


def add(request: HttpRequest) -> HttpResponse:
    """A standard paragraph of the office's own."""

    def taken(name: str) -> bool:
        return queries.standing(f"{GROUP}:{name}", today(request.at)) is not None

    begun = forms.filled_in(NEW, NEW.shipped, since=today(request.at), seen=0)
    return writing(request, NEW, begun, taken)


def compare(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """Two versions word by word: `?a=0&b=3`; without them, what came against the newest."""
    now = standing_of(request, kind, name)
    numbers = [row.number for row in queries.versions(now.subject.key)]
    chosen = [request.GET.get("a", "0"), request.GET.get("b", str(max(numbers, default=0)))]
    if not all(word.isdecimal() and int(word) in {0, *numbers} for word in chosen):
        raise Http404
    old, new = (queries.texts_of(now.subject, int(word)) for word in chosen)
    page = {
        "title": _("What differs"), "one": now, "name": now.subject.named(language()), "numbers": [0, *sorted(numbers)],
        "chosen": [int(word) for word in chosen], "differences": shown.differences(now.subject, old, new),
        "back": reverse("words:one", args=[kind, name]),
    }  # fmt: skip
    return render(request, "words/compare.html", page)


@require_POST
def sign(request: HttpRequest, kind: str, name: str, number: int) -> HttpResponse:
    now = standing_of(request, kind, name)
    try:
        actions.sign_off(now.subject, number, by=request.handler, at=request.at)
    except Refused as refusal:
        return one(request, kind, name, str(refusal))
    return redirect("words:one", kind, name)


def example(request: HttpRequest, kind: str, name: str, number: int, language: str) -> HttpResponse:
    """The example on paper, of any version."""
    now = standing_of(request, kind, name)
    texts = queries.texts_of(now.subject, number)
    if texts is None or language not in LANGUAGES or now.subject.draw is None:
        raise Http404
    made = shown.drawn(now.subject, language, texts[language], today(request.at), pdf=True)
    headers = {"Content-Disposition": f'attachment; filename="{name}-{language}.pdf"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(made.pdf, content_type="application/pdf", headers=headers)
