"""Who writes a board's report, who signs it, and who may only read it."""

from putright.people.roles import FRONT, Role

WRITERS = frozenset({Role.SUPERVISOR, Role.ANALYST})
MAY: dict[str, frozenset[Role]] = {
    "months.read": FRONT | {Role.ANALYST, Role.STANDARDS, Role.LOCAL_SUPERVISOR},  # the assessed units: read, no more
    "months.write": WRITERS,
    "months.sign": frozenset({Role.SUPERVISOR}),
}
READS, WRITES = ("all", "one", "paper", "sheet"), ("new", "part", "revise", "changes", "change", "preview")
SIGNS = ("sign", "boards", "board", "end_board", "settle")
PAGES: dict[str, str] = {
    **{f"months:{name}": "months.read" for name in READS},
    **{f"months:{name}": "months.write" for name in WRITES},
    **{f"months:{name}": "months.sign" for name in SIGNS},
}
