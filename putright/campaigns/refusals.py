"""Why something was not done with a campaign."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotOpen(Refused):
    def __init__(self) -> None:
        super().__init__(_("It was put forward, has gone or has ended, so this cannot be changed. Look at it again."))


class NotReady(Refused):
    """`sentences`: everything that is missing."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__(" ".join(sentences))


class NotTheSame(Refused):
    def __init__(self) -> None:
        super().__init__(_("Another person must look at it: not whoever made it or put it forward."))


class NotWaiting(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody waits for this any more. Look at it again."))


class TooMany(Refused):
    def __init__(self, most: int) -> None:
        super().__init__(_("A list may have up to %(most)s lines. Make two campaigns of it.") % {"most": f"{most:,}"})


class NoColumn(Refused):
    def __init__(self) -> None:
        super().__init__(_("No column is headed Email, Address or Worker, so nobody could be asked. Add one and load it again."))


class NotFromCases(Refused):
    def __init__(self) -> None:
        super().__init__(_("Our cases do not say which way is safe, or which worker. Load a list that does."))


class NotFigures(Refused):
    def __init__(self) -> None:
        super().__init__(_("Head the columns Question, Answer and Number, and write whole numbers. Each answer once in a group."))
