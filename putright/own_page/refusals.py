"""Why something on somebody's own page, or about it, was not done."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NotYours(Refused):
    """The consent of whoever they speak for does not reach so far."""

    def __init__(self) -> None:
        super().__init__(_("You cannot do this for them. Ring us if you think you should be able to."))


class CannotRecordNow(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("It is recorded already, or those who have it now must record it. Ring us if you are not sure.")
        )


class SignIt(Refused):
    def __init__(self) -> None:
        super().__init__(_("Type your full name to sign it."))


class TooEasy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose a longer word, or a few words. Do not use your name, your number or your postcode."))


class NoEmailYet(Refused):
    def __init__(self) -> None:
        super().__init__(_("We have no email address of yours to send a link to. Give us one first."))


class WrongCode(Refused):
    def __init__(self) -> None:
        super().__init__(_("That is not the code we sent. Check it, or ask for a new one."))


class NotOfThisCase(Refused):
    def __init__(self) -> None:
        super().__init__(_("That person has no part in this case. Choose somebody who has."))


class AlreadyDone(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has dealt with this already. Nothing was changed."))
