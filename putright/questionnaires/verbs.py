"""Who may write a survey, and who signs it off. Whoever sees results may see what was asked."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "questionnaires.write": frozenset({Role.SUPERVISOR}),
    "questionnaires.sign": frozenset({Role.SUPERVISOR}),
    "questionnaires.see": FRONT | {Role.ANALYST},
}
PAGES: dict[str, str] = {
    "questionnaires:version": "questionnaires.see",
    "questionnaires:sign": "questionnaires.sign",
    "questionnaires:new": "questionnaires.write",
    "questionnaires:draft": "questionnaires.write",
    "questionnaires:question": "questionnaires.write",
    "questionnaires:arrange": "questionnaires.write",
    "questionnaires:preview": "questionnaires.write",
    "questionnaires:propose": "questionnaires.write",
}
