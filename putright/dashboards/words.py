"""What the lists and the pages are called."""

from django.utils.translation import gettext_lazy as _

from putright.chasing import words as chasing

LISTS = chasing.LISTS | {"came": _("Came today")}
TABS = {
    "mine": _("Mine"),
    "team": _("The team"),
    "month": _("The month"),
    "board": _("The last report"),
}
