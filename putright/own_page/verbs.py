"""Their own page is theirs: the sitting asks who they are. What staff may do about it."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "own_page.give": FRONT,
    "own_page.deal_with": FRONT,
}
OPEN = (
    "home", "come_in", "leave", "size", "letter", "letter_pdf", "what_you_sent", "file", "write", "record", "withdraw",
    "feedback", "safe", "choices", "word", "ask_link", "link", "details", "check_details",
)  # fmt: skip
PAGES: dict[str, str] = {f"own_page:{name}": PUBLIC for name in OPEN} | {
    "own_page:give": "own_page.give",
    "own_page:end": "own_page.give",
    "own_page:deal_with": "own_page.deal_with",
    "own_page:checked": "own_page.deal_with",
}
EVENTS = {
    "wants_to_withdraw": _("On their own page: a signed notice that they withdraw"),
    "gave_feedback": _("On their own page: how it was for them"),
    "chose_how_to_read": _("On their own page: how they want to read and in which language"),
    "safer_to_reach": _("On their own page: how they may not be reached"),
    "chose_word": _("On their own page: a word chosen, to open it with a link"),
    "gave_new_details": _("On their own page: new contact details, not checked yet"),
    "new_details_used": _("New contact details were checked and are used"),
    "new_details_refused": _("New contact details were not taken"),
    "dealt_with": _("What they asked for on their own page was dealt with"),
}
