"""What is said of questions, answers and codes."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from putright.invited import rules as invited
from putright.questionnaires import rules

NA = _("Does not apply")
SCALES: Mapping[str, Mapping[str, object]] = {
    rules.GOOD: {"5": _("Very well"), "4": _("Well"), "3": _("Neither well nor badly"), "2": _("Badly"), "1": _("Very badly"),
                 rules.NA: NA},
    rules.AGREE: {"5": _("Strongly agree"), "4": _("Agree"), "3": _("Neither agree nor disagree"), "2": _("Disagree"),
                  "1": _("Strongly disagree"), rules.NA: NA},
    rules.YES_NO: {rules.YES: _("Yes"), rules.NO: _("No")},
}  # fmt: skip
WHY_NOT = {
    invited.NOBODY: _("We do not know who they are, so nobody can be asked."),
    invited.SEALED: _("This is sealed information. Nobody is asked about it."),
    invited.NO_WISH: _("They asked us not to send them surveys."),
    invited.RECENT: _("They were asked not long ago."),
    invited.NO_CONSENT: _("Somebody speaks for them, and nobody has seen the written consent."),
    invited.IMPORTED: _("This case came from an old log."),
    "no_way": _("There is no safe way to write to them. You can ask on the phone."),
    "no_text": _("They cannot be texted safely."),
    "no_survey": _("There is no survey for this kind of contact."),
}
CLOSED = {
    "unknown": (_("This code does not work"), _("Part of it may be missing. Check it against our letter, and type it again.")),
    "used": (_("We have your answers"), _("This survey has been answered. There is nothing more to do.")),
    "taken_back": (_("We no longer need an answer"), _("There is nothing more to do.")),
    "late": (_("This survey has ended"), _("You can still tell us how we did in one of these ways.")),
    "staff": (
        _("You are signed in as staff"), _("Answers that somebody tells you on the phone are written down from their case."),
    ),
}
HOW = {rules.WEB: _("By themselves"), rules.PHONE: _("On the phone"), rules.PAPER: _("On paper")}
CHANGES = {"added": _("New"), "gone": _("Gone"), "changed": _("Changed"), "same": _("The same")}
SETTINGS = {
    invited.AGAIN: _("After how many days may the same person be asked again?"),
    invited.OPEN: _("How many days does a code work?"),
    invited.SMALLEST: _("For how few people is a figure still shown?"),
    invited.WAIT: _("How many days after a case is finished do we ask?"),
    invited.ALONE: _("Do we ask unasked? 1 for yes, 0 for no"),
    invited.UNHAPPY: _("From which mark down is an answer unhappy?"),
    invited.HELD: _("Of how many answers typed from paper is one held against its paper?"),
}
BY = {
    "version": _("Version"), "month": _("Month"), "channel": _("How they got in touch"), "area": _("Area"),
    "language": _("Language"), "how": _("How they answered"), "group": _("What they said about themselves"),
}  # fmt: skip
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
SENT = {
    "email": _("By email"), "post": _("By post"), "text": _("By text"), "phone": _("On the phone"),
    "hand": _("By hand"), "none": _("Not sent"),
}  # fmt: skip
TEXT = {
    "en": "You can tell us how we did: {link} You do not have to.",
    "cy": "Gallwch ddweud wrthym sut y gwnaethom: {link} Nid oes rhaid i chi.",
}


def answer(question: rules.Question, value: str, language: str) -> str:
    """An answer in words."""
    if question.kind == rules.CHOICE:
        return next((cy if language == "cy" else en for code, en, cy in question.choices if code == value), value)
    return str(SCALES.get(question.kind, {}).get(value, value))
