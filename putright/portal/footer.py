"""The links at the foot of every public page."""

from django.urls import reverse
from django.utils.translation import gettext as _


def links() -> list[dict[str, str]]:
    """In the language of the page, for `footer_links` in design/public.html."""
    return [
        {"text": _("What to expect"), "href": reverse("portal:expect")},
        {"text": _("Your rights"), "href": reverse("portal:rights")},
        {"text": _("Look again at a crime"), "href": reverse("portal:victims")},
        {"text": _("Our promises"), "href": reverse("portal:charter")},
        {"text": _("Help and support"), "href": reverse("portal:support")},
        {"text": _("Leaflets"), "href": reverse("portal:leaflets")},
        {"text": _("Complain about us"), "href": reverse("about_us:how")},
        {"text": _("Decisions we publish"), "href": reverse("decisions:list")},
        {"text": _("Figures about complaints"), "href": reverse("publication:figures")},
        {"text": _("Accessibility"), "href": reverse("portal:accessibility")},
        {"text": _("Privacy"), "href": reverse("portal:privacy")},
    ]
