"""The front team takes what it hears to forums, and writes down what came back."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"forums.note": FRONT}
PAGES: dict[str, str] = {
    f"forums:{name}": "forums.note" for name in ("start", "listed", "paper", "raise", "bring", "back", "leave")
}
EVENTS = {"forum_raised": _("To be taken to a forum"), "forum_step": _("What became of it at the forum")}
