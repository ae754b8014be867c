"""What they told us, in their words, on the case page."""

from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.people.queries import office

from .queries import for_case

CHANNELS = {
    "web": gettext_lazy("Web"),
    "phone": gettext_lazy("Telephone"),
    "email": gettext_lazy("Email"),
    "chat": gettext_lazy("Live chat"),
    "letter": gettext_lazy("Letter"),
    "counter": gettext_lazy("Counter"),
    "officer": gettext_lazy("An officer"),
    "social": gettext_lazy("Social media"),
}


def panel(request: HttpRequest, case: Case) -> Panel:
    pack = getattr(request, "office", None) or office()
    reasons = {reason.code: reason.words.said(get_language() or "en") for reason in pack.reasons}
    values = {"contacts": list(for_case(case)), "reasons": reasons, "channels": CHANNELS}
    return Panel(_("What they told us"), "contacts/panel.html", values, order=20)
