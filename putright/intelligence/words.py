from django.utils.translation import gettext_lazy as _

VERBS = {
    "taken": _("Taken down"),
    "pack_opened": _("Pack opened"),
    "source_opened": _("Sealed sheet opened"),
    "confirmed": _("The unit has it; deleted here"),
    "keeper_named": _("A keeper was named"),
    "keeper_ended": _("A keeper was ended"),
}
