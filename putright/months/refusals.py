"""Why something about a report was not done."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NotOver(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is not over yet. A report is drawn up when the last day has passed."))


class AlreadyDrawnUp(Refused):
    def __init__(self) -> None:
        super().__init__(_("This report is drawn up already. Open it, and revise it if something changed."))


class AlreadySigned(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is signed, so nothing in it changes. Make a revision instead."))


class RevisedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is a newer revision. Work on that one."))


class SecondPerson(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody else must sign: you drew it up or wrote in it."))


class BothLanguages(Refused):
    """`parts`: the names of the parts with words in one language only."""

    def __init__(self, parts: list[str]) -> None:
        super().__init__(_("Not yet in both languages: %(parts)s.") % {"parts": ", ".join(parts)})


class SayWhyRevised(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why it is revised: the boards read it."))


class NobodyRead(Refused):
    """`parts`: the names of the parts that stand as they were drafted."""

    def __init__(self, parts: list[str]) -> None:
        super().__init__(_("Drafted, and read by nobody yet: %(parts)s.") % {"parts": ", ".join(parts)})


class NoSuchPart(Refused):
    def __init__(self) -> None:
        super().__init__(_("The report has no such part."))


class NotInDoubt(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nothing is in doubt here any more. Nothing was changed."))
