"""No line of a list's history can be changed or removed, on both engines; and a place for a file between two presses."""

import django.db.models.deletion
from django.db import migrations, models

from putright.codes import triggers


def guard(apps, editor):
    triggers.create(editor.connection, triggers.HISTORY)


def unguard(apps, editor):
    triggers.drop(editor.connection, triggers.HISTORY)


class Migration(migrations.Migration):
    dependencies = [("codes", "0001_initial"), ("people", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=43, unique=True)),
                ("which", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                ("at", models.DateTimeField(db_index=True)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.handler")),
            ],
        ),
        migrations.RunPython(guard, unguard),
    ]
