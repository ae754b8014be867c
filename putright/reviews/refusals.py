"""Why something was not done here. Each says what to do instead, and no more than is needed."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused

from .words import LEFT


class NotYou(Refused):
    """They had a part in the handling. The sentence does not say which: it may tell of something they cannot see."""

    def __init__(self) -> None:
        super().__init__(_("You cannot be the one who decides this review. Ask a colleague to do it."))


class NotNow(Refused):
    def __init__(self) -> None:
        super().__init__(_("The review has moved on since you opened it. Look at where it stands now, then try again."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why. Somebody who was not there must be able to understand it."))


class NeedsReason(Refused):
    def __init__(self) -> None:
        super().__init__(_("You decided something else than the findings suggest. Say why."))


class NotLate(Refused):
    def __init__(self) -> None:
        super().__init__(_("The application is not late, so it needs no more time."))


class NothingToWaive(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose what is missing from the application. What is there needs nobody to let it go."))


class WrongDays(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("Those days cannot be right. It is sent on after it reached the wrong body, and reaches us on that day or later.")
        )


class NoPoints(Refused):
    def __init__(self) -> None:
        super().__init__(_("Look at each point they make first, with the reasons. Then decide."))


class NotThatWay(Refused):
    """Not a thing the law lets be recommended after this handling."""

    def __init__(self) -> None:
        super().__init__(_("That cannot be recommended here. Choose from the list."))


class NotCompensation(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("Compensation cannot be recommended: the law leaves it out (CMR 2020 reg 30(1)). Recommend something else that"
              " would put it right.")
        )  # fmt: skip


class NotKeptInformed(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("Only somebody written down on the case who agreed to be told can be told here. Add them there first.")
        )


class NotUpheld(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nothing can be recommended: the outcome was found reasonable and proportionate."))


class NotLater(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose a day after the last day they have now."))


class StillToDo(Refused):
    """`left` are keys of words.LEFT."""

    def __init__(self, left: tuple[str, ...]) -> None:
        self.left = left
        super().__init__(" ".join(str(LEFT[one]) for one in left))
