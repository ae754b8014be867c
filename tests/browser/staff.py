"""The staff of the demonstration in a real browser: who signs in, what is asked of the office itself, a date typed."""

from datetime import date
from typing import Any

from .office import LiveOffice
from .test_quick_entry import SESSION

ROLE = 'filter(role="handler", left_on=None, user__is_active=True).order_by("pk").first()'
TODAY = """
from gateways import clock
print("today", clock.now().date())
"""


def said_by(live_office: LiveOffice, script: str, word: str) -> str:
    """What a script run inside the office printed after that word."""
    lines = live_office.manage("shell", "-v", "0", "-c", script).splitlines()
    return next(line.split()[1] for line in lines if line.startswith(f"{word} "))


def session_of(live_office: LiveOffice, which: str) -> str:
    """The key of a session: of the first of a role, or of the handler of a number."""
    chosen = f"get(pk={which})" if which.isdecimal() else ROLE.replace("handler", which, 1)
    return said_by(live_office, SESSION.replace(ROLE, chosen), "session")


def typed_day(page: Any, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"input[name={name}-{part}]").fill(str(getattr(day, part)))
