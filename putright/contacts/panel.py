"""What they told us, in their words, on the case page."""

from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.codes.asked.queries import questions_once
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people import gates

from .kinds.queries import KINDS, answers_of, in_words
from .kinds.words import CAME_OF
from .methods import METHODS, called
from .models import Contact
from .queries import told_once

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
    listed, told = asked_once(request, "reasons"), told_once(request, case)
    language = "cy" if get_language() == "cy" else "en"
    reasons = {
        one.pk: listed.name(one.reason, day_of(one.entered_at), language) for one in told if one.reason
    }
    ways = asked_once(request, METHODS)
    channels = {
        one.pk: called(ways, one.channel, day_of(one.entered_at), language, CHANNELS.get(one.channel, one.channel))
        for one in told
    }
    values = {"contacts": told, "reasons": reasons, "channels": channels, **about(request, told, language)}
    return Panel(_("What they told us"), "contacts/panel.html", values, order=20, empty=not told)


def about(request: HttpRequest, told: list[Contact], language: str) -> dict[str, object]:
    """The kind of each contact with its answers in the words they were asked in. Nothing is asked where no contact has one."""
    if not any(one.topic for one in told):
        return {"topics": {}, "asked": {}, "came_of": {}, "may_answer": False}
    kinds, given = asked_once(request, KINDS), answers_of(told)
    questions = questions_once(request)
    return {
        "topics": {one.pk: kinds.name(one.topic, day_of(one.entered_at), language) for one in told if one.topic},
        "asked": {pk: in_words(answers, questions, language) for pk, answers in given.items()},
        "came_of": CAME_OF, "may_answer": gates.can(request.handler, "contacts.answer_suggestion"),
    }  # fmt: skip
