"""What is said of questions, and of what may not stand."""

from django.utils.translation import gettext_lazy as _

from . import rules

KINDS = {
    rules.GOOD: _("A scale from very badly to very well"),
    rules.AGREE: _("A scale from strongly disagree to strongly agree"),
    rules.YES_NO: _("Yes or no"),
    rules.CHOICE: _("One of a few answers"),
    rules.WORDS: _("In their own words"),
}
SOFT = {
    "empathy": _("Empathy"), "understanding": _("Understanding"), "friendly": _("Friendly"), "polite": _("Polite"),
    "helpful": _("Helpful"), "professional": _("Professional"),
}  # fmt: skip
PROBLEMS = {
    "intro": _("Write what it says first, in both languages."),
    "no_scale": _("Ask at least one question with a scale."),
    "too_many": _("Ask no more than 20 questions."),
    "twice": _("Two questions have the same short name."),
    "one_language": _("A question or an answer lacks one of its languages."),
    "not_soft": _("A soft skill is asked with a scale."),
    "choices": _("Write from two to eight answers, one to a line"),
}
