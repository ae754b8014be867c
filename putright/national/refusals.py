"""Why something of the return was not done."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class OneOrTheOther(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write what it is, or why it does not apply. Not both."))


class NotByHand(Refused):
    def __init__(self) -> None:
        super().__init__(_("This comes from the case itself. Mend it there."))


class NotOver(Refused):
    def __init__(self) -> None:
        super().__init__(_("The quarter is not over yet. Look at the dry run until then."))


class AnotherPerson(Refused):
    def __init__(self) -> None:
        super().__init__(_("Whoever prepared it may not sign it. Ask a colleague."))


class SignedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("This return is signed already."))


class SayWhyMissing(Refused):
    def __init__(self) -> None:
        super().__init__(_("Fields are missing. Say why it is signed all the same."))


class NotTheNewest(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody prepared this quarter again. Look at the newest."))


class NotSigned(Refused):
    def __init__(self) -> None:
        super().__init__(_("It must be signed before it is taken away."))


class NothingRead(Refused):
    def __init__(self) -> None:
        super().__init__(_("No figure could be read. Look at the names of the columns, and save the table as CSV."))


class NotRecalled(Refused):
    def __init__(self) -> None:
        super().__init__(_("This did not come from memory."))
