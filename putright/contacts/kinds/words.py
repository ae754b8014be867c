from django.utils.translation import gettext_lazy as _

CAME_OF = {
    "done": _("It was done"),
    "looking": _("Somebody is looking at it"),
    "not_now": _("It will not be done"),
}
