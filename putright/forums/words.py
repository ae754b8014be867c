"""What steps and states are called on screens."""

from django.utils.translation import gettext_lazy as _

BROUGHT, BACK, LEFT = "brought", "back", "left"
STEPS = [(BROUGHT, "brought"), (BACK, "back"), (LEFT, "left")]
WAITING = "waiting"
SHOWN = {WAITING: _("To be brought"), BROUGHT: _("Brought, no answer yet"), BACK: _("Answered"), LEFT: _("Left out")}
