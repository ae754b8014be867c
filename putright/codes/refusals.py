"""Why a list was not changed, in the reader's words: what is wrong, and how to mend it."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design.dates import day
from putright.people.refusals import Refused

from .rules import Problem

SAID = {
    "code_form": gettext_lazy("A code has letters A to Z, figures, and single dots or dashes between them. “%(code)s” has not."),
    "code_long": gettext_lazy("A code of this list has at most %(longest)s characters. “%(code)s” has more."),
    "names_missing": gettext_lazy("“%(code)s” needs its name in English and in Welsh."),
    "too_long": gettext_lazy("“%(code)s” has something too long: a name has at most 200 characters."),
    "ends_first": gettext_lazy("“%(code)s” would end on %(until)s, before it begins on %(since)s. Choose a later end."),
    "recalled_form": gettext_lazy("Under “recalled” write code, all or nothing. “%(code)s” has something else."),
    "in_use": gettext_lazy(
        "“%(code)s” was last used for %(used)s. It cannot end or be renamed for that day or before, because that case would"
        " lose the name it was given. Choose a day after it."
    ),
    "overlap": gettext_lazy("“%(code)s” would be in force twice on %(day)s. End the earlier one first, or begin later."),
    "too_deep": gettext_lazy("“%(code)s” belongs to “%(parent)s”, so nothing can belong to it. The list has two levels."),
    "no_parent": gettext_lazy("“%(code)s” should belong to “%(parent)s”, which is not in this list. Add that one first."),
    "parent_closed": gettext_lazy(
        "“%(code)s” belongs to “%(parent)s”, which is not in force on all of its days. End “%(code)s” first, or change its"
        " days."
    ),
    "no_category": gettext_lazy("“%(code)s” points to the category “%(mapped_to)s”, and there is none. Look at the categories."),
    "no_count": gettext_lazy(
        "“%(code)s” must say what it counts as: complaint, dissatisfaction, enquiry or compliment."
    ),
    "question_name": gettext_lazy("The short name has small letters a to z, figures and single dashes: “%(code)s” has not."),
    "question_answer": gettext_lazy("Choose how it is answered, and who is asked."),
    "question_words": gettext_lazy("Write the question in English and in Welsh; and the hint in both, or in neither."),
    "question_long": gettext_lazy("Something is too long: a question has at most 600 characters, a hint 300."),
    "question_choices": gettext_lazy("A question with choices needs two at least."),
    "question_past": gettext_lazy("Choose today or a later day: what was asked on a day gone by cannot change any more."),
    "question_twice": gettext_lazy("This kind has a question of that name already. Reword that one, or choose another name."),
    "not_in_force": gettext_lazy("“%(code)s” is not in force on %(day)s. Choose a day on which it is."),
    "begins_that_day": gettext_lazy("“%(code)s” itself begins on %(day)s. Choose a later day for its new name."),
    "same_names": gettext_lazy("“%(code)s” has those names already. Change one of them."),
    "nothing": gettext_lazy("Nothing would change."),
    "reopened": gettext_lazy("“%(code)s” from %(since)s has ended and cannot be opened again. Add a new row with a later day."),
    "end_moved": gettext_lazy("“%(code)s” from %(since)s has its end already. Use the screen to end it sooner."),
    "twice": gettext_lazy("“%(code)s” from %(since)s is in the file twice. Leave one of them out."),
    "rewritten": gettext_lazy(
        "“%(code)s” from %(since)s is here with other words. A row is never rewritten: end it, and add a row from a later day."
    ),
}  # fmt: skip


def sentence(problem: Problem) -> str:
    facts = {name: day(value) if isinstance(value, date) else value for name, value in problem.facts.items()}
    return str(SAID[problem.why]) % {"code": problem.code, **facts}


class NotChanged(Refused):
    """The list would not be right afterwards. `problems` holds every reason; `str()` is the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(sentence(self.problems[0]))

    @property
    def changes_nothing(self) -> bool:
        return [problem.why for problem in self.problems] == ["nothing"]


class ChangedMeanwhile(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody else changed this list while you were looking. Look again at what would change."))


class NotListed(Refused):
    def __init__(self, code: str) -> None:
        super().__init__(_("“%(code)s” is not in the list of that day. Choose one that is.") % {"code": code})


class Unreadable(Refused):
    """A file that is no list at all."""
