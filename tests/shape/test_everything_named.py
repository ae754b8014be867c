"""Everything the five documents name stands once in docs/everything_named.md, with views and tests that there are."""

import ast
import re
from functools import cache
from typing import NamedTuple

import pytest

from . import house
from .test_addresses import ALL

PAGE = house.ROOT / "docs" / "everything_named.md"
CODES = [f"{letter}{number}" for letter, last in (("H", 38), ("C", 15), ("D", 36), ("E", 84)) for number in range(1, last + 1)]
VIEWS = {name for name, _path in ALL}
NOTHING = "Nothing to build: "


class Row(NamedTuple):
    code: str
    what: str
    views: tuple[str, ...]
    tests: tuple[str, ...]


def rows(text):
    for line in text.splitlines():
        if re.match(r"\| [A-Z]\d+ \|", line):
            code, what, views, tests = (cell.strip() for cell in line.strip("|").split("|"))
            yield Row(code, what, tuple(re.findall(r"`([^`]+)`", views)), tuple(re.findall(r"`([^`]+)`", tests)))


@cache
def in_file(name):
    path = house.ROOT / name
    found = ast.walk(ast.parse(path.read_text())) if path.is_file() else ()
    return {node.name for node in found if isinstance(node, ast.FunctionDef)}


def faults(row):
    """What is not true of a row. Only what needed no building may go without a view or a test."""
    yield from (f"no view {view}" for view in row.views if view not in VIEWS)
    for test in row.tests:
        name, _, function = test.partition("::")
        if not function.startswith("test_") or function not in in_file(name):
            yield f"no test {test}"
    if not row.what.startswith(NOTHING) and not (row.views and row.tests):
        yield "neither nothing to build, nor a view and a test"


ROWS = list(rows(PAGE.read_text()))


def test_each_code_of_the_documents_stands_exactly_once():
    assert sorted(row.code for row in ROWS) == sorted(CODES)


@pytest.mark.parametrize("row", ROWS, ids=[row.code for row in ROWS])
def test_the_views_and_tests_of_a_row_are_there(row):
    assert not list(faults(row))


GOOD = "| H1 | The standard | `excellence:board` | `tests/shape/test_everything_named.py::test_a_spoilt_row_is_found` |"


@pytest.mark.parametrize(
    ("whole", "spoilt", "said"),
    [
        ("excellence:board", "excellence:bored", "no view"),
        ("test_a_spoilt_row_is_found", "test_it_is_not", "no test"),
        ("shape/test_everything", "shape/test_nothing", "no test"),
        ("::test_a_spoilt", "::a_spoilt", "no test"),
        ("`excellence:board`", "–", "neither"),
    ],
)
def test_a_spoilt_row_is_found(whole, spoilt, said):
    (good,), (bad,) = rows(GOOD), rows(GOOD.replace(whole, spoilt))
    assert not list(faults(good)) and [fault for fault in faults(bad) if fault.startswith(said)]
