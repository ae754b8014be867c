"""Why a letter does not fit this case, or this reader."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotForThisCase(Refused):
    """The kind makes no sense on the case as it stands; the sentence says why (offered.py)."""


class WrongReviewBody(Refused):
    def __init__(self, rules: str) -> None:
        words = _("The answers on this case say that another body hears a review (%(rules)s). Change the answer that is wrong.")
        super().__init__(words % {"rules": rules})


class NotInvestigated(Refused):
    def __init__(self) -> None:
        super().__init__(_("A notice of delay is for investigations only (CMR 2020 reg 13). Write how things stand instead."))


class NotTheirs(Refused):
    def __init__(self) -> None:
        super().__init__(_("This officer is not named on this case, or nobody knows yet who it is (CMR 2020 reg 43)."))


class NotOnThisCase(Refused):
    def __init__(self) -> None:
        super().__init__(_("This person is not on this case, so no letter about it goes to them. Nothing was written."))


class WrongAddress(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("Give an address for work, ending in police.uk or gov.uk. It may not be an address of the person who complained.")
        )


class NamesThem(Refused):
    def __init__(self) -> None:
        super().__init__(_("The copy still says who complained, or how to reach them. Take that out of its words."))
