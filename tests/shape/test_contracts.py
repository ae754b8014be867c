"""The import contracts hold, and each would catch the fault it is for: one is planted, in a copy, for every contract."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .contracts import FILE, ROOT, contracts, needed, written

PACKAGES = ("putright", "design", "gateways", "offices")
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, limit_to_contracts={0!r}))"


def lint(folder: Path, *only: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", LINT.format(only)], cwd=folder, env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The packages' Python, and the contracts, somewhere faults can be planted."""
    folder = tmp_path_factory.mktemp("house")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=lambda at, names: unwanted(Path(at), names))
    shutil.copy(FILE, folder / FILE.name)
    return folder


def unwanted(folder: Path, names: list[str]) -> list[str]:
    return [n for n in names if n == "__pycache__" or not (n.endswith(".py") or (folder / n).is_dir())]


@contextmanager
def planted(copy: Path, path: str, line: str) -> Iterator[None]:
    """The line added to that file (made if it is not there); afterwards as it was."""
    file = copy / path
    before = file.read_text() if file.exists() else None
    made_folder = not file.parent.exists()
    file.parent.mkdir(exist_ok=True)
    file.write_text((before or "") + f"\n{line}\n")
    try:
        yield
    finally:
        if made_folder:
            shutil.rmtree(file.parent)
        elif before is None:
            file.unlink()
        else:
            file.write_text(before)


def test_the_contracts_hold(copy):
    found = lint(copy)
    assert found.returncode == 0, found.stdout + found.stderr


FAULTS = [
    ("rooms", "putright/cases/actions.py", "from putright.contacts import models"),
    ("rooms", "putright/people/rules.py", "def late():\n    from putright.cases.models import Case\n    return Case"),
    ("rooms", "putright/unplaced/__init__.py", "PLACE = None"),
    ("doors", "putright/contacts/channels/chat/apps.py", "import putright.contacts.channels.email"),
    ("law", "putright/law/recording.py", "from django.db import models"),
    ("law", "putright/law/promises.py", "import gateways.clock"),
    ("law", "putright/people/rules.py", "from . import models"),
    ("law", "putright/cases/stages.py", "from django.utils.translation import gettext"),
    ("faces", "putright/cases/actions.py", "from putright.cases import pages"),
    ("faces", "putright/cases/queries.py", "def late():\n    from putright.cases.forms import Note\n    return Note"),
    ("tools", "design/panel.py", "from putright.cases.models import Case"),
    ("tools", "gateways/clock.py", "import putright.people.roles"),
    ("tools", "offices/__init__.py", "import putright.law"),
]


@pytest.mark.parametrize(("contract", "path", "line"), FAULTS)
def test_a_planted_fault_is_caught(copy, contract, path, line):
    with planted(copy, path, line):
        found = lint(copy, contract)
    assert found.returncode == 1 and "BROKEN" in found.stdout, f"{line!r} in {path} went unnoticed:\n{found.stdout}"


def test_a_page_imported_from_elsewhere_is_caught_in_every_room_that_has_one(copy):
    """One fault for each room's contract, all planted at once in files of their own; each contract must break."""
    rooms = needed()
    last = "putright/rounds"  # the last room: importing a page from there breaks the page's contract and no layer
    lines = []
    for name in rooms:
        page = contracts()[name]["protected_modules"].split()[0]
        lines.append(f"import {page}")
    with planted(copy, f"{last}/peeping.py", "\n".join(lines)):
        found = lint(copy, *rooms)
    assert found.stdout.count("BROKEN") == len(rooms), found.stdout
    assert rooms, "no room has a page, so this proved nothing"


def test_every_room_with_pages_has_its_contract_and_no_other_has():
    assert {name for name in contracts() if name.startswith("pages-")} == set(needed()), (
        "Run: python -m tests.shape.contracts"
    )
    assert FILE.read_text() == written(), "Run: python -m tests.shape.contracts"


def test_every_contract_has_a_fault_planted_against_it():
    assert {contract for contract, _, _ in FAULTS} == {name for name in contracts() if not name.startswith("pages-")}
