from django.db import migrations, models

from putright.callbacks.triggers import create, drop


def guard(apps, editor):
    create(editor.connection, "callbacks_batch")


def unguard(apps, editor):
    drop(editor.connection, "callbacks_batch")


class Migration(migrations.Migration):

    dependencies = [
        ("callbacks", "0002_names_are_kept_so_long"),
    ]

    operations = [
        migrations.RunPython(unguard, guard),
        migrations.AddField(model_name="batch", name="left_out", field=models.JSONField(default=dict)),
        migrations.RunPython(guard, unguard),
    ]
