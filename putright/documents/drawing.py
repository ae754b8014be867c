"""Have a page drawn, by a process with limits of its own (drawer.py). Whatever happens to it, we go on."""

import subprocess
import sys
from pathlib import Path

DRAWER = Path(__file__).with_name("drawer.py")
SECONDS = 15
WIDTHS = (320, 800, 1600)  # a photograph in a list, a page, a closer look


class NotDrawn(Exception):
    """It could not be drawn within the limits, or is broken."""


def drawer(*words: str) -> bytes:
    command = [sys.executable, "-I", str(DRAWER), *words]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL, env={}, check=False)
    except subprocess.TimeoutExpired as late:
        raise NotDrawn("took too long") from late
    if done.returncode:
        raise NotDrawn(done.stderr.decode(errors="replace").strip().splitlines()[-1:] or "stopped")
    return done.stdout


def count_pages(path: Path) -> int:
    """How many pages a PDF or a TIFF has; 0 when it cannot be opened."""
    try:
        return int(drawer("pages", str(path)) or 0)
    except (NotDrawn, ValueError):
        return 0


def draw(path: Path, shown_as: str, page: int, width: int) -> bytes:
    """A JPEG of one page, counted from 1. Raises NotDrawn."""
    return drawer(shown_as, str(path), str(page - 1), str(width))
