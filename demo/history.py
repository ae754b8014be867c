"""A real city's complaints, by the same import door an office would use."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic

from putright.imports.actions import load
from putright.imports.mapping import layout
from putright.imports.models import ImportProblem
from putright.imports.queries import Count
from putright.people.models import Handler
from putright.people.roles import Role

FILE = Path(__file__).parent / "detroit" / "complaints.csv"


def load_history(*, now: datetime, say: Callable[[str], object]) -> None:
    """Load it as the office's supervisor would, saying how far it has got."""
    began = monotonic()

    def told(count: Count) -> None:
        say(f"  history: {count.loaded:,} complaints ({count.loaded / (monotonic() - began):,.0f} a second)")

    supervisor = Handler.objects.filter(role=Role.SUPERVISOR).order_by("pk").first()
    with FILE.open("rb") as opened:
        made = load(opened, layout("detroit"), FILE.name, by=supervisor, at=now, told=told)
    listed = ImportProblem.objects.filter(load=made).count()
    say(f"  history: {made.loaded:,} complaints from {made.rows:,} rows; {listed:,} rows listed with what is wrong")
