"""Files given with the public form: kept for it as soon as they come, shown by name, taken out again one by one."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from markupsafe import Markup

from putright.contacts.models import Draft
from putright.documents import held
from putright.documents.receiving import blame, too_large
from putright.documents.refusals import NotTaken
from putright.documents.shown import Shown
from putright.documents.words import ANOTHER_WAY

from .actions import file_late
from .forms import Question

SLUG = "files"


def given(draft: Draft) -> list[Shown]:
    """What this form holds so far: one query; none for a form not kept yet."""
    return [Shown(document) for document in held.held_with(draft.key)] if draft.pk else []


def gathered(request: HttpRequest, draft: Draft, form: Question) -> bool:
    """Keep what came and let go of what is not wanted. True when the page must be shown again: something was wrong (it is
    on the form by then), or more is to be added or looked over."""
    going = request.POST.get("remove", "")
    if going.isascii() and going.isdigit() and len(going) < 19:
        held.let_go(draft.key, int(going))
    wrong = [str(NotTaken("too_large", name)) for name in too_large(request)]
    if coming := request.FILES.getlist("files"):
        wrong += held.hold_all(coming, came_with=draft.key, by=None, at=request.at)[1]
        file_late(draft, at=request.at)
    blame(form, [f"{sentence} {ANOTHER_WAY}" for sentence in wrong])
    return bool(wrong) or bool(going) or "add" in request.POST


def in_words(shown: list[Shown]) -> Markup:
    """For the page to check everything on."""
    names = (Markup('<bdi class="app-their-words">{}</bdi>').format(one.document.name) for one in shown)
    return Markup("<br>").join(names) or Markup("{}").format(_("Not given"))
