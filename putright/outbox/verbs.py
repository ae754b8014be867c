"""Who may do what here: verb to roles, and page to verb."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "outbox.look": FRONT | {Role.STANDARDS},
    "outbox.work": FRONT,
    "outbox.allow": frozenset({Role.SUPERVISOR}),
    "outbox.withhold": FRONT,
    "outbox.template": frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
}
PAGES: dict[str, str] = {
    "outbox:outbox": "outbox.work",
    "outbox:one": "outbox.look",
    "outbox:settle": "outbox.work",
    "outbox:pull_back": "outbox.work",
    "outbox:other_way": "outbox.work",
    "outbox:queue": "outbox.work",
    "outbox:batch": "outbox.work",
    "outbox:sheets": "outbox.work",
    "outbox:printed": "outbox.work",
    "outbox:text": "outbox.work",
    "outbox:template": "outbox.template",
    "outbox:withhold": "outbox.withhold",
    "outbox:agree": "outbox.withhold",
    "outbox:mention": "outbox.allow",
}
EVENTS = {
    "sent": _("Sent a letter"),
    "offered_again": _("A letter is to go out again"),
    "pulled_back": _("Pulled a letter back before it went"),
    "other_way": _("A letter is to go another way"),
    "came_back": _("A letter did not reach them"),
    "mention_allowed": _("Letters may name another case"),
    "withhold_asked": _("Asked to hold something back from letters"),
    "withheld": _("Held something back from letters"),
    "withhold_ended": _("Nothing more is held back there"),
    "withhold_due": _("The day has come to look again at what is held back"),
    "withhold_kept": _("Looked again at what is held back: it stays"),
}
