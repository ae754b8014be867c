"""What went wrong, as RFC 9457 has it (application/problem+json), in the reader's language: which field, and how to mend it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design.typed import cleaned

from .rules import nearest

TYPE = "application/problem+json"
SHOWN = 50  # wrong fields named in one answer
KINDS = {
    "not-json": (400, gettext_lazy("We could not read the content"),
                 gettext_lazy("Send one JSON object, in UTF-8, with no list or object deeper than the description has.")),
    "refused": (400, gettext_lazy("We could not read the request"),
                gettext_lazy("Check the address and the headers against the description of this interface.")),
    "no-token": (401, gettext_lazy("A token is needed"),
                 gettext_lazy("Send the header “Authorization: Bearer” and a token that has not ended. Ask the office for one.")),
    "scope": (403, gettext_lazy("This token may not do that"),
              gettext_lazy("Ask the office for a token that may, or use the one you have for what it is for.")),
    "not-found": (404, gettext_lazy("There is nothing there"),
                  gettext_lazy("Check each letter. A wrong address, reference and secret are all answered like this.")),
    "method": (405, gettext_lazy("Not by this method"),
               gettext_lazy("Look in the description which method this address takes.")),
    "too-large": (413, gettext_lazy("That is too large"),
                  gettext_lazy("The content may be one million bytes at most. Shorten the words.")),
    "file-too-large": (413, gettext_lazy("That file is too large"),
                       gettext_lazy("One file may have 256 MB at most, and its length must be said. Send a shorter part of it.")),
    "files-too-many": (422, gettext_lazy("Too many files for one contact"),
                       gettext_lazy("Twenty files may come with one contact, 512 MB together. Send the ones that matter most.")),
    "file-empty": (422, gettext_lazy("That file is empty"),
                   gettext_lazy("There is nothing in it. Send it again, or leave it out.")),
    "no-room": (503, gettext_lazy("We cannot take files at the moment"),
                gettext_lazy("The contact itself is safe. Send the file again in an hour.")),
    "not-a-file": (415, gettext_lazy("That is not a file as we take it"),
                   gettext_lazy("Send the bytes of one file, with the header “Content-Type: application/octet-stream”.")),
    "media": (415, gettext_lazy("That is not JSON"), gettext_lazy("Send the header “Content-Type: application/json”.")),
    "invalid": (422, gettext_lazy("Something in it needs to be mended"),
                gettext_lazy("Nothing was kept. Mend the fields named in “errors”, and send it again.")),
    "key-reused": (422, gettext_lazy("This key was used before"),
                   gettext_lazy("This Idempotency-Key was used before, with other content. Send new content with a new key.")),
    "too-fast": (429, gettext_lazy("Wait a little"),
                 gettext_lazy("This token has read as often as it may for now. Ask again after the seconds in “Retry-After”.")),
    "broken": (500, gettext_lazy("Something is wrong here"),
               gettext_lazy("Nothing was kept. Send it again in a minute, with the same Idempotency-Key.")),
}  # fmt: skip
BY_STATUS = {400: "refused", 401: "no-token", 403: "scope", 404: "not-found", 405: "method", 413: "too-large"}
SENTENCES = {
    "missing": gettext_lazy("This is needed. Add it."),
    "string_type": gettext_lazy("This must be text, in quotation marks."),
    "string_unicode": gettext_lazy("This has letters that cannot be read. Send it in UTF-8."),
    "string_too_long": gettext_lazy("This is too long. It may have %(max_length)s characters at most."),
    "literal_error": gettext_lazy("This must be one of: %(expected)s."),
    "bool_type": gettext_lazy("This must be true or false, without quotation marks."),
    "model_type": gettext_lazy("This must be an object, in curly brackets."),
    "model_attributes_type": gettext_lazy("This must be an object, in curly brackets."),
    "no_words": gettext_lazy("Say what happened. A few words are enough."),
    "no_day": gettext_lazy("Write a date that there is, like 2026-03-27."),
    "later": gettext_lazy("This day is still to come. Write the day it happened, or leave it out."),
    "email": gettext_lazy("Write an email address like name@example.com, or leave it out."),
    "hour": gettext_lazy("Write a time like 09:00 or 17:30."),
    "no_month": gettext_lazy("There are no figures for that month. Ask for one that has begun, from 1900 on."),
}
OTHERWISE = gettext_lazy("This is not written as the description has it. Look at its example.")


class Problem(Exception):
    """An answer that says what is wrong. Raised anywhere in the interface; never a fault of ours."""

    def __init__(self, kind: str, errors: Iterable[Mapping[str, str]] = (), **headers: str) -> None:
        super().__init__(kind)
        self.kind, self.errors, self.headers = kind, list(errors), headers


def answer(problem: Problem, status: int = 0) -> JsonResponse:
    usual, title, detail = KINDS[problem.kind]
    status = status or usual
    told: dict[str, object] = {
        "type": f"urn:putright:problem:{problem.kind}", "title": str(title), "status": status, "detail": str(detail),
    }  # fmt: skip
    if problem.errors:
        told["errors"] = problem.errors
    response = JsonResponse(told, status=status, content_type=TYPE)
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="putright"'
    for name, value in problem.headers.items():
        response[name.replace("_", "-")] = value
    return response


def plainly(request: HttpRequest, status: int) -> JsonResponse:
    """For what went wrong before the interface was reached, or beneath it."""
    kind = BY_STATUS.get(status) or ("broken" if status >= 500 else "refused")
    return answer(Problem(kind), status)


def wrong(found: Mapping[str, Any], fields: Iterable[str]) -> dict[str, str]:
    """One wrong field, from what the schema found: its name, a word for machines, and a sentence for people."""
    place = found["loc"][1:] if found["loc"][0] in ("path", "query", "header") else found["loc"][2:]
    name = ".".join(str(part) for part in place)[:200] or "(all of it)"
    code, more = found["type"], found.get("ctx", {})
    if code == "extra_forbidden":
        return {"field": cleaned(name), "code": "unknown", "message": unknown(str(place[-1]), fields)}
    sentence = str(SENTENCES.get(code, OTHERWISE))
    return {"field": cleaned(name), "code": code, "message": sentence % more if "%(" in sentence else sentence}


def unknown(name: str, fields: Iterable[str], words: str = "") -> str:
    words = words or _("We do not know this field.")
    if like := nearest(name, fields):
        return f"{words} {_('Did you mean “%(field)s”?') % {'field': like}}"
    return f"{words} {_('Leave it out, or put what it says in “words”.')}"
