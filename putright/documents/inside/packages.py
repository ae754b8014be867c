"""Word, Excel, PowerPoint and OpenDocument: zips with rooms of their own. What is active in them is told, never run."""

import re

from .archives import Inside
from .finding import Finding

MACROS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|Basic/.*\.xml|Scripts/.*)$")
HELD = re.compile(r"(^|/)(embeddings|activeX|ObjectReplacements)/|oleObject", re.IGNORECASE)
OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']")
LINKS = re.compile(rb"/(hyperlink)[\"']")
DDE = re.compile(rb"\bDDE(AUTO)?\b|<ddeLink|ddeService", re.IGNORECASE)
ROOMS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))


def kind(seen: Inside) -> str:
    """What a zip is by its contents; a plain zip when it is nothing more."""
    if "[Content_Types].xml" in seen.names:
        return next((code for room, code in ROOMS if any(name.startswith(room) for name in seen.names)), "zip")
    said = seen.parts.get("mimetype", b"")
    if said.startswith(b"application/vnd.oasis.opendocument"):
        return "odt"
    return "epub" if said.startswith(b"application/epub+zip") else "zip"


def judged(seen: Inside) -> Finding:
    found = Finding(kind(seen), warns=tuple(dict.fromkeys(seen.warns)))
    if found.kind == "zip":
        return found
    if seen.entities:
        return found.refused("bomb")
    if any(MACROS.search(name) for name in seen.names):
        found = found.warned("macros")
    if any(HELD.search(name) for name in seen.names):
        found = found.warned("holds_others")
    if any(reaches_out(body) for name, body in seen.parts.items() if name.endswith(".rels")):
        found = found.warned("reaches_out")
    if any(DDE.search(body) for body in seen.parts.values()):
        found = found.warned("active")
    return found


def reaches_out(rels: bytes) -> bool:
    """Fetches something from elsewhere when it is opened. An ordinary link in the words does not."""
    parts = rels.split(b"<Relationship ")
    return any(OUTSIDE.search(part) and not LINKS.search(part) for part in parts)
