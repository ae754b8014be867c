"""Who scores calls, who reads the figures, and who is told. The assessed units write nothing but what they did about it."""

from putright.people.roles import Role

SCORERS = frozenset({Role.SENIOR, Role.SUPERVISOR})
MAY: dict[str, frozenset[Role]] = {
    "scoring.score": SCORERS,
    "scoring.read": SCORERS | {Role.ANALYST},
    "scoring.answer": frozenset({Role.SUPERVISOR, Role.LOCAL_SUPERVISOR, Role.STANDARDS}),
}
PAGES: dict[str, str] = {
    "scoring:calls": "scoring.score",
    "scoring:new": "scoring.score",
    "scoring:one": "scoring.score",
    "scoring:figures": "scoring.read",
    "scoring:told": "scoring.answer",
    "scoring:answer": "scoring.answer",
}
