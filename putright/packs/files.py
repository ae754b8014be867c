"""A pack as a file: for a person (PDF), for a system (JSON, CSV), or all of it with its documents (ZIP)."""

import io
import json
import zipfile

from django.http import Http404, HttpResponse

from putright.compared.vocabulary import as_csv
from putright.documents import shelf

from .drawn import pdf
from .rules import Pack

KINDS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
    "zip": "application/zip",
}


def answer(made: Pack, which: str, language: str) -> HttpResponse:
    """The file to be saved. 404 for a kind there is not, and for a CSV or a PDF of the first format, which has neither."""
    if which not in KINDS or (which != "json" and "chronology" not in made):
        raise Http404
    content = {
        "json": as_json,
        "csv": as_csv,
        "pdf": lambda one: pdf(one, language),
        "zip": lambda one: packed(one, language),
    }
    name = f"{made['reference']}-{made['for']}.{which}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content[which](made), content_type=KINDS[which], headers=headers)


def as_json(made: Pack) -> str:
    return json.dumps(made, ensure_ascii=False, indent=2)


def packed(made: Pack, language: str) -> bytes:
    """Everything in one file. A document that is withheld, or is not here, is named in pack.json and left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packing:
        packing.writestr("pack.json", as_json(made))
        packing.writestr("pack.csv", as_csv(made))
        packing.writestr("pack.pdf", pdf(made, language))
        for sha256 in dict.fromkeys(one["sha256"] for one in made["documents"] if one["held"] == "here"):
            if path := shelf.find(sha256):
                packing.write(path, f"documents/{sha256}")
    return out.getvalue()
