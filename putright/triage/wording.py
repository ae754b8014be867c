"""The plain words of triage's answers, decisions and of the questions that are the office's own and not the law's."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from putright.law import words

from . import rules

# The plain word of an answer; pgettext, because in Welsh it is not the yes of any one verb.
ANSWERS = {
    "yes": pgettext_lazy("answer to a fact", "Yes"),
    "no": pgettext_lazy("answer to a fact", "No"),
    "not_known": pgettext_lazy("answer to a fact", "Not known"),
}
ROUTES = {
    rules.OUTSIDE: _("Put it right, outside Schedule 3"),
    rules.RECORDED: _("Record it under Schedule 3"),
    rules.NOT_COMPLAINT: _("It is not a complaint: tell them so, and why"),
}
OWN: dict[str, tuple[Any, Any]] = {  # the question, and what counts
    "life_at_risk": (
        _("Is anybody’s life at risk, even if not at this moment?"),
        _("They speak of ending their life, or somebody threatens to kill. Ask them directly; it does no harm to ask."),
    ),
    "vulnerable": (
        _("Are they vulnerable, or is somebody who depends on them?"),
        _("Ill, very young or old, afraid of somebody at home, or not able to look after themselves at this time."),
    ),
}
RAISED = _("It is raised at once, in red, until somebody says that they deal with it.")
WHERE = {  # where in the file an answer stands
    "channel": _("how it came in"),
    "via": _("who heard it first"),
    "hours": _("when it came, and the team’s hours"),
    "kind": _("what it was written down as"),
    "officers": _("who is named on the case"),
    "speaker": _("who speaks for them"),
    "person": _("what is written about them"),
    "office": _("what the office held that day"),
    "social": _("what was answered when it was seen on social media"),
}


def question(fact: str, language: str) -> str:
    """The question of a fact in that language, the law's or the office's own. A fact no row knows any more is its name."""
    if fact in OWN:
        with override(language):
            return str(OWN[fact][0])
    return words.fact_question(fact, language) if fact in words.names("facts") else fact


def meaning(fact: str, language: str) -> str:
    if fact in OWN:
        with override(language):
            return str(OWN[fact][1])
    return words.fact_meaning(fact, language)
