"""Who may say that cases belong together."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"alike.link": FRONT}
PAGES: dict[str, str] = {"alike:link": "alike.link", "alike:unlink": "alike.link"}
EVENTS = {
    "linked": _("Linked with another case"),
    "unlinked": _("No longer linked with another case"),
}
