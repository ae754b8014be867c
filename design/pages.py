"""The gallery: every part a page may be made of, whole and in error. For developers, never in a live office."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from design.samples import Sample

EXAMPLE = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
WRONG = {
    "email": "not-an-address",
    "when-day": "31",
    "when-month": "June",
    "when-year": "2025",
    "way": "phone",
    "words": "  <b>Line one</b>\nسطر ثانٍ 😟\n\tŵ ŷ Ŵ Ŷ",
}


def gallery(request: HttpRequest) -> HttpResponse:
    """`?layout=staff` shows the same parts as staff see them, and theirs besides."""
    if not (settings.DEBUG or getattr(settings, "PUTRIGHT_DEMO", False)):
        raise Http404
    shown = {
        "title": _("Gallery of parts"),
        "layout": request.GET.get("layout", "public"),
        "fresh": Sample(prefix="fresh", at=EXAMPLE),
        "form": Sample(WRONG, at=EXAMPLE),
        "example": EXAMPLE,
        "their_words": WRONG["words"] + "\n" + "wyth" * 60,
        "navigation": [
            {"text": _("My work"), "href": "#main-content", "current": True},
            {"text": _("Search"), "href": "#main-content"},
        ],
        "events": [{"title": _("Recorded"), "who": "Siân Ŵyn", "at": EXAMPLE, "words": _("The letter was sent.")}],
    }
    return render(request, "design/gallery.html", shown)
