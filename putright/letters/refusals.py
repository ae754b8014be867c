"""Why a letter was not made or not sent."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused
from putright.letterkinds.asked import PARTS
from putright.letterkinds.kinds import Part


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
