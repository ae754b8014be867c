"""Why several letters were not written. None of them was."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotForEverybody(Refused):
    def __init__(self) -> None:
        super().__init__(_("This letter tells one person what another wrote. Write it to each of them by itself."))


class NobodyChosen(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose at least one person. Nothing was written."))


class NoThanks(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody was thanked on this case, so there are no thanks to pass on."))


class NobodyKnown(Refused):
    def __init__(self) -> None:
        super().__init__(_("We do not know who sent this, so there is nobody whose language can be written down."))
