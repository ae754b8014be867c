"""The links at the foot of every public page."""

from django.urls import reverse
from django.utils.translation import gettext as _


def links() -> list[dict[str, str]]:
    """In the language of the page, for `footer_links` in design/public.html."""
    return [
        {"text": _("What to expect"), "href": reverse("portal:expect")},
        {"text": _("Accessibility"), "href": reverse("portal:accessibility")},
        {"text": _("Privacy"), "href": reverse("portal:privacy")},
    ]
