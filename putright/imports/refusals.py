"""Why a file as a whole was not taken. What is wrong with a single row is no refusal: the row is listed (mapping.WRONG)."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class TooBig(Refused):
    def __init__(self, megabytes: int) -> None:
        super().__init__(
            _("The file is larger than %(limit)s MB. Split it, or ask whoever runs this service to load it.")
            % {"limit": megabytes}
        )


class Nothing(Refused):
    def __init__(self) -> None:
        super().__init__(_("The file is empty. Choose the file that has the complaints in it."))


class NotText(Refused):
    def __init__(self) -> None:
        super().__init__(_("That is not a CSV file. Open it in your spreadsheet, and save it as “CSV UTF-8”."))


class NotUtf8(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("Some letters in the file cannot be read. Open it in your spreadsheet, and save it as “CSV UTF-8”.")
        )


class OtherLayout(Refused):
    def __init__(self, missing: list[str]) -> None:
        super().__init__(
            _("The file does not have the columns of that layout. Missing: %(columns)s.")
            % {"columns": ", ".join(missing)}
        )


class NoSuchLayout(Refused):
    def __init__(self, known: list[str]) -> None:
        super().__init__(_("There is no such layout. We know: %(layouts)s.") % {"layouts": ", ".join(known)})


class NotATable(Refused):
    def __init__(self) -> None:
        super().__init__(_("That is not a spreadsheet or a CSV file that we can read. Save it again as XLSX or CSV."))


class Locked(Refused):
    def __init__(self) -> None:
        super().__init__(_("The spreadsheet has a password. Save a copy without one, and choose that."))


class Unpacks(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("The spreadsheet unpacks to more than we can hold. Save the sheet alone as CSV, and choose that.")
        )


class NoHeading(Refused):
    def __init__(self) -> None:
        super().__init__(
            _(
                "We cannot find the row of headings in the first twenty rows. Put it at the top, and save the file again."
            )
        )


class TooWide(Refused):
    def __init__(self, limit: int) -> None:
        super().__init__(
            _("The sheet has more than %(limit)s columns. Take out those you do not need.") % {"limit": limit}
        )
