"""A frozen pack sent to a browser: the whole, or one of its pages, which may load nothing but its own pictures."""

import io
import zipfile

from django.http import Http404, HttpResponse

from .models import Pack

KINDS = {"html": "text/html; charset=utf-8", "jpg": "image/jpeg", "txt": "text/plain; charset=utf-8"}
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)


def served(pack: Pack, name: str) -> HttpResponse:
    """404 for a name the pack does not have; nothing of a path reaches a disk."""
    body = bytes(Pack.objects.values_list("body", flat=True).get(pk=pack.pk))
    if not name:
        response = HttpResponse(body, content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="pack-{pack.sha256[:12]}.zip"'
    else:
        response = HttpResponse(_page(body, name), content_type=KINDS[name.rpartition(".")[2]])
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _page(body: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(body)) as whole:
        if name not in whole.namelist() or name.rpartition(".")[2] not in KINDS:
            raise Http404
        return whole.read(name)
