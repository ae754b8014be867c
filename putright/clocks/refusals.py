"""Why a clock, a promise or the calendar was left as it was."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NoSuchClock(Refused):
    def __init__(self) -> None:
        super().__init__(_("That promise does not run on this case any more. Look at the case again."))


class TheLawSays(Refused):
    """Nobody may stop or extend what the law sets (CMR 2020 regs 4(2), 34(2)); only excuse it, by regulation 51(2)."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The law sets this time limit, so nobody can stop or extend it. If exceptional circumstances prevent it, a "
                "supervisor can say so (CMR 2020 reg 51(2))."
            )
        )


class MayNotStop(Refused):
    def __init__(self) -> None:
        super().__init__(_("This promise cannot be stopped for that reason. Choose another reason, or let it run."))


class MayNotExtend(Refused):
    def __init__(self, times: int, by: int) -> None:
        if times:
            said = _("This promise can be extended so often: %(times)s. Each time by %(by)s at most.")
            said %= {"times": times, "by": by}
        else:
            said = _("This promise cannot be extended. Tell the person how things stand, and do it as soon as you can.")
        super().__init__(said)


class StandsAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("This clock stands still already. Look at the case to see since when."))


class NotStanding(Refused):
    def __init__(self) -> None:
        super().__init__(_("This clock is not standing still, so there is nothing to let go on."))


class FellDue(Refused):
    def __init__(self) -> None:
        super().__init__(_("It fell due before now, so it is too late to stop or extend it. Say why it was missed."))


class NotMissed(Refused):
    def __init__(self) -> None:
        super().__init__(_("This promise was not missed, so there is no reason to give."))


class ExcusedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("A supervisor has excused this already. Look at the case to see why."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why, in a sentence another person would understand."))
