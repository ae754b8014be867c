"""The team sees what it has learned and knows; a supervisor keeps it, and alone sees who is coming."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

OVERSEES = frozenset({Role.SUPERVISOR})
MAY: dict[str, frozenset[Role]] = {
    "workforce.look": FRONT,
    "workforce.write": FRONT,  # articles and thanks
    "workforce.keep": OVERSEES,
}
PAGES: dict[str, str] = {
    "workforce:people": "workforce.look",
    "workforce:articles": "workforce.look",
    "workforce:article": "workforce.look",
    "workforce:thanks": "workforce.look",
    "workforce:write": "workforce.write",
    "workforce:rewrite": "workforce.write",
    "workforce:note_thanks": "workforce.write",
    "workforce:case_thanks": "workforce.write",
    "workforce:share": "workforce.look",
    **{f"workforce:{page}": "workforce.keep" for page in (
        "posts", "establish", "hold", "leave", "coming", "move", "add_course", "attended",
    )},
}  # fmt: skip
EVENTS = {"thanks_noted": _("Wrote down thanks for a colleague or the team")}
