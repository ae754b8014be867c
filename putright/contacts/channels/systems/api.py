"""The two things another system may do here: send a contact, and ask where one stands."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Header, Path, Router, Status

from design.typed import cleaned
from putright.law.calendar import day_of

from . import actions, queries, rules
from .problems import SENTENCES, Problem
from .schema import ContactIn, ContactOut, StandingOut, refusals
from .wire import Bearer, take_turn

router = Router()
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
