"""The interface for other systems asked thousands of made-up things, right and wrong, as each scope, as all and as nobody:
`script/campaign api_fuzz [--seed N] [--examples N] [--try]`.

Every answer must be as its description has it, what is wrong must be refused, and nothing may be a 5xx. The control arm
breaks one operation on purpose; a campaign that does not notice has failed. Writes docs/evidence/api.md."""

import os
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from .report import EVIDENCE, commit, words

ARMS = ("contacts:send", "contacts:status", "measures:read", "all", "nobody")


def begin(folder: Path) -> None:
    """A fresh database on the disk, with the settings of a test."""
    os.environ |= {"PUTRIGHT_MODE": "test", "DJANGO_SETTINGS_MODULE": "config.settings"}
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'fuzz.sqlite3'}"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def secret_of(arm: str, toni: object) -> str:
    from gateways import clock
    from putright.contacts.channels.systems import rules, tokens

    now = clock.now()
    scopes = rules.SCOPES if arm == "all" else [arm]
    until = (now + timedelta(days=9)).date()
    return "" if arm == "nobody" else tokens.give(arm, scopes, until, by=toni, at=now)


def run(arms: tuple[str, ...], examples: int, seed: int) -> list[dict[str, object]]:
    from tests.cast import assemble
    from tests.contacts.systems import fuzz

    toni, found = assemble().toni, []
    for arm in arms:
        came, began = fuzz.Came(), time.monotonic()
        for operation in fuzz.operations(fuzz.described()):
            fuzz.try_out(operation, secret_of(arm, toni), examples, came, start=seed)
        codes: dict[int, int] = {}
        for (_label, code), times in came.codes.items():
            codes[code] = codes.get(code, 0) + times
        found.append({"arm": arm, "asked": sum(codes.values()), "codes": dict(sorted(codes.items())),
                      "wrong": came.wrong, "seconds": round(time.monotonic() - began)})  # fmt: skip
        print(found[-1] | {"wrong": came.wrong[:3]}, flush=True)
    return found


def control(examples: int, seed: int) -> bool:
    """One operation broken on purpose: is it noticed?"""
    from tests.contacts.systems import fuzz

    def broken(*_given: object) -> None:
        raise RuntimeError("on purpose")

    from putright.people.models import Handler

    came, toni = fuzz.Came(), Handler.objects.get(role="administrator")
    with patch("putright.contacts.channels.systems.queries.standing", broken):
        for operation in fuzz.operations(fuzz.described()):
            fuzz.try_out(operation, secret_of("contacts:status", toni), examples, came, start=seed)
    return bool(came.wrong) and any(code == 500 for _label, code in came.codes)


def kept(found: list[dict[str, object]]) -> bool:
    return all(not one["wrong"] and not [code for code in one["codes"] if code >= 500] for one in found)


def page(found: list[dict[str, object]], noticed: bool, command: str, at_commit: str) -> str:
    lines = [
        "# The interface, asked made-up things", "",
        f"`{command}` at commit `{at_commit}`. Requests are made from the description (OpenAPI 3.1) by schemathesis, right",
        "and wrong by turns. Held for each answer: no 5xx; its code, media type, headers and content are as described; what",
        "is wrong is refused.", "",
        "| Asked as | Requests | Codes (times) | Not as described | Seconds |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for one in found:
        codes = ", ".join(f"{code} ({times})" for code, times in one["codes"].items())
        lines.append(f"| {one['arm']} | {one['asked']} | {codes} | {len(one['wrong'])} | {one['seconds']} |")
    total, fives = (
        sum(one["asked"] for one in found),
        sum(n for one in found for c, n in one["codes"].items() if c >= 500),
    )
    lines += ["", f"{total} requests, {fives} answered with a 5xx.",
              f"Control: one operation broken on purpose was {'noticed' if noticed else 'NOT NOTICED'}.", ""]  # fmt: skip
    return "\n".join(lines)


def main() -> int:
    asked = words(__doc__)
    asked.add_argument(
        "--examples", type=int, default=150, help="right ones, and as many wrong ones, for each operation"
    )
    given = asked.parse_args()
    at_commit = "a tree that is not committed" if given.trial else commit()
    with tempfile.TemporaryDirectory(prefix="putright-api-") as name:
        begin(Path(name))
        found = run(ARMS, given.examples, given.seed)
        noticed = control(max(5, given.examples // 20), given.seed)
    text = page(found, noticed, f"script/campaign api_fuzz --seed {given.seed} --examples {given.examples}", at_commit)
    print(text)
    if not given.trial:
        (EVIDENCE / "api.md").write_text(text, encoding="utf-8")
    return 0 if noticed and kept(found) else 1


if __name__ == "__main__":
    sys.exit(main())
