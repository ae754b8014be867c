"""Why a letter was not made or not sent."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from putright.cases.refusals import Refused

from .kinds import Part

PARTS = {
    "views": gettext_lazy("a question about how they want it handled"),
    "next": gettext_lazy("what happens next, and by when"),
    "later": gettext_lazy("that they may ask for a record at any time"),
    "reach": gettext_lazy("how to reach us"),
    "decision": gettext_lazy("what was decided"),
    "record": gettext_lazy("a copy of the record"),
    "grounds": gettext_lazy("why it was decided"),
    "passed": gettext_lazy("to whom it was passed"),
    "what": gettext_lazy("what was passed on"),
    "progress": gettext_lazy("what has been done"),
    "outcome": gettext_lazy("the result"),
    "code": gettext_lazy("a code, which only a letter by post may carry"),
    "question": gettext_lazy("our question"),
    "how": gettext_lazy("how to answer"),
    "review": gettext_lazy("who can review the result, and until when"),
}


class PartMissing(Refused):
    """The letter lacks something: parts the law requires, or a value its words need. `parts` and `places` say which."""

    def __init__(self, parts: Iterable[Part], places: Iterable[str] = ()) -> None:
        self.parts, self.places = tuple(parts), tuple(sorted(places))
        named = [f"{PARTS[part.name]} ({part.source})" for part in self.parts] or list(self.places)
        super().__init__(_("This letter cannot be made yet. It still needs: %(what)s.") % {"what": "; ".join(named)})


class AlreadySettled(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has already said what happened to this letter."))
