"""What they told us, in their words, on the case page."""

from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from design.dates import LONDON
from design.panel import Panel
from putright.cases.models import Case
from putright.codes.queries import asked_once

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
    listed, told = asked_once(request, "reasons"), list(for_case(case))
    language = "cy" if get_language() == "cy" else "en"
    reasons = {
        one.pk: listed.name(one.reason, one.entered_at.astimezone(LONDON).date(), language) for one in told if one.reason
    }
    values = {"contacts": told, "reasons": reasons, "channels": CHANNELS}
    return Panel(_("What they told us"), "contacts/panel.html", values, order=20)
