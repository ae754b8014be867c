"""Supervisors lead an assessment; the team sees it and invites. The assessor's own pages are opened by a code of theirs."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "assessors.see": FRONT,
    "assessors.lead": frozenset({Role.SUPERVISOR}),
}
SEES = ("cycles", "cycle", "packed", "packed_page", "agree", "people")
LEADS = ("new", "deed", "freeze", "give", "end", "recommended")
OPEN = ("door", "shown", "page", "whole", "answers", "leave", "speak")
PAGES: dict[str, str] = (
    {f"assessors:{name}": "assessors.see" for name in SEES}
    | {f"assessors:{name}": "assessors.lead" for name in LEADS}
    | {f"assessors:{name}": PUBLIC for name in OPEN}
)
EVENTS = {
    "agreed_to_speak": _("They agreed to be invited to speak to an assessor"),
    "no_longer_agrees": _("They do not want to be invited to speak to an assessor"),
}
