"""What is done there and then, in words."""

from django.utils.translation import gettext_lazy as _

DONE = {"apology": _("We said sorry"), "explanation": _("We explained"), "both": _("We said sorry and explained")}
