"""One fault planted for each lint rule we lean on: it is caught in a room, and allowed where its place is."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SIDE_DOORS = {
    "TID251": [
        "from django.utils import timezone\n\nmoment = timezone.now()\n",
        "from django.utils.timezone import now\n\nmoment = now()\n",
        "import datetime\n\nmoment = datetime.datetime.now(datetime.UTC)\n",
        "from datetime import date\n\nday = date.today()\n",
        "import time\n\nmoment = time.time()\n",
        "from django.dispatch import receiver\n\nheard = receiver\n",
        "from django.db.models.signals import post_save\n\nheard = post_save\n",
        'from django.apps import apps\n\nCase = apps.get_model("cases", "Case")\n',
        "from django.core.mail import send_mail\n\nsend = send_mail\n",
        "import smtplib\n\nsend = smtplib.SMTP\n",
        "import requests\n\nask = requests.get\n",
        "from urllib.request import urlopen\n\nask = urlopen\n",
    ],
    "DTZ001": ["from datetime import datetime\n\nmoment = datetime(2026, 3, 27)\n"],
    "T201": ['print("ffion")\n'],
    "BLE001": ["try:\n    open('a')\nexcept Exception:\n    kept = None\n"],
    "S608": ["name = input()\nquery = f\"SELECT * FROM cases WHERE name = '{name}'\"\n"],
    "PLR0913": ["def decide(a, b, c, d, e, *, by, at):\n    return a, b, c, d, e, by, at\n"],
    "C901": [
        "def decide(a):\n" + "".join(f"    if a == {n}:\n        return {n}\n" for n in range(8)) + "    return a\n"
    ],
}
FAULTS = [(rule, source) for rule, sources in SIDE_DOORS.items() for source in sources]


def caught(source, path):
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--no-cache",
        "--output-format=concise",
        "--stdin-filename",
        path,
        "-",
    ]
    return subprocess.run(command, input=source, capture_output=True, text=True, cwd=ROOT).stdout


@pytest.mark.parametrize("rule, source", FAULTS)
def test_a_side_door_is_caught_in_a_room(rule, source):
    assert f" {rule} " in caught(source, "putright/cases/actions.py")


@pytest.mark.parametrize("source", SIDE_DOORS["TID251"])
@pytest.mark.parametrize(
    "path", ["gateways/clock.py", "config/middleware.py", "config/management/commands/rounds.py"]
)
def test_the_same_is_allowed_in_its_place(path, source):
    assert " TID251 " not in caught(source, path)
