"""Who may do what to a case file."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "cases.look": FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR, Role.SENIOR},
    "cases.look_whole": FRONT | {Role.STANDARDS, Role.SENIOR},  # a local supervisor sees the part they need to put it right
    "cases.take": FRONT,
    "cases.note": FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR},
    "cases.allege": FRONT,
    "cases.conclude": FRONT,
    "cases.name_officer": FRONT | {Role.STANDARDS},
    "cases.wall": FRONT | {Role.STANDARDS, Role.PRIVACY},
    "cases.clear_wall": frozenset({Role.SUPERVISOR, Role.STANDARDS, Role.PRIVACY}),
    "cases.seal": frozenset({Role.SUPERVISOR, Role.STANDARDS}),
    "cases.close": FRONT,
    "cases.raise_danger": FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR},
    "cases.acknowledge": FRONT,
}
PAGES: dict[str, str] = {
    "cases:note": "cases.note",
    "cases:spoke": "cases.note",
    "cases:speaker": "cases.note",
    "cases:allege": "cases.allege",
    "cases:factors": "cases.allege",
    "cases:outcomes": "cases.conclude",
    "cases:name_officer": "cases.name_officer",
    "cases:wall": "cases.wall",
    "cases:walls": "cases.clear_wall",
    "cases:wall_one": "cases.clear_wall",
    "cases:take": "cases.take",
    "cases:close": "cases.close",
    "cases:raise_danger": "cases.raise_danger",
    "cases:acknowledge": "cases.acknowledge",
}
EVENTS = {
    "taken": _("Taken on"),
    "noted": _("Note"),
    "spoke": _("Spoke with them"),
    "consent_seen": _("Written consent seen"),
    "speaks_no_more": _("Somebody no longer speaks for them"),
    "alleged": _("Allegation written down"),
    "factors": _("What else was going on was written down"),
    "concluded": _("What came of an allegation was written down"),
    "officer_named": _("Who it is about was named"),
    "walled": _("Somebody was kept out of this case"),
    "wall_doubted": _("Somebody doubts that they must be kept out"),
    "wall_cleared": _("Two people agreed that it is somebody else: let back in"),
    "wall_kept": _("Somebody looked: they stay kept out"),
    "let_go": _("Nobody has it now: its handler has left"),
    "restricted": _("Made sensitive or sealed"),
    "closed": _("Closed"),
    "raised": _("Danger was raised"),
    "acknowledged": _("Somebody is dealing with the danger"),
}
