"""GET /healthz: are the database, the worker and the owed work well? For monitors; names nobody."""

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse

from putright.rounds import health


def healthz(request: HttpRequest) -> JsonResponse:
    """200 when all is well, 503 with what is not. `worker` is well when it has gone round within two minutes;
    `owed` when nothing has been owed for over five."""
    try:
        parts = health.parts(at=request.at)
    except DatabaseError:
        parts = {"database": "not answering"}
    well = all(state == "well" for state in parts.values())
    return JsonResponse({"well": well, **parts}, status=200 if well else 503)
