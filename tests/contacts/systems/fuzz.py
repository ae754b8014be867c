"""The description turned against the interface: made-up requests, right and wrong, as each scope and as nobody."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi import checks

from config.wsgi import application

# What is sent right must be taken, wrong refused, and every answer be as the description has it; above all no 5xx.
HELD = (
    schemathesis.checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
    checks.response_headers_conformance, checks.response_schema_conformance, checks.negative_data_rejection,
)  # fmt: skip


@dataclass
class Came:
    """What came of it: how many were answered with each code, and everything that was not as described."""

    codes: Counter[tuple[str, int]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def described() -> Any:
    """The description, without its tokens: each request carries the one it is tried with, and no made-up one."""
    found = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for operations_of in found.raw_schema["paths"].values():
        for operation in operations_of.values():
            operation.pop("security", None)
    return found


def operations(schema: Any) -> list[Any]:
    return [found.ok() for found in schema.get_all_operations()]


def try_out(operation: Any, secret: str, examples: int, came: Came, *, start: int = 0) -> None:
    """That many requests each of the right and of the wrong kind, with that token (or none)."""
    takes = [*operation.path_parameters, *operation.query, *operation.headers, *operation.body]
    for mode in (GenerationMode.POSITIVE, *([GenerationMode.NEGATIVE] if takes else [])):  # else nothing could be wrong
        _tried(operation, mode, secret, came)(settings(
            max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        ), start)  # fmt: skip


def _tried(operation: Any, mode: GenerationMode, secret: str, came: Came) -> Any:
    try:
        cases = operation.as_strategy(generation_mode=mode)
    except Exception as nothing:  # some operation has nothing that could be wrong
        if "negat" not in str(nothing).lower():
            raise
        return lambda *_: None

    def one(case: Any) -> None:
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        response = case.call(headers=headers)
        came.codes[operation.label, response.status_code] += 1
        try:
            case.validate_response(response, checks=list(HELD) if secret else list(HELD[:-1]))
        except (Failure, FailureGroup) as wrong:
            came.wrong.append(f"{operation.label} {mode.name} {response.status_code}: {wrong}"[:2000])

    return lambda how, start: seed(start)(how(given(case=cases)(one)))()
