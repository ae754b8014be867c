"""Who may see figures, and who may open them. An analyst sees figures and never a name."""

from putright.people.gates import SYSTEM
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"reports.month": FRONT | {Role.ANALYST}, "reports.list": FRONT}
PAGES: dict[str, str] = {
    "api:month": SYSTEM,
    "reports:catalogue": "reports.month",
    "reports:measure": "reports.month",
    "reports:month": "reports.month",
    "reports:month_of": "reports.month",
    "reports:shares": "reports.month",
    "reports:figures": "reports.month",
    "reports:list": "reports.list",
    "reports:areas": "reports.month",
    "reports:part": "reports.list",
}
