"""One press of a button is one deed, however often the browser sends it: a double press, a reload, a lost answer.

Every form of ours that changes a case carries `press_input()` (design.presses), made anew each time the page is drawn."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from .models import Press

KEPT = timedelta(days=2)


def only(request: HttpRequest, act: Callable[[], object]) -> None:
    """Do it, unless this very press was done before; then nothing more is done, and the page goes on as it did then.

    The press is kept in the deed's own transaction: a refused one may be pressed again. Of two at once the second waits
    for the first. A form without a press is simply done."""
    with transaction.atomic():
        if (key := _key(request)) and not _first(key, request.at):
            return
        act()


def _key(request: HttpRequest) -> str:
    """Whose press it was and where is part of it, so that nobody can use up another's."""
    press = request.POST.get("press", "")
    told = f"{request.handler.pk}\n{request.path}\n{press}"
    return hashlib.sha256(told.encode(errors="replace")).hexdigest() if press else ""


def _first(key: str, at: datetime) -> bool:
    try:
        with transaction.atomic():
            Press.objects.create(key=key, at=at)
    except IntegrityError:
        return False
    return True


def prune(*, at: datetime) -> int:
    """Forget presses nobody can still repeat by mistake."""
    return Press.objects.filter(at__lt=at - KEPT).delete()[0]
