"""What tests stand on: no way out of this machine, a database that is emptied and guarded again, its own server."""

import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.forms.models import model_to_dict

from putright.cases.models import Event
from tests import cast
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


def everything_there() -> dict[str, list[tuple]]:
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(cursor.fetchall(), key=repr)
    return found


@pytest.mark.django_db
def test_the_cast_written_again_is_the_cast_its_makers_made(monkeypatch):
    """In every table there is, and as the people the tests are given."""
    monkeypatch.setattr(cast, "_kept", {})
    seen = []
    for _first_by_the_makers_then_again in range(2):
        with transaction.atomic():
            everybody = [one for one in vars(cast.assemble()).values() if hasattr(one, "pk")]
            seen.append((everything_there(), [model_to_dict(one) | one._state.fields_cache for one in everybody]))
            transaction.set_rollback(True)
        monkeypatch.setattr(cast, "made", lambda: pytest.fail("made, not written again"))
    assert seen[0] == seen[1]
    assert len(seen[0][1]) == 9


@pytest.mark.django_db
def test_where_somebody_is_already_the_makers_make_the_cast():
    with transaction.atomic():
        cast.assemble()
        transaction.set_rollback(True)
    there = people.handler("Una Early", "handler", people.team("early"))
    assert cast.assemble().sam.pk != there.pk
