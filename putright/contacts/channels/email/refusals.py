"""Why nothing was done with a message."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class DealtWith(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has dealt with this message already. Nothing was changed."))


class NotThatCase(Refused):
    """The same whether the case is missing, walled or somebody else's."""

    def __init__(self) -> None:
        super().__init__(_("We do not have a case with that reference. Check each letter and figure."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why it is no contact, so that others can see it."))
