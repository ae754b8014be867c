"""Why figures were not published."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotSigned(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only figures of a signed return are published."))


class PublishedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("This quarter is published already. A second table could give away what the first one hides.")
        )
