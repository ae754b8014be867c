"""Why a survey was not changed."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class MayNotStand(Refused):
    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__(" ".join(sentences))


class NotSigned(Refused):
    def __init__(self) -> None:
        super().__init__(_("A supervisor who did not write it must sign it off."))


class NotWaiting(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is signed off already, or a newer version is there. Look at it again."))


class SlugTaken(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is a survey of that short name. Choose another."))
