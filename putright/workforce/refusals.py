"""Why something about the people who do the work was not written down."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class CourseThere(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is a course of that name already. Choose another name."))


class AttendedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is written down already that they attended it that day."))


class NotBackwards(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody goes back a stage. Choose a later one, or say that they withdrew."))


class InitialsOnly(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write only initials, two to four capital letters. Names are not kept here."))


class HoldsOne(Refused):
    def __init__(self) -> None:
        super().__init__(_("They hold a post already. End that one first."))


class BothInWelsh(Refused):
    def __init__(self) -> None:
        super().__init__(_("Welsh needs a title and words, or neither."))


class NotYours(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only the person who was thanked can share it with the team."))
