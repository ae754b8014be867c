"""Everything out, so that a demonstration begins anew. Only ever called by the `demo` command, which refuses a live office."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection, transaction

KEPT = frozenset({"django_migrations", "django_content_type", "auth_permission"})
GUARDS = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT t.tgname, c.relname, pg_get_triggerdef(t.oid) FROM pg_trigger t "
        "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE NOT t.tgisinternal AND n.nspname = current_schema()"
    ),
}


def empty() -> None:
    """Take every row out of every table, in one transaction. The guards that forbid it are put back in the same one."""
    tables = sorted(set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - KEPT)
    statements = connection.ops.sql_flush(no_style(), tables, reset_sequences=True)
    statements.append("DELETE FROM config_cache")
    if connection.vendor == "sqlite":
        statements.append("DELETE FROM cases_fts")
    with transaction.atomic(), guards_lifted(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def guards_lifted() -> Iterator[None]:
    """Every room's append-only triggers are away within the block. Whatever guards there are: none is named here."""
    if connection.vendor == "postgresql":
        connection.check_constraints()  # it will not truncate a table with checks still to come
    with connection.cursor() as cursor:
        cursor.execute(GUARDS[connection.vendor])
        guards = cursor.fetchall()
        for name, table, _made_by in guards:
            on = f" ON {connection.ops.quote_name(table)}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}{on}")
        yield
        for _name, _table, made_by in guards:
            cursor.execute(made_by)
