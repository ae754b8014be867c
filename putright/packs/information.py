"""Information about a crime as one file a person can read, for the intelligence unit: what the pack says, never who told us.

Asked for and written down as any other opening of it (intelligence.actions.open_pack), and no copy of it is kept here."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from putright.codes.queries import asked_once
from putright.intelligence import actions, queries, sheets
from putright.intelligence.models import Record
from putright.intelligence.rules import GRADES
from putright.people.queries import office

from .drawn import set_out


@never_cache
@require_POST
def information(request: HttpRequest, number: int) -> HttpResponse:
    """Posted, so that no link or reload opens it without its line in the history."""
    try:
        one = queries.record(request.handler, number)
    except queries.NoSuchRecord:
        raise Http404 from None
    language = "cy" if get_language() == "cy" else "en"
    words = actions.open_pack(one, by=request.handler, at=request.at)
    rows = sheets.pack(one, words, {which: asked_once(request, which) for which in GRADES}, language)
    headers = {"Content-Disposition": f'attachment; filename="pack-{one.pk}.pdf"'}
    return HttpResponse(as_pdf(one, rows, language, request.at), content_type="application/pdf", headers=headers)


def as_pdf(record: Record, rows: sheets.Lines, language: str, at: datetime) -> bytes:
    notes = [_("For the force’s intelligence unit. It does not say who told us.")]
    if record.threat:
        notes.insert(0, _("A threat to life"))
    title = _("Pack %(number)s") % {"number": record.pk}
    told = {
        "title": title, "office": office().name(language), "footer": title, "what": _("What"), "said": _("What is known"),
        "notes": notes, "sections": [{"title": _("This pack"), "rows": [list(row) for row in rows]}],
    }  # fmt: skip
    return set_out(told, language, at)
