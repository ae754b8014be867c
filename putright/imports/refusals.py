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
