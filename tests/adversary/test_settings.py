"""A wrong setting stops the start with a sentence that names it; nothing of a demonstration is there in a live office."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parents[2]
LONG = "k" * 60
PUBLISHED = "only-for-demonstrations-and-tests-never-for-real-people-" + "0" * 20
WRONG = [
    ("PUTRIGHT_MODE", "prod", "demonstration"),
    ("PUTRIGHT_HTTPS", "maybe", "demonstration"),
    ("DATABASE_URL", "nonsense", "demonstration"),
    ("DATABASE_URL", "mysql://a/b", "demonstration"),
    ("PUTRIGHT_FROZEN_AT", "garbage", "demonstration"),
    ("PUTRIGHT_FROZEN_AT", "2026-03-27T16:50", "live"),
    ("PUTRIGHT_SMTP", "garbage", "demonstration"),
    ("PUTRIGHT_SMTP", "smtp://host:notaport", "demonstration"),
    ("PUTRIGHT_SMTP", "https://host", "live"),
    ("PUTRIGHT_EMAIL_FROM", "not-an-address", "demonstration"),
    ("PUTRIGHT_HOSTS", "", "demonstration"),
    ("PUTRIGHT_SECRET_KEY", "short", "live"),
    ("PUTRIGHT_SECRET_KEY", PUBLISHED, "live"),
]


def started(then: str = "", **given: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PUTRIGHT", "DATABASE"))}
    command = [sys.executable, "-c", f"import config.settings; {then}"]
    return subprocess.run(command, cwd=ROOT, env=environment | given, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name, value, mode", WRONG)
def test_a_wrong_setting_stops_the_start_by_name(name, value, mode):
    ended = started(**{"PUTRIGHT_MODE": mode, "PUTRIGHT_SECRET_KEY": LONG, name: value})
    last = ended.stderr.strip().splitlines()[-1]
    assert "Putright cannot start:" in last
    assert name in last


@pytest.mark.parametrize("smtp", ["", "smtp://post.example", "smtps://a:b@post.example:465"])
def test_right_ones_start(smtp):
    ended = started(PUTRIGHT_MODE="live", PUTRIGHT_SECRET_KEY=LONG, PUTRIGHT_SMTP=smtp, PUTRIGHT_HOSTS="office.example")
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("mode", ["live", "test"])
def test_what_the_address_of_the_database_asks_of_the_connection_stands(mode):
    address = "postgres://a:b@database.example/putright?sslmode=verify-full&options=-c%20statement_timeout%3D9000"
    ended = started("print(config.settings.DATABASES['default']['OPTIONS'])", PUTRIGHT_MODE=mode, PUTRIGHT_SECRET_KEY=LONG,
                    PUTRIGHT_HOSTS="office.example", DATABASE_URL=address)  # fmt: skip
    assert "'sslmode': 'verify-full'" in ended.stdout
    assert "-c jit=off -c statement_timeout=9000" in ended.stdout
    assert ("'pool'" in ended.stdout) == (mode == "live")


@pytest.mark.django_db
def test_a_live_office_shows_no_gallery_prints_no_codes_and_is_never_emptied(cast, client, settings):
    settings.MODE, settings.PUTRIGHT_DEMO = "live", False
    assert client.get("/en/gallery/").status_code == 404
    for command in ("demo", "codes"):
        with pytest.raises(CommandError):
            call_command(command)


@pytest.mark.django_db
def test_a_flood_of_tries_does_not_push_out_what_is_remembered_of_the_first():
    cache.set("!first", "six wrong passwords", 300)  # the first in order, so the first to be pushed out
    for number in range(400):
        cache.set(f"another-{number}", 1, 300)
    assert cache.get("!first")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/staff/cases/%00/", "/cy/staff/reports/2026/1/contacts/%00/", "/en/%00/"])
def test_an_address_with_a_nought_byte_is_nobodys(cast, client, path):
    client.force_login(cast.jo.user)
    assert client.get(path).status_code == 404
