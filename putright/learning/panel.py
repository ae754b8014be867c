"""On the case page: what was learned from it, and what was recommended to the force."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.codes.queries import asked_once
from putright.people.gates import can

from . import queries, words
from .pages.asking import spoken


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """At most two queries, and none while nothing was learned."""
    if not can(request.handler, "learning.note"):
        return None
    lessons = queries.lessons_of(case) if happened(request, case, "lesson_noted") else []
    asked = queries.recommendations_of(case) if happened(request, case, "force_recommended") else []
    names = {row.code: row.name(spoken()) for row in asked_once(request, queries.CAUSES).rows} if lessons else {}
    values = {"case": case, "lessons": lessons, "asked": asked, "words": words, "causes": names}
    links = (
        (reverse("learning:on_case", args=[case.reference]), _("Write down a lesson")),
        (f"{reverse('learning:recommend')}?case={case.reference}", _("Recommend something to the force")),
    )
    return Panel(_("What was learned"), "learning/panel.html", values, links, order=67, empty=not (lessons or asked))
