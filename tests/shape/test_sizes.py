"""Nothing is too large to read. An exception has a name, a size and a reason; the list may only shrink."""

from collections import Counter

import pytest

from . import house

# name: (its size, why). A size above the one here fails, and so does an exception no longer needed.
TOO_LARGE: dict[str, tuple[int, str]] = {
    "offices/office.py:Office methods": (11, "a pack answers for one office; most are one-line questions of its tables"),
}
FUNCTION, FILE, TEST_FILE, CLASS, METHODS, TEMPLATE, ROOM = 40, 300, 600, 150, 10, 120, 2500


def over_functions() -> dict[str, int]:
    paths = list(house.python(*house.OURS, "tests"))
    return {
        f"{house.named(path)}:{function.name}": size
        for path in paths for function in house.functions(path) if (size := house.lines_of(function)) > FUNCTION
    }  # fmt: skip


def over_files() -> dict[str, int]:
    ours = {house.named(path): size for path in house.python(*house.OURS) if (size := house.length(path)) > FILE}
    tests = {house.named(path): size for path in house.python("tests") if (size := house.length(path)) > TEST_FILE}
    return ours | tests


def over_classes() -> dict[str, int]:
    found = {}
    for path in house.python(*house.OURS):
        for made in house.classes(path):
            methods = sum(isinstance(node, house.ast.FunctionDef) for node in made.body)
            if house.lines_of(made) > CLASS:
                found[f"{house.named(path)}:{made.name}"] = house.lines_of(made)
            if methods > METHODS:
                found[f"{house.named(path)}:{made.name} methods"] = methods
    return found


def over_templates() -> dict[str, int]:
    return {house.named(path): size for path in house.templates() if (size := house.length(path)) > TEMPLATE}


def over_rooms() -> dict[str, int]:
    """Python and templates; not words in Welsh, nor what Django wrote, nor tables of data."""
    sizes: Counter[str] = Counter()
    for path in [*house.python("putright"), *house.templates()]:
        inside = path.relative_to(house.ROOT).parts
        if inside[0] == "putright" and len(inside) > 2:
            room = "/".join(inside[:4] if inside[1:3] == ("contacts", "channels") else inside[:2])  # a way in is a room
            sizes[room] += house.length(path)
    assert sizes, "no room was measured"
    return {room: size for room, size in sizes.items() if size > ROOM}


@pytest.mark.parametrize("measure", [over_functions, over_files, over_classes, over_templates, over_rooms])
def test_nothing_is_over_its_hard_stop(measure):
    over = {name: size for name, size in measure().items() if size > TOO_LARGE.get(name, (0, ""))[0]}
    assert not over, f"Split these, they are too large to read: {over}"


def test_the_list_of_exceptions_only_shrinks():
    over = over_functions() | over_files() | over_classes() | over_templates() | over_rooms()
    stale = {name for name, (size, _) in TOO_LARGE.items() if over.get(name, 0) < size}
    assert not stale, f"Smaller now: take these from TOO_LARGE or lower their size: {stale}"
