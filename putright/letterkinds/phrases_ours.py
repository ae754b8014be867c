"""Short passages of the letters in kinds_ours.py, in both languages: words/phrases_ours.toml."""

import tomllib
from pathlib import Path
from typing import Any

Both = dict[str, str]
_HELD: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words").joinpath("phrases_ours.toml").read_text(encoding="utf-8"))

BLANK = "[…]"
WORKING_DAYS: Both = _HELD["working_days"]
CAME_FROM: Both = _HELD["came_from"]
NO_NAME: Both = _HELD["no_name"]
NAME_KEPT: Both = _HELD["name_kept"]
SUPERVISOR: Both = _HELD["supervisor"]
STATION: Both = _HELD["station"]
IN_CHARGE: Both = _HELD["in_charge"]
UNREAD: dict[str, str] = {standing: words["cy"] for standing, words in _HELD["unread"].items()}
RESULTS: dict[str, tuple[Both, Both]] = {code: (one["is"], one["next"]) for code, one in _HELD["results"].items()}
