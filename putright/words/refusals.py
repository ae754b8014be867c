"""Why words were not changed, in the reader's words: what is wrong, where, and how to mend it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from putright.people.refusals import Refused

from .rules import Problem

IN = {"en": gettext_lazy("in English"), "cy": gettext_lazy("in Welsh"), "": ""}
SAID = {
    "empty": gettext_lazy("There are no words %(in)s. Write them."),
    "too_long": gettext_lazy("The words %(in)s are too long: %(wrote)s characters. Use %(limit)s at most."),
    "place_form": gettext_lazy(
        "“%(place)s” in curly brackets %(in)s is not written right. Use small letters, and one space on each "
        "side."
    ),
    "place_near": gettext_lazy("“%(place)s” in curly brackets %(in)s is not known. Did you mean “%(near)s”?"),
    "place_unknown": gettext_lazy(
        "“%(place)s” in curly brackets %(in)s is not known. Choose one from “What can be filled "
        "in”."
    ),
    "place_open": gettext_lazy("There are curly brackets %(in)s without their other half. Put two before and two after."),
    "unreadable": gettext_lazy(
        "A heading %(in)s cannot be read. Begin each heading with ## and a space, on a line of its "
        "own."
    ),
    "untitled": gettext_lazy("The title %(in)s is missing. Write one."),
    "telling": gettext_lazy("The title %(in)s says “%(word)s”. Somebody else may see it. Leave that out."),
    "part_missing": gettext_lazy(
        "The part {#%(part)s} is missing %(in)s, and the letter must have it. Put it after its "
        "heading."
    ),
    "place_lost": gettext_lazy("The part {#%(part)s} %(in)s must still have: %(places)s. Put it back."),
    "section_only": gettext_lazy("Section %(number)s, “%(heading)s”, is only %(in)s. Write it in the other language too."),
    "heading_only": gettext_lazy(
        "Section %(number)s, “%(heading)s”, has a heading only %(in)s. Give it one in both "
        "languages."
    ),
    "part_apart": gettext_lazy(
        "Section %(number)s, “%(heading)s”: the mark is %(en)s in English and %(cy)s in Welsh. Make them the "
        "same."
    ),
    "place_apart": gettext_lazy(
        "Section %(number)s, “%(heading)s”: %(places)s is missing %(in)s. Put it in, or take it out of the "
        "other language."
    ),
    "place_apart_whole": gettext_lazy("%(places)s is missing %(in)s. Put it in, or take it out of the other language."),
    "paragraphs_apart": gettext_lazy(
        "Section %(number)s, “%(heading)s”: there are %(en)s paragraphs in English and %(cy)s in Welsh. Make "
        "them the same number."
    ),
    "nothing": gettext_lazy("Nothing would change: these are the words there are."),
    "past": gettext_lazy("Choose today or a later day: what was sent before then cannot change any more."),
    "email": gettext_lazy("Write an email address %(in)s, like name@example.com."),
}  # fmt: skip


def sentence(problem: Problem) -> str:
    return str(SAID[problem.why]) % {"in": IN[problem.language], **problem.facts}


class NotRight(Refused):
    """The words would not be right. `problems` holds every reason; `str()` is the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(sentence(self.problems[0]))


class ChangedMeanwhile(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody else changed these words meanwhile. Compare yours with theirs, and save again."))


class SamePerson(Refused):
    def __init__(self) -> None:
        super().__init__(_("You wrote these words, so somebody else must sign them off."))


class NotWaiting(Refused):
    def __init__(self) -> None:
        super().__init__(_("These words do not wait to be signed off any more. Look at the newest ones."))


class NotWelsh(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only somebody who speaks Welsh can say that the Welsh was checked."))
