"""Why something was not done with a review."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class OpenAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("A victim’s review is open on this case already. Finish it first."))


class Ended(Refused):
    def __init__(self) -> None:
        super().__init__(_("This review has ended. Look at the case again."))


class AlreadyTold(Refused):
    def __init__(self) -> None:
        super().__init__(_("They were told already that we have the request. Nothing was sent again."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why: this is not what the rules find, or it was asked for after three months."))


class NotThisReviewer(Refused):
    """Never says which of its reasons: who is linked to a matter is not told to whoever asks."""

    def __init__(self) -> None:
        super().__init__(_(
            "This person cannot look at this review. Choose somebody more senior than whoever decided, with no part in it."
        ))  # fmt: skip


class WhoDecidedFirst(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write down first who made the decision, and their rank. Without that nobody can be checked."))


class NotTakenOn(Refused):
    def __init__(self) -> None:
        super().__init__(_("Take it on first, and say who looks at it."))


class NotLater(Refused):
    def __init__(self) -> None:
        super().__init__(_("The new date must be later than the one they were given."))


class NotYetEnded(Refused):
    def __init__(self) -> None:
        super().__init__(_("It has no result yet. Give the result first."))
