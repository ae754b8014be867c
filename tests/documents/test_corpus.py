"""Every file of the corpus is judged as the table says, quickly, and without swelling in memory."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from putright.documents import look, names

from . import builders
from .corpus import CORPUS

SLOWEST = 4.0  # seconds: half a second here; the rest is for a busy machine


def verdict_of(found) -> str:
    return f"!{found.refuse}" if found.refuse else found.shown_as or "kept"


def test_there_are_at_least_120_files_and_no_two_of_one_title():
    assert len(CORPUS) >= 120
    assert len({sample.title for sample in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("sample", [s for s in CORPUS if s.verdict != "virus"], ids=lambda sample: sample.title)
def test_each_is_judged_as_the_table_says(sample, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(sample.build())
    began = time.perf_counter()
    found = look.judge(path, sample.name)
    took = time.perf_counter() - began
    assert verdict_of(found) == sample.verdict
    if not found.refuse:
        assert set(found.warns) == sample.warns
    assert took < SLOWEST


WATCHED = """
import resource, sys, zipfile
from pathlib import Path
from putright.documents import look

def most():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024

def trusting(path, name):
    zipfile.ZipFile(path).read("big.txt")

idle = most()
judge = look.judge if sys.argv[2] == "ours" else trusting
for path in sorted(Path(sys.argv[1]).iterdir()):
    judge(path, path.name)
print(most() - idle)
"""


def watched(folder, whose) -> int:
    """Megabytes above idling that judging everything in a folder took, in a process of its own."""
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", WATCHED, str(folder), whose]
    return int(subprocess.run(command, capture_output=True, text=True, cwd=root, check=True).stdout)


def test_no_bomb_takes_more_than_a_hundred_megabytes(tmp_path):
    bombs = [sample for sample in CORPUS if sample.verdict in {"!bomb", "!pixels", "!many", "!deep", "!pages"}]
    assert len(bombs) > 20
    for number, sample in enumerate(bombs):
        (tmp_path / f"{number}.bin").write_bytes(sample.build())
    assert (took := watched(tmp_path, "ours")) < 100, took


def test_the_measure_sees_a_reader_that_believes_a_bomb(tmp_path):
    (tmp_path / "bomb.zip").write_bytes(builders.zip_bomb(200))
    assert watched(tmp_path, "trusting") > 100


@pytest.mark.parametrize("sample", CORPUS, ids=lambda sample: sample.title)
def test_each_name_can_be_shown_saved_and_sent(sample):
    safe = names.safe(sample.name)
    assert 0 < len(safe.encode()) <= 255
    assert not set(safe) & set('/\\\0\r\n<>:"|?*\u202e')
    assert not safe.startswith(".")
