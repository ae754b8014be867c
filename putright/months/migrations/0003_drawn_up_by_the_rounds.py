"""A report may be drawn up, and words drafted in it, by nobody: the rounds do it on the day after the period."""

import django.db.models.deletion
from django.db import migrations, models

from putright.months import triggers

TABLES = ("months_report", "months_words")  # SQLite makes a table anew to change a column, and its guard goes with the old one


def unguard(apps, editor):
    for table in TABLES:
        triggers.drop(editor.connection, table)


def guard(apps, editor):
    for table in TABLES:
        triggers.drop(editor.connection, table)
        triggers.create(editor.connection, table)


def nobody(model):
    to = models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.handler")
    return migrations.AlterField(model_name=model, name="by", field=to)


class Migration(migrations.Migration):
    dependencies = [("months", "0002_messages_go_by_their_room")]
    operations = [
        migrations.RunPython(unguard, guard),
        nobody("report"),
        nobody("words"),
        migrations.RunPython(guard, unguard),
    ]
