"""Why a letter was not made or not sent."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from putright.cases.refusals import Refused

from . import asking_ours
from .kinds import Part

PARTS = {
    **asking_ours.PARTS,
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
    "review": gettext_lazy("who can review the result, and until when"),
    "copy": gettext_lazy("a copy of the complaint"),
    "welfare": gettext_lazy("who can support them"),
    "referred": gettext_lazy("that it was referred, and when"),
    "points": gettext_lazy("what was found on each thing alleged: choose its outcome on the case, and write why here"),
    "reasons": gettext_lazy("how it was reached"),
    "evidence": gettext_lazy("what was looked at"),
    "how": gettext_lazy("how to ask for a review"),
    "concerns": gettext_lazy("what will be done about their concerns"),
    "made": gettext_lazy("when the complaint was made"),
    "notice": gettext_lazy("when the officer was told in writing"),
    "estimate": gettext_lazy("when the report is likely to be ready"),
    "reason": gettext_lazy("why it takes so long"),
    "steps": gettext_lazy("what will be done next"),
    "asked": gettext_lazy("what was asked, and when"),
    "silence": gettext_lazy("what follows if they do not answer, and by when"),
    "consequence": gettext_lazy("what it means to withdraw"),
    "withdrawn": gettext_lazy("how it was withdrawn, and when"),
    "considered": gettext_lazy("what the review looks at"),
    "right_body": gettext_lazy("the right body"),
    "forwarded": gettext_lazy("when it was sent on"),
    "final": gettext_lazy("what comes after this"),
    "recommended": gettext_lazy("what was recommended"),
    "answer": gettext_lazy("by when an answer is due"),
    "response": gettext_lazy("the answer"),
}


class PartMissing(Refused):
    """The letter lacks something: parts the law requires, or a value its words need. `parts` and `places` say which."""

    def __init__(self, parts: Iterable[Part], places: Iterable[str] = ()) -> None:
        self.parts, self.places = tuple(parts), tuple(sorted(places))
        named = [f"{PARTS[part.name]} ({part.source})" for part in self.parts] or list(self.places)
        super().__init__(_("This letter cannot be made yet. It still needs: %(what)s.") % {"what": "; ".join(named)})


class WrongCase(Refused):
    """Words, a document or an address in the letter belong to another case. `named` are the references."""

    def __init__(self, named: Iterable[str] = (), *, documents: bool = False) -> None:
        self.named = tuple(named)
        if documents:
            super().__init__(_("A document is of another case, or was not found clean by the virus check. Take it away."))
        elif self.named:
            words = _("This letter names another case: %(which)s. Take that out, or ask a supervisor to allow it.")
            super().__init__(words % {"which": ", ".join(self.named)})
        else:
            super().__init__(_("This letter would go to somebody who has nothing to do with the case."))


class HeldBack(Refused):
    """What this letter tells is held back on the case (withholding.py)."""

    def __init__(self) -> None:
        super().__init__(
            _("What this letter tells is held back on this case, by two people and for a time. Write how things stand instead.")
        )
