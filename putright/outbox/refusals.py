"""Why something about a letter that goes was not done."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class AlreadySettled(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has already said what happened to this letter."))


class TooLate(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is too late: this letter is going or has gone."))


class NoOtherWay(Refused):
    def __init__(self) -> None:
        super().__init__(_("That is not a safe way to reach them. Look at how they asked to be contacted."))


class NotTextable(Refused):
    def __init__(self) -> None:
        super().__init__(_("We cannot text this person: there is no mobile number where a message may be left."))


class NoTemplate(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("That is no number of a template. Copy it whole from GOV.UK Notify: 36 letters, figures and hyphens.")
        )


class NotTheirs(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("Those two cases are not about the same person, so a letter of one must not name the other.")
        )


class NotHeldBack(Refused):
    def __init__(self) -> None:
        super().__init__(_("That part is already held back, or somebody asked for it already."))


class NeedsAnother(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody else must agree: two people decide what is held back."))


class NoDay(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose a day within the next 90 days on which this is looked at again."))
