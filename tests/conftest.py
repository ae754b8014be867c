"""What holds for every test: no way out of this machine, event tables that can be emptied, a browser on request."""

import gc
import ipaddress
import os
import shutil
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from gateways import clock

# A busy machine is no fault of a rule: speed is for the bench. What is drawn and what must hold stay as they are.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_collection_finish() -> None:
    """What is there once all is imported and collected stays to the end: the collector need not walk it again and again."""
    gc.collect()
    gc.freeze()


class WayOut(AssertionError):
    """A test tried to reach another computer. Use the fake in gateways/."""


def is_this_machine(host: Any) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def pytest_report_header() -> str:
    """Say which database these results are about, and stop if it is not the one that was asked for."""
    from django.db import connection

    asked = os.environ.get("DATABASE_URL", "")
    if asked.startswith("postgres") and connection.vendor != "postgresql":
        pytest.exit(f"DATABASE_URL asks for PostgreSQL, but the settings chose {connection.vendor}", returncode=1)
    return f"database: {connection.vendor}"


@pytest.fixture(scope="session", autouse=True)
def sockets_closed() -> Iterator[None]:
    """Connections and name look-ups end at this machine, whichever client asks."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded(real):
        def attempt(self, address):
            if self.family != socket.AF_UNIX and not is_this_machine(address[0]):
                raise WayOut(f"a test tried to connect to {address!r}")
            return real(self, address)

        return attempt

    def local_look_up(host, *args, **kwargs):
        if not is_this_machine(host):
            raise WayOut(f"a test asked where {host!r} is")
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(connect))
        patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
        patch.setattr(socket, "getaddrinfo", local_look_up)
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """The database begins as a copy of the migrated one that is kept (tests/migrated.py, tests/migrated_server.py)."""
    from django.db import connection

    from .migrated import instead_of_migrating
    from .migrated_server import template

    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = template(os.environ["DATABASE_URL"]) or None
    with instead_of_migrating(connection):
        yield


@pytest.fixture(scope="session", autouse=True)
def event_tables_can_be_emptied() -> Iterator[None]:
    """Triggers refuse every deletion from the event tables, so a test with real transactions could not be cleaned up
    after. Only for Django's own emptying of a test database are they lifted, whichever rooms' they are, and put back in the
    same transaction.
    SQLite's search index is emptied with the rest: Django does not know that it is there."""
    from django.db import transaction
    from django.db.backends.base.operations import BaseDatabaseOperations

    from demo.emptying import guards_lifted

    empty = BaseDatabaseOperations.execute_sql_flush

    def empty_with_guard_lifted(operations, statements):
        connection = operations.connection
        with transaction.atomic(using=connection.alias), guards_lifted():
            extra = ["DELETE FROM cases_fts"] if connection.vendor == "sqlite" else []
            empty(operations, [*statements, *extra])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", empty_with_guard_lifted)
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The machine's own Chromium, driven by Playwright. It cannot look up any name but this machine's.

    While it is open an event loop runs in this thread, and Django would refuse to touch the database there."""
    from playwright.sync_api import sync_playwright

    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("No Chromium on this machine. On Debian: apt-get install chromium")
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium will not run as root with one
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A fresh browser page with no cookies. Mark the test `browser`."""
    context = chromium.new_context()
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def cast(db):
    """The fixed cast (tests/cast.py), in a fresh database."""
    from .cast import assemble

    return assemble()


@pytest.fixture
def client():
    """Every page fetched by it is checked for its manners (design/manners.py)."""
    from design.testing import MannerlyClient

    return MannerlyClient()


@pytest.fixture(autouse=True)
def english_to_begin_with():
    """A Welsh page leaves Welsh behind in the process; the next test starts in English."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture
def at_the_desk(client, cast):
    """Sign in as somebody; the pages they fetch are at the cast's moment."""
    with clock.fixed(cast.at):

        def sign_in(handler):
            client.force_login(handler.user)
            return client

        yield sign_in
