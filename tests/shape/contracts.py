"""The import contracts, read back; and the small contract each room with pages needs.

    python -m tests.shape.contracts

adds to .importlinter the contract of every room that has pages or forms and none yet."""

import configparser
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / ".importlinter"
FACES = ("pages", "forms")
WHY = "; A page or a form is used inside its own room and by nobody else. One small contract a room: a wildcard would let\n"
WHY += "; one room into another's pages.\n"


def contracts() -> dict[str, dict[str, str]]:
    parser = configparser.ConfigParser()
    parser.read_string(FILE.read_text())
    found = {name.rpartition(":")[2]: dict(parser[name]) for name in parser.sections() if ":contract:" in name}
    return found


def packages() -> list[str]:
    return ["design", *(f"putright.{folder.name}" for folder in sorted((ROOT / "putright").iterdir()) if folder.is_dir())]


def modules(package: str, *stems: str) -> list[str]:
    """Modules of those names anywhere in the package: contacts has a folder for each way in, with its own pages."""
    folder = ROOT / package.replace(".", "/")
    found = [path for path in folder.rglob("*.py") if path.stem in stems or path.parent.name in stems]
    return sorted({".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in found})


def needed() -> dict[str, str]:
    """Contract name -> its text, for everything that has a page. The design room's `forms` are tools for all rooms."""
    made = {}
    for package in packages():
        protected = [face for face in modules(package, *FACES) if face != "design.forms"]
        if protected:
            room = package.rpartition(".")[2]
            made[f"pages-{room}"] = text(room, protected, [package])
    return made


def text(room: str, protected: list[str], importers: list[str]) -> str:
    def lines(modules: list[str]) -> str:
        return "".join(f"\n    {module}" for module in modules)

    return (
        f"[importlinter:contract:pages-{room}]\nname = Nobody imports a page of {room}\ntype = protected\n"
        f"protected_modules ={lines(protected)}\nallowed_importers ={lines(importers)}\n"
    )


def written() -> str:
    """The file as it should be: everything before the pages' contracts as it is, then one contract for each room."""
    before = re.split(r"; A page or a form is used|\[importlinter:contract:pages-", FILE.read_text())[0]
    return before.rstrip() + "\n\n" + WHY + "\n".join(needed().values())


if __name__ == "__main__":
    FILE.write_text(written())
