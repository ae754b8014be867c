"""Why something was not done here."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused

from .words import PARTS


class NotABody(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is no such body. Choose one from the list."))


class NeedsReason(Refused):
    def __init__(self) -> None:
        super().__init__(_("You chose another body than the facts suggest. Say why."))


class NotSufficient(Refused):
    """The pack lacks something the body needs; `parts` are keys of words.PARTS."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        self.parts = parts
        super().__init__(" ".join(str(PARTS[part]) for part in parts))


class NothingFollows(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nothing of what was missing is known yet. There is nothing to send."))


class NotReadable(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("This file cannot be read as a pack. Choose the pack.json or the ZIP that came to you, as it came.")
        )


class NotAPack(Refused):
    """Not of the published shape; `problems` says what and where, in the words of the shape."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        said = _("This is not a pack as we publish its shape. Ask the sender to mend it: %(problems)s")
        super().__init__(said % {"problems": "; ".join(problems)})


class TooLarge(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("This pack is too large to take in here. Ask the sender for the pack without its documents.")
        )


class WrongBytes(Refused):
    def __init__(self, name: str) -> None:
        super().__init__(_("The document “%(name)s” is not the one the pack speaks of. Nothing was taken in. Ask the sender "
                           "to send it again.") % {"name": name})  # fmt: skip


class Ours(Refused):
    """It began here: making another case of it would be typing it twice after all."""

    def __init__(self, reference: str) -> None:
        super().__init__(_("This pack was made by this office, as %(reference)s. Write what came back on that case.")
                         % {"reference": reference})  # fmt: skip
