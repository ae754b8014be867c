"""Why something about an improvement was not done."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotNext(Refused):
    def __init__(self) -> None:
        super().__init__(_("It cannot go there from how it stands now. Look at it again: somebody may have changed it."))


class SayWhenMade(Refused):
    def __init__(self) -> None:
        super().__init__(_("Enter the day on which the change was made. It must be today or in the past."))


class SayWhatHappened(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write what happened, in a few words."))


class NameIt(Refused):
    def __init__(self) -> None:
        super().__init__(_("Enter a title."))


class NotCounted(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose what counts it: without a series nothing can be hoped for in per cent."))
