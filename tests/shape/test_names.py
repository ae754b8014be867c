"""Names say what a thing holds; pages ask through a door; nothing of this machine, and nobody else's mark, is committed."""

import re

from . import house

SWEEPINGS = {"utils", "util", "helpers", "helper", "core", "common", "base", "manager", "managers", "service", "services",
             "misc", "shared", "tools", "handlers"}  # fmt: skip
# In two halves, so that this file does not hold what it looks for.
BEGINS = r"(?<![\w>}])/"
OF_THIS_MACHINE = [
    BEGINS + r"work/", BEGINS + r"root\b", BEGINS + r"tmp/", "/home" + r"/\w+/", "file:" + "///", "localhost:" + "8080",
    "farm" + r"-(?!house|land|yard)\w", r"\bissues" + r" (show|list|new|note)\b", "index" + "-url", '"resolved"' + ":",
    "registry" + r"\.(npmjs|yarn)", "files" + r"\.pythonhosted", "arti" + "factory", "nex" + "us\\.",
]  # fmt: skip
UNREAD = {".png", ".ico", ".woff2", ".ttf", ".otf", ".pdf", ".csv", ".gz", ".jsonl"}


def test_no_file_is_named_for_sweepings():
    swept = [house.named(path) for path in house.files() if path.stem in SWEEPINGS or path.parent.name in SWEEPINGS]
    assert not swept, f"Name these for what they hold: {swept}"


def test_pages_never_touch_a_table():
    pages = [path for path in house.python("putright") if path.stem == "pages" or "pages" in path.parts]
    touching = [
        f"{house.named(path)}:{node.lineno}"
        for path in pages for node in house.ast.walk(house.tree(path))
        if isinstance(node, house.ast.Attribute) and node.attr in {"objects", "_default_manager", "raw"}
    ]  # fmt: skip
    assert not touching, f"A page fetches by a door or a query, and calls one action: {touching}"


def test_only_the_door_gives_pages_their_cases():
    """`by_reference` asks nobody's leave: rounds and actions only."""
    faces = {"pages", "panel", "forms", "api"}
    wrong = [
        house.named(path)
        for path in house.python("putright")
        if (path.stem in faces or faces & set(path.parts)) and "by_reference" in path.read_text()
    ]
    assert not wrong, f"Fetch the case by cases.door: {wrong}"


def test_nothing_of_this_machine_is_committed():
    found = []
    for path in house.files():
        if path.suffix in UNREAD:
            continue
        words = path.read_text(encoding="utf-8", errors="ignore")
        found += [f"{house.named(path)}: {m[0]!r}" for pattern in OF_THIS_MACHINE for m in re.finditer(pattern, words)]
    assert not found, "\n".join(sorted(set(found)))


def test_no_crown_and_no_transport():
    """The crown and GDS Transport are the government's own; a commissioner's office may use neither."""
    owned = re.compile(r"govukHeader\(|govukFooter\(|GDS Transport['\"]|govuk-crest|\bcrown\.(svg|png)|lockup", re.I)
    looks = {".html", ".scss", ".css", ".svg", ".mjs", ".js"}
    found = [house.named(path) for path in house.files() if path.suffix in looks and owned.search(path.read_text())]
    assert not found, found
    built = house.ROOT / "built" / "static"
    wrong = [p.name for p in built.rglob("*.css") if "GDS Transport" in p.read_text()] if built.exists() else []
    wrong += [p.name for p in built.rglob("*crest*")] if built.exists() else []
    assert not wrong, wrong
