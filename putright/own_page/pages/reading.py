"""How it stands, our letters, and what they sent. A letter or file that is not theirs is not there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from putright.documents import serving
from putright.documents.shown import Shown
from putright.letters.models import Letter
from putright.letters.panel import NAMES
from putright.paper import blocks
from putright.passes.queries import wrong_tries
from putright.people.queries import office

from .. import changes, shown
from ..sittings import Visitor
from ..words import ASKS_OF_THEIRS, FIELDS
from .door import inside, language, page


@inside
def home(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """How it stands, what comes next and why, and everything that can be done from here. Eight queries at most."""
    request.office, case = office(), visitor.case
    values = {
        "title": _("Your page"), "back": None, "case": case, "asks": ASKS_OF_THEIRS, "fields": FIELDS,
        "standing": shown.standing(case, request.office, language(), at=request.at) if visitor.whole else None,
        "letters": list(shown.letters(visitor).defer("pdf", "values", "body")), "names": NAMES,
        "waiting": shown.waiting(visitor), "unchecked": (new := shown.unchecked(visitor)),
        "coded": {one.pk for one in new if changes.by_code(one, at=request.at)},
        "tries": wrong_tries(case, at=request.at), "looks": shown.looks(case, request.office) if visitor.whole else [],
    }  # fmt: skip
    return page(request, visitor, "own_page/home.html", values)


@inside
def what_you_sent(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Their own words, as they wrote them. Of a call only that it was: what stands there is a handler's note of it."""
    told = list(shown.contacts(visitor))
    kept = {key: [Shown(one) for one in some] for key, some in shown.files(visitor, told).items()}
    return page(request, visitor, "own_page/sent.html", {"title": _("What you told us"), "told": told, "kept": kept})


@inside
def file(request: HttpRequest, visitor: Visitor, pk: int) -> HttpResponse:
    document = shown.file(visitor, pk)
    if document is None:
        raise Http404
    return serving.original(document)


@inside
def letter(request: HttpRequest, visitor: Visitor, pk: int) -> HttpResponse:
    found = theirs(visitor, pk)
    words = blocks.html(found.body, found.values["passages"]).replace(">\n", ">")  # shown with its line breaks as they are
    values = {"title": NAMES[found.kind], "letter": found, "words": words}
    return page(request, visitor, "own_page/letter.html", values)


@inside
def letter_pdf(request: HttpRequest, visitor: Visitor, pk: int) -> HttpResponse:
    found = theirs(visitor, pk)
    headers = {
        "Content-Disposition": f'attachment; filename="{_("letter")}-{found.pk}.pdf"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(found.pdf or b""), content_type="application/pdf", headers=headers)


def theirs(visitor: Visitor, pk: int) -> Letter:
    found = shown.letters(visitor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
