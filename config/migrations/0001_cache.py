"""The shared cache table (sign-in limits and codes already used), so that every process agrees."""

from django.core.management import call_command
from django.db import migrations


def make(apps, editor):
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


def remove(apps, editor):
    editor.execute("DROP TABLE config_cache")


class Migration(migrations.Migration):
    operations = [migrations.RunPython(make, remove)]
