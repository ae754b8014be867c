"""Why something of the diary was not done."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class InTheFuture(Refused):
    def __init__(self) -> None:
        super().__init__(_("That day has not come yet."))


class NoSuchQuarter(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write the quarter as the financial year and a number, like 2026/1 for April to June 2026."))


class StartedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("This clock is running already, or it has ended."))


class NotRead(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say the provision, where you read it, and a number of months from 1 to 24."))


class PublishedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is published already."))


class BeforeItBegan(Refused):
    def __init__(self) -> None:
        super().__init__(_("It cannot be published before there was anything to publish."))


class SayWhyLate(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is late. Say why, in both languages: the public reads it."))


class NothingToPublish(Refused):
    def __init__(self) -> None:
        super().__init__(_("There are no figures of the IOPC for this quarter. Enter them at the quarter’s return first."))


class NotWhole(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write each part in both languages."))


class NotSigned(Refused):
    def __init__(self) -> None:
        super().__init__(_("The newest statement is not signed. Somebody who did not write it signs it first."))


class AnotherPerson(Refused):
    def __init__(self) -> None:
        super().__init__(_("Whoever wrote it may not sign it. Ask a colleague."))


class NotTheNewest(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody changed the statement. Read the newest."))


class SignedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("This statement is signed already."))


class NoAddress(Refused):
    def __init__(self) -> None:
        super().__init__(_("Enter the address of the page, beginning with https://"))
