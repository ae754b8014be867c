"""Why something was not given, asked or answered."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotGiven(Refused):
    def __init__(self) -> None:
        super().__init__(_("This case was not given to you, or no longer. Look at the case again."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why, in a few words."))


class Away(Refused):
    def __init__(self) -> None:
        super().__init__(_("That person is away today. Choose somebody who is here."))


class NotWaiting(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody outside has this to answer now."))


class AskedToday(Refused):
    def __init__(self) -> None:
        super().__init__(_("They were asked again today already. Give them until tomorrow."))


class NoLink(Refused):
    def __init__(self) -> None:
        super().__init__(_("They answer with their log-in. Ring them, or take it back."))


class Closed(Refused):
    """The link takes no answer. `why` is a key of words.CLOSED."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(_("This link takes no answer now."))


class NotInOrder(Refused):
    def __init__(self) -> None:
        super().__init__(_("Each step must come later than the one before it, and all between 1 and 99 days."))


class DaysWrong(Refused):
    def __init__(self) -> None:
        super().__init__(_("The last day must not be before the first."))


class NotYourself(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody covers for themselves. Choose somebody else."))


class HasSkill(Refused):
    def __init__(self) -> None:
        super().__init__(_("They have that skill already."))
