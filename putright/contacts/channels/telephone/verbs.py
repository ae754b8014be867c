"""Who may do what with calls. The verbs are of the room of contacts: a way in is a part of it."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "contacts.see_calls": FRONT,
    "contacts.see_unmatched": frozenset({Role.SUPERVISOR}),
    "contacts.load_calls": frozenset({Role.SUPERVISOR}),
    "contacts.count_calls": frozenset({Role.SUPERVISOR, Role.ANALYST}),
    "contacts.set_yardstick": frozenset({Role.SUPERVISOR}),
    "contacts.run_exchanges": frozenset({Role.ADMINISTRATOR}),
}
PAGES: dict[str, str] = {
    "telephone:calls": "contacts.see_calls",
    "telephone:now": "contacts.see_calls",
    "telephone:write": "contacts.log",
    "telephone:figures": "contacts.count_calls",
    "telephone:csv": "contacts.count_calls",
    "telephone:yardstick": "contacts.set_yardstick",
    "telephone:unmatched": "contacts.see_unmatched",
    "telephone:looked": "contacts.see_unmatched",
    "telephone:load": "contacts.load_calls",
    "telephone:loaded": "contacts.load_calls",
    "telephone:exchanges": "contacts.run_exchanges",
    "telephone:exchange": "contacts.run_exchanges",
    "telephone:secret": "contacts.run_exchanges",
    "telephone:end_secret": "contacts.run_exchanges",
}
