"""What tests stand on: no way out of this machine, a database that is emptied and guarded again, its own server."""

import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import DatabaseError, connection

from putright.cases.models import Event
from tests.conftest import WayOut
from tests.databases import NO_SERVER
from tests.make import cases, people


def an_event():
    people.office()
    return cases.case(people.person("Ffion Rees"))


def search_index_rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_fts")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("family, host", [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")])
def test_no_test_reaches_another_computer(family, host):
    with socket.socket(family) as way_out, pytest.raises(WayOut):
        way_out.connect((host, 80))


def test_no_test_looks_up_a_name_elsewhere():
    with pytest.raises(WayOut):
        socket.create_connection(("complainant.example", 80))


def test_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_no_office_settings_reach_a_test():
    assert settings.PUTRIGHT_TEST
    assert not settings.SMTP


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", [1, 2])
def test_after_real_transactions_the_log_is_empty_and_guarded_again(round_):
    assert not Event.objects.exists()
    if connection.vendor == "sqlite":
        assert search_index_rows() == 0
    an_event()
    with pytest.raises(DatabaseError, match="append-only"):
        Event.objects.update(verb="unsaid")


def test_a_command_run_on_postgresql_answers_with_its_own_exit_code():
    command = [
        sys.executable,
        "-c",
        "import os; assert os.environ['DATABASE_URL'] == 'postgres://given'; raise SystemExit(7)",
    ]
    given = {**os.environ, "DATABASE_URL_TEST": "postgres://given"}
    assert subprocess.run([sys.executable, "-m", "tests.databases", *command], env=given).returncode == 7


def test_no_server_is_never_taken_for_a_pass():
    nowhere = "import sys; from tests import databases as d; d.places = list; sys.exit(d.main(['true']))"
    alone = {name: value for name, value in os.environ.items() if name != "DATABASE_URL_TEST"}
    told = subprocess.run([sys.executable, "-c", nowhere], env=alone, capture_output=True, text=True)
    assert told.returncode == NO_SERVER
    assert "No PostgreSQL server" in told.stdout
