"""Files with the quick entry: kept under the contact's own key as soon as they come, so that a mistake loses none."""

from django.http import HttpRequest

from putright.documents import held
from putright.documents.receiving import too_large
from putright.documents.refusals import NotTaken
from putright.documents.shown import Shown

from .forms import key_of


def put_in(request: HttpRequest) -> list[str]:
    """Keep what was chosen, and let go of what is not wanted; why some of it was not taken."""
    if request.method != "POST" or not (text := request.POST.get("key", "")):
        return []
    key = key_of(text, request.handler.pk)
    going = request.POST.get("take_out", "")
    if going.isascii() and going.isdigit() and len(going) < 19:
        held.let_go(key, int(going))
    wrong = [str(NotTaken("too_large", name)) for name in too_large(request)]
    return wrong + held.hold_all(request.FILES.getlist("files"), came_with=key, by=request.handler, at=request.at)[1]


def given(request: HttpRequest) -> list[Shown]:
    """What this screen holds so far: nothing, and no query, before anything was sent."""
    text = request.POST.get("key", "")
    return [Shown(one) for one in held.held_with(key_of(text, request.handler.pk))] if text else []
