"""Why a service was not kept."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NoSuchService(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody else changed or took out this service meanwhile. Look at the list again."))
