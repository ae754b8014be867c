"""Why something was not done."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class AlreadySettled(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nothing about this message is in doubt any more."))
