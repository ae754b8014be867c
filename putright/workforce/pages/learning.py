"""The team with its posts, skills and courses; courses and who attended; articles."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from putright.law.calendar import add_months, day_of
from putright.people import gates

from .. import queries
from ..actions import learning
from ..forms import ArticleForm, AttendedForm, CourseForm
from ..models import Version
from ..words import BODIES
from . import asked, language, listed, named


def people(request: HttpRequest) -> HttpResponse:
    """Each colleague: post, employer and direction, skills, courses and what must be renewed."""
    today = day_of(request.at)
    rows = [
        {
            "one": one, "post": named(request, "posts", one.post),
            "skills": [named(request, "skills", code) for code in sorted(one.skills)],
            "employer": BODIES[one.handler.employer], "directed_by": BODIES[one.handler.directed_by],
        }
        for one in queries.colleagues(request.handler.team, today)
    ]  # fmt: skip
    page = {"title": _("Skills and training"), "rows": rows, "today": today, "soon": add_months(today, 2),
            "keeps": gates.can(request.handler, "workforce.keep")}  # fmt: skip
    return render(request, "workforce/people.html", page)


def add_course(request: HttpRequest) -> HttpResponse:
    form = CourseForm(request.POST or None, skills=listed(request, "skills"))
    return asked(
        request, form, lambda: learning.add_course(**form.cleaned_data, by=request.handler, at=request.at),
        _("Add a course"), "workforce:people",
    )  # fmt: skip


def attended(request: HttpRequest) -> HttpResponse:
    team, courses = queries.team_of(request.handler), {str(one.pk): one for one in queries.courses()}
    form = AttendedForm(
        request.POST or None, at=request.at, people=team, courses=[(pk, one.name) for pk, one in courses.items()]
    )

    def act() -> None:
        given = form.cleaned_data
        chosen = [one for one in team if str(one.pk) in given["people"]]
        learning.attended(courses[given["course"]], chosen, given["on"], by=request.handler, at=request.at)

    return asked(request, form, act, _("Who attended a course"), "workforce:people")


def articles(request: HttpRequest) -> HttpResponse:
    rows = [(one, *in_language(one)) for one in queries.articles()]
    return render(request, "workforce/articles.html", {"title": _("What we know"), "rows": rows, "today": day_of(request.at)})


def in_language(one: Version) -> tuple[str, str, str]:
    """Title, words and their language: Welsh where it was asked for and is there."""
    welsh = language() == "cy" and one.title_cy
    return (one.title_cy, one.words_cy, "cy") if welsh else (one.title_en, one.words_en, "en")


def found(pk: int) -> list[Version]:
    versions = queries.versions(pk)
    if not versions:
        raise Http404
    return versions


def article(request: HttpRequest, pk: int) -> HttpResponse:
    versions = found(pk)
    title, words, lang = in_language(versions[0])
    page = {
        "title": title, "words": words, "words_lang": lang, "version": versions[0], "versions": versions,
        "today": day_of(request.at),
    }  # fmt: skip
    return render(request, "workforce/article.html", page)


def write(request: HttpRequest) -> HttpResponse:
    form = ArticleForm(request.POST or None, initial={"review_on": add_months(day_of(request.at), 12)})
    return asked(
        request, form, lambda: learning.write(form.words(), by=request.handler, at=request.at), _("Write an article"),
        "workforce:articles",
    )  # fmt: skip


def rewrite(request: HttpRequest, pk: int) -> HttpResponse:
    newest = found(pk)[0]
    start = {name: getattr(newest, name) for name in ("title_en", "words_en", "title_cy", "words_cy", "review_on")}
    form = ArticleForm(request.POST or None, initial=start)
    return asked(
        request, form, lambda: learning.write(form.words(), by=request.handler, at=request.at, article=newest.article),
        _("Change this article"), "workforce:articles",
    )  # fmt: skip
