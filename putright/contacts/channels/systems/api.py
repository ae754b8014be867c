"""What another system may do here: ask what kinds there are, send a contact and its files, and ask where one stands."""

from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import Header, Path, Router, Status

from design.typed import cleaned
from putright.contacts.kinds.queries import asking
from putright.documents.refusals import NotTaken
from putright.documents.shown import Shown
from putright.law.calendar import day_of

from . import actions, files, kinds, queries, rules
from .problems import SENTENCES, Problem
from .schema import ContactIn, ContactOut, FileOut, KindsOut, StandingOut, refusals
from .wire import Bearer, file_measured, take_turn

router = Router()
NOT_TAKEN = {"too_large": "file-too-large", "no_room": "no-room"}
FILE = {"requestBody": {
    "required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    "description": "The bytes of one file, as they are: no form, no base64.",
}}  # fmt: skip
KEY = {
    "in": "header", "name": "Idempotency-Key", "required": False, "schema": {"type": "string"},
    "description": "A key of your own for this one sending, such as a UUID. Send the same key again whenever you got no"
    " answer: the same key with the same content is one contact, and is answered as the first time. Do always send one.",
    "example": "8e03978e-40d5-43dd-bc93-6894a57f9324",
}  # fmt: skip


@router.post(
    "/contacts", url_name="send", operation_id="sendContact", auth=Bearer(rules.SEND), tags=["Contacts"],
    response={201: ContactOut, 202: ContactOut, **refusals(413, 415, 422)}, openapi_extra={"parameters": [KEY]},
    summary="Send a contact",
)  # fmt: skip
def send(request: HttpRequest, contact: ContactIn, response: HttpResponse) -> Status:
    """Scope `contacts:send`. What a person told you becomes a contact here, with its case and its acknowledgement, in one
    piece: after 201 or 202 nothing of it can be lost. Above 60 a minute it is still taken, in the slow lane, and
    answered 202: its reference comes within minutes, and can be asked for with the receipt. No contact is ever refused
    for coming too fast. A field we do not know is refused by name, so that nothing is dropped in silence."""
    told = tidied(contact.model_dump(exclude_none=True))
    if contact.happened_on and contact.happened_on > day_of(request.at).isoformat():
        raise Problem("invalid", [later()])
    if wrong := list(kinds.wrong_in(asking(), told, day_of(request.at))) if contact.topic or contact.answers else []:
        raise Problem("invalid", wrong)
    pace = queries.pace_of(request.auth, at=request.at)
    request.pace = pace.headers(request.at)
    key = request.headers.get("Idempotency-Key", "")[:500]
    taken = actions.take_in(told, request.auth, key, at=request.at)
    sending = taken.sending
    case = sending.contact.case if sending.contact else None
    words = _("We have what you sent. Your reference is %(reference)s.") % {"reference": case.reference if case else ""}
    return Status(202 if sending.slow else 201, {
        "reference": case.reference if case and not sending.slow else "", "receipt": str(sending.receipt),
        "secret": taken.secret, "lane": "slow" if sending.slow else "ordinary",
        "words": _("We have what you sent. You can ask for your reference in a few minutes.") if sending.slow else words,
    })  # fmt: skip


def tidied(told: dict[str, Any]) -> dict[str, Any]:
    """What no database can hold and nobody types left out, after it was measured: a limit is of what was sent."""
    return {
        name: tidied(value) if isinstance(value, dict) else cleaned(value).strip() if isinstance(value, str) else value
        for name, value in told.items()
    }


def later() -> dict[str, str]:
    return {"field": "happened_on", "code": "later", "message": str(SENTENCES["later"])}


@router.get(
    "/contacts/{reference}", url_name="standing", operation_id="askStage", auth=Bearer(rules.STATUS), tags=["Contacts"],
    response={200: StandingOut, **refusals(404, 422, 429)}, summary="Ask where a contact stands",
)  # fmt: skip
def standing(
    request: HttpRequest,
    reference: str = Path(
        ..., description="The reference, or the receipt.", max_length=100, examples=["PR-7K3M9-Q2X9T"]
    ),
    secret: str = Header(..., alias="Contact-Secret", max_length=100, description="The secret given when it was sent."),
) -> queries.Standing:
    """Scope `contacts:status`. The stage in plain words, and nothing about anybody. A wrong reference and a wrong secret
    are answered alike."""
    take_turn(request)
    found = queries.standing(reference, secret)
    if found is None:
        raise Problem("not-found")
    return found


@router.get(
    "/kinds", url_name="kinds", operation_id="listKinds", auth=Bearer(rules.SEND), tags=["Contacts"],
    response={200: KindsOut, **refusals(429)}, summary="List the kinds of contact and their questions",
)  # fmt: skip
def kinds_of_today(request: HttpRequest) -> dict[str, object]:
    """Scope `contacts:send`. The kinds an office has change by date: ask at least daily. Where `send` is false, show what
    `show` says and send nothing: information about a crime goes to Crimestoppers first."""
    take_turn(request)
    return {"kinds": kinds.listed(asking(), day_of(request.at), get_language() or "en")}


@router.post(
    "/contacts/{receipt}/files", url_name="file", operation_id="sendFile", auth=Bearer(rules.SEND, file_measured),
    tags=["Contacts"], response={201: FileOut, **refusals(404, 413, 415, 422, 429, 503)}, openapi_extra=FILE,
    summary="Send a file with a contact",
)  # fmt: skip
def send_file(
    request: HttpRequest,
    receipt: str = Path(..., description="The receipt of the contact, sent with the same token.", max_length=100),
    name: str = Header(..., alias="File-Name", description="The name of the file with its ending, percent-encoded as UTF-8.",
                       min_length=1, max_length=1000, examples=["llythyr%20gan%20Si%C3%B4n.pdf"]),
) -> Status:  # fmt: skip
    """Scope `contacts:send`. The bytes of one file as the whole body. The same bytes under the same name are one file: send
    it again whenever you got no answer. At most 256 MB a file, twenty files and 512 MB with one contact. Whatever it is, it
    is kept as it came; what could do harm is kept sealed, and `words` say why. It can be sent while the contact waits in
    the slow lane."""
    take_turn(request)
    size = file_measured(request)
    sending = files.sending_of(request.auth, receipt)
    if sending is None:
        raise Problem("not-found")
    if not size:
        raise Problem("file-empty")
    try:
        made = files.keep_file(sending, request, unquote(name), size, at=request.at)
    except files.CutShort as cut:
        raise Problem("refused") from cut
    except NotTaken as why:
        raise Problem(NOT_TAKEN.get(why.code, "files-too-many")) from why
    content = made.content
    return Status(201, {
        "name": made.name, "size": content.size, "sha256": content.sha256, "sealed": bool(content.sealed_for),
        "words": Shown(made).sealed or _("We have this file."),
    })  # fmt: skip
