"""What we install is pinned by hash, names no host, and has a reason written down."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
FRONT_END = json.loads((ROOT / "package.json").read_text())
REASONS = (ROOT / "docs/decisions/2026-11-22-dependencies.md").read_text()

WANTED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
PYTHON = [re.match(r"[\w.-]+", line)[0] for line in WANTED]
NODE = {**FRONT_END["dependencies"], **FRONT_END["devDependencies"]}
REASONED = {
    re.match(r"[@\w./-]+", name)[0]
    for row in re.findall(r"^\| (.+?) \|", REASONS, flags=re.MULTILINE)
    for name in row.split(", ")
    if name != "Package"
}


def test_every_dependency_has_a_reason_and_every_reason_a_dependency():
    assert {*PYTHON, *NODE} == REASONED


@pytest.mark.parametrize("name", PYTHON)
def test_every_python_package_is_locked_with_a_hash(name):
    locked = (ROOT / "requirements.lock").read_text()
    assert re.search(
        rf"^{name}(\[.*\])?==\S+( ;[^\\]*)? \\\n    --hash=sha256:", locked, flags=re.MULTILINE | re.IGNORECASE
    )


@pytest.mark.parametrize("name, version", NODE.items())
def test_every_front_end_package_is_pinned_exactly_and_locked_with_a_hash(name, version):
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"][f"node_modules/{name}"]
    assert locked["version"] == version
    assert locked["integrity"].startswith("sha512-")


def test_no_lock_file_names_a_host():
    assert "://" not in (ROOT / "requirements.lock").read_text()
    for package in json.loads((ROOT / "package-lock.json").read_text())["packages"].values():
        assert "resolved" not in package
