"""Sending bytes of other people's making to a browser: as a picture made new by us, or as a download and nothing else."""

from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

from . import shelf
from .drawing import WIDTHS, NotDrawn, draw
from .inside import kinds
from .limits import PAGES_DRAWN, TEXT_SHOWN
from .models import Document

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


def guarded(response: HttpResponse | FileResponse) -> HttpResponse | FileResponse:
    """Whatever a browser takes it for, it may run nothing, load nothing and keep nothing."""
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


def original(document: Document) -> FileResponse:
    """The bytes as they came: always a download, never of the kind they say they are. 404 when sealed."""
    path = None if document.content.sealed_for else shelf.find(document.content.sha256)
    if path is None:
        raise Http404
    response = FileResponse(path.open("rb"), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, given_name(document)) or "attachment"
    response["Content-Length"] = document.content.size
    return guarded(response)


def given_name(document: Document) -> str:
    """Its safe name; when that lies about the kind of file, with the right ending after it."""
    endings = kinds.KINDS[document.content.kind].endings
    lies = "wrong_ending" in document.content.warns or "." not in document.name
    return f"{document.name}.{endings[0]}" if lies and endings else document.name


def picture(document: Document, page: int, width: int) -> HttpResponse:
    """One page as a new JPEG. 404 when there is no such page, it is sealed, or it can not be drawn."""
    content = document.content
    path = None if content.sealed_for else shelf.find(content.sha256)
    if path is None or content.shown_as not in {"image", "pdf"} or not 1 <= page <= pages_shown(document):
        raise Http404
    try:
        body = draw(path, content.shown_as, page, width if width in WIDTHS else WIDTHS[1])
    except NotDrawn as why:
        raise Http404 from why
    return guarded(HttpResponse(body, content_type="image/jpeg"))


def pages_shown(document: Document) -> int:
    return min(document.content.pages, PAGES_DRAWN)


def text(document: Document) -> tuple[str, bool]:
    """The beginning of a text, and whether there is more. Nothing when it is not text or is sealed."""
    path = shelf.find(document.content.sha256)
    if path is None or document.content.shown_as != "text":
        return "", False
    with path.open("rb") as file:
        body = file.read(4 * TEXT_SHOWN + 4)
    words = decoded(body)
    return words[:TEXT_SHOWN], len(words) > TEXT_SHOWN or document.content.size > len(body)


def decoded(body: bytes) -> str:
    if body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return body.decode("utf-16", "replace").replace("\0", "")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        if wrong.start > len(body) - 4:
            return body[: wrong.start].decode("utf-8-sig")
        return body.decode("cp1252", "replace")
