"""Why a decision was not taken."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class MustSayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Your decision is not what the rules find. Write why, in a sentence or two."))


class NotYetKnown(Refused):
    def __init__(self) -> None:
        super().__init__(_("Not everything is known yet, and the law may protect them. Ask what is missing, or record it."))


class MustRecord(Refused):
    def __init__(self) -> None:
        super().__init__(_("The law requires this to be recorded, so it cannot be handled outside Schedule 3."))


class IsComplaint(Refused):
    def __init__(self) -> None:
        super().__init__(_("By the answers given this is a complaint. If an answer is wrong, change the answer."))


class NeverBack(Refused):
    def __init__(self) -> None:
        super().__init__(_("A recorded complaint cannot go back outside Schedule 3."))


class NeedsSecond(Refused):
    def __init__(self) -> None:
        super().__init__(_("This protects them less than the rules, or an earlier answer. A second person must agree first."))


class NoSecondNeeded(Refused):
    def __init__(self) -> None:
        super().__init__(_("This needs no second person. Decide it yourself."))


class SamePerson(Refused):
    def __init__(self) -> None:
        super().__init__(_("You proposed this yourself. Somebody else must look at it."))


class Overtaken(Refused):
    def __init__(self) -> None:
        super().__init__(_("The answers or the case have changed since this was proposed. It must be proposed anew."))


class SayWhyNot(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why you do not agree, so that they know what to do."))
