"""The door for exchanges: `POST /hooks/telephone/`, outside the languages. See README.md for what to send."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from .actions import hear
from .queries import signers
from .reading import read_body
from .signing import is_fresh, is_signed

LARGEST = 1024 * 1024  # bytes: some thousand events


@csrf_exempt  # no browser and no session: the signature says who it is
def hook(request: HttpRequest) -> JsonResponse:
    """200 means stored. 400: not signed at all. 401: the signature or its time is wrong. 413: send it in parts."""
    if request.method != "POST":
        return refused(405, "Send the message with POST.")
    slug, sent, given = (request.headers.get(f"Putright-{name}", "") for name in ("Exchange", "Time", "Signature"))
    if not (slug and sent and given):
        return refused(400, "Send the headers Putright-Exchange, Putright-Time and Putright-Signature.")
    if len(request.headers.get("Content-Length", "")) > 9 or len(request.body) > LARGEST:
        return refused(413, f"Send at most {LARGEST} bytes at a time.")
    exchange, salts = signers(slug[:40])
    if exchange is None or not is_signed(given, salts, sent, request.body):
        return refused(401, "The signature is not one of this exchange.")
    if not is_fresh(sent, request.at):
        return refused(401, "The message is more than five minutes old, or the exchange's clock is wrong.")
    count = hear(exchange, read_body(request.body, at=request.at), by=None, at=request.at)
    return JsonResponse({"kept": count.kept, "known": count.known, "unread": count.wrong})


def refused(status: int, sentence: str) -> JsonResponse:
    answer = JsonResponse({"title": sentence, "status": status}, status=status, content_type="application/problem+json")
    if status == 405:
        answer["Allow"] = "POST"
    return answer
