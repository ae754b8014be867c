"""GET /healthz: are the database, the worker and the owed work well? For monitors; names nobody."""

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse

from putright.contacts.channels.email import queries as email
from putright.rounds import health


def healthz(request: HttpRequest) -> JsonResponse:
    """200 when all is well, 503 with what is not. `worker` is well when it has gone round within two minutes;
    `owed` when nothing has been owed for over five; `mail`, where a mailbox is read, when it was read in the last five."""
    try:
        parts = health.parts(at=request.at)
        if settings.IMAP:
            parts["mail"] = email.mail(at=request.at)
    except DatabaseError:
        parts = {"database": "not answering"}
    well = all(state == "well" for state in parts.values())
    return JsonResponse({"well": well, **parts}, status=200 if well else 503)
