"""Why a layout was not changed."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NothingInIt(Refused):
    def __init__(self) -> None:
        super().__init__(_("It has no part yet. Add a part first."))


class NoSuchItem(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is no such figure or drawing. Nothing was changed."))


class TooMuch(Refused):
    def __init__(self) -> None:
        super().__init__(_("No more fits in. Take something out first."))


class NoDraft(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody has changed it. Change something first."))


class NameTaken(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is a layout of this name already. Choose another name."))


class BackInTime(Refused):
    def __init__(self) -> None:
        super().__init__(_("It can hold from today on, not from a day that is over."))
