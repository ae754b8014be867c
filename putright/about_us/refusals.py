"""Why something was not done about a complaint about us."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NothingSaid(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write what went wrong"))


class NobodyReads(Refused):
    """Nobody outside the team has a log-in: it would lie unread."""

    def __init__(self) -> None:
        super().__init__(_("We cannot take it here now. Please write to the address on the page before. Nothing was sent."))


class NoneLeftToRead(Refused):
    """Everybody who reads such complaints is named in it."""

    def __init__(self) -> None:
        super().__init__(
            _("Whoever reads these is named in it, so nobody may read it here. Nothing was kept. Send it by post, “For the "
              "commissioner only”.")
        )  # fmt: skip


class CameLater(Refused):
    def __init__(self) -> None:
        super().__init__(_("Enter the day it reached us. It must be today or in the past."))


class Answered(Refused):
    def __init__(self) -> None:
        super().__init__(_("It has its answer already. Nothing was changed."))


class TooManyDays(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose from 1 to 60 working days, and more for the answer than for saying that we have it."))
