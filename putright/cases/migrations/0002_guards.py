"""The log's append-only guard and the search index, on both engines."""

from django.db import migrations

from putright.cases import search, triggers


def guard(apps, editor):
    triggers.create(editor.connection)
    for statement in search.CREATE[editor.connection.vendor]:
        editor.execute(statement)


def unguard(apps, editor):
    triggers.drop(editor.connection)
    for statement in search.DROP[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
