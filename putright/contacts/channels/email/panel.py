"""What came by e-mail, on the case page: how it found the case, and whether to trust who it says it is from."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened

from . import words
from .queries import of_case
from .verbs import EVENTS


def panel(request: HttpRequest, case: Case) -> Panel | None:
    came = list(of_case(case)) if happened(request, case, *EVENTS, channel="email") else []
    if not came:
        return None
    return Panel(_("Email"), "email/panel.html", {"came": came, "words_for": words}, order=20)
