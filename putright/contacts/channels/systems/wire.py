"""The interface itself: how a token is asked for, how a body is read, how everything wrong is answered."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser
from ninja.security import HttpBearer

from putright.documents.limits import MOST_BYTES

from . import rules
from .models import Token
from .problems import SHOWN, TYPE, Problem, answer, plainly, wrong
from .refusals import OtherBody
from .schema import FIELDS
from .tokens import open_token, read_pace

HALF = re.compile("[\ud800-\udfff]")


def measured(request: HttpRequest) -> None:
    """Refuses a body too large to be a contact, unread, and one that says it is something other than JSON."""
    size = rules.length_said(request.META.get("CONTENT_LENGTH", ""))
    if size is None or size > rules.BIGGEST:
        raise Problem("too-large")
    if request.content_type.casefold() != "application/json":
        raise Problem("media")


def file_measured(request: HttpRequest) -> int:
    """The size of a file sent as the whole body. Refuses one too large, unread, and one whose size is not said."""
    size = rules.length_said(request.META.get("CONTENT_LENGTH", ""))
    if size is None or size > MOST_BYTES:
        raise Problem("file-too-large")
    if request.content_type.casefold() != "application/octet-stream":
        raise Problem("not-a-file")
    return size


class Bearer(HttpBearer):
    """A token that works and has the scope. A body is measured before it is read."""

    def __init__(self, scope: str, measure: Callable[[HttpRequest], object] = measured) -> None:
        super().__init__()
        self.scope, self.measure = scope, measure

    def authenticate(self, request: HttpRequest, token: str) -> Token:
        found = open_token(token.strip(), at=request.at)
        if found is None:
            raise Problem("no-token")
        if self.scope not in found.scopes:
            raise Problem("scope")
        if request.method == "POST":
            self.measure(request)
        return found


class Json(Parser):
    """JSON as the standard has it: no NaN, nothing deeper than ours. What is wrong comes out as “not-json”."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        try:
            read = json.loads(request.body, parse_constant=_no_such)
        except RecursionError as deep:
            raise ValueError("deep") from deep
        if not isinstance(read, dict) or rules.too_deep(read):
            raise ValueError("no object of ours")
        return _readable(read)


def _readable(value: Any) -> Any:
    """Half of a picture cut in two by the sender's own limit is no reason to refuse what a person wrote."""
    if isinstance(value, dict):
        return {_readable(name): _readable(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_readable(one) for one in value]
    return HALF.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value


def _no_such(name: str) -> None:
    raise ValueError(name)


def take_turn(request: HttpRequest) -> None:
    """Count one reading; ask to wait when the token's minute is used up. Reading only: a contact never waits here."""
    pace = read_pace(request.auth, at=request.at)
    request.pace = pace.headers(request.at)
    if pace.is_over:
        raise Problem("too-fast", Retry_After=str(pace.seconds(request.at)))


class Interface(NinjaAPI):
    """Answers in JSON with the token's pace on each; every refusal is a problem with its own media type."""

    def create_response(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return paced(request, super().create_response(request, *args, **kwargs))

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        made = super().get_openapi_schema(**kwargs)
        for operations in made["paths"].values():
            for operation in operations.values():
                for status, told in operation["responses"].items():
                    if int(status) >= 400:
                        told["content"] = {TYPE: told["content"]["application/json"]}
        return made


def paced(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    for name, value in getattr(request, "pace", {}).items():
        response[name] = value
    return response


def interface(**details: Any) -> Interface:
    made = Interface(parser=Json(), urls_namespace="api", docs_url=None, **details)
    made.add_exception_handler(Problem, _problem)
    made.add_exception_handler(AuthenticationError, lambda request, _: answer(Problem("no-token")))
    made.add_exception_handler(ValidationError, _invalid)
    made.add_exception_handler(HttpError, _unread)
    made.add_exception_handler(Http404, lambda request, _: plainly(request, 404))
    made.add_exception_handler(OtherBody, lambda request, _: paced(request, answer(Problem("key-reused"))))
    return made


def _problem(request: HttpRequest, problem: Any) -> HttpResponse:
    return paced(request, answer(problem))


def _invalid(request: HttpRequest, found: Any) -> HttpResponse:
    named = [wrong(one, fields_of(one)) for one in found.errors[:SHOWN]]
    return paced(request, answer(Problem("invalid", named)))


def _unread(request: HttpRequest, error: Any) -> HttpResponse:
    said = answer(Problem("not-json")) if error.status_code == 400 else plainly(request, error.status_code)
    return paced(request, said)


def fields_of(found: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields there are where the wrong one stood."""
    return FIELDS["person" if "person" in found["loc"][2:-1] else ""]
