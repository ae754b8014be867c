"""A sent letter cannot be changed, on both engines."""

from django.db import migrations

from putright.letters import triggers


def guard(apps, editor):
    triggers.create(editor.connection)


def unguard(apps, editor):
    triggers.drop(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
