"""Why something about the telephone was not done."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class TwoSecrets(Refused):
    def __init__(self) -> None:
        super().__init__(_("This exchange has two secrets already. End the old one first."))


class SecretEnded(Refused):
    def __init__(self) -> None:
        super().__init__(_("That secret has ended already. Nothing was changed."))


class SameName(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is an exchange of that short name already. Choose another."))


class NotALog(Refused):
    def __init__(self) -> None:
        super().__init__(_("This is not a CSV file. In the exchange’s program or the spreadsheet, save it as CSV and try again."))


class NotUtf8(Refused):
    def __init__(self) -> None:
        super().__init__(_("Some letters in the file cannot be read. Save it again as CSV with the UTF-8 encoding."))


class EmptyLog(Refused):
    def __init__(self) -> None:
        super().__init__(_("The file is empty. Choose another file."))


class ColumnsMissing(Refused):
    def __init__(self, missing: list[str], named: list[str]) -> None:
        said = {"missing": ", ".join(missing), "named": ", ".join(name[:40] for name in named[:30])}
        super().__init__(_("We cannot tell which column is which. Missing: %(missing)s. The file has: %(named)s.") % said)
