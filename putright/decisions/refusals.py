"""Why a record was not saved, approved or published."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused

from .words import LANGUAGES, PARTS


class MarkNotRead(Refused):
    def __init__(self, words: str) -> None:
        super().__init__(_("This mark cannot be read: %(words)s. Write [[ground: the words]].") % {"words": words})


class NothingWritten(Refused):
    def __init__(self) -> None:
        super().__init__(_("Give the record a title in one language at least."))


class NotTheNewest(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has saved a newer version. Look at that one."))


class ConfirmFirst(Refused):
    def __init__(self) -> None:
        super().__init__(_("The seven principles must be confirmed in the record before it is approved."))


class NotSigned(Refused):
    def __init__(self) -> None:
        super().__init__(_("It must be signed by whoever approved it."))


class NotApproved(Refused):
    def __init__(self) -> None:
        super().__init__(_("It must be approved before it is published."))


class DoneAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("This version is approved or published already. A change is a new version."))


class BothLanguages(Refused):
    """Says which parts have no words, in which language."""

    def __init__(self, missing: Iterable[tuple[str, str]]) -> None:
        listed = "; ".join(f"{PARTS[part]} ({LANGUAGES[language]})" for language, part in missing)
        super().__init__(_("It is published in both languages or not at all. It still needs: %(what)s.") % {"what": listed})


class StillThere(Refused):
    """Names no word of what is to be hidden: the message may be seen by others."""

    def __init__(self, number: int) -> None:
        super().__init__(_("Words that are taken out in one place still stand in another (%(number)s). Mark them there too.") % {
            "number": number})  # fmt: skip


class SayWhyLate(Refused):
    def __init__(self) -> None:
        super().__init__(_("The five working days have passed. Say why it is published late."))


class NotPublished(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only a published record is withdrawn."))
