"""What became of each message is said by the room `messages`. Every row of before has its message there, under its own number."""

import django.db.models.deletion
from django.db import migrations, models

STATES = {"made": "waiting", "failed": "refused"}


def move(apps, schema_editor):
    theirs, mails = apps.get_model("chasing", "Message"), apps.get_model("messages", "Message")
    counted = {}
    for row in theirs.objects.select_related("link").order_by("pk").iterator():
        number, _, domain = row.message_id.strip("<>").partition("@")
        nth = counted[row.link_id] = counted.get(row.link_id, -1) + 1
        row.mail = mails.objects.create(
            room="chasing", key=f"{row.link_id}:{nth}", language=row.link.language, to=row.link.email, number=number.lower(),
            domain=domain, made_at=row.made_at, goes_at=row.made_at, state=STATES.get(row.status, row.status),
            state_at=row.made_at, trouble=row.trouble,
        )  # fmt: skip
        row.save(update_fields=["mail"])
    if schema_editor.connection.vendor == "postgresql":  # the table is altered next, in the same transaction
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [("chasing", "0001_initial"), ("messages", "0001_initial")]

    operations = [
        migrations.AddField(
            "message",
            "mail",
            models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="messages.message"),
        ),
        migrations.RunPython(move),
        migrations.AlterField(
            "message",
            "mail",
            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="messages.message"),
        ),
        migrations.RemoveField("message", "message_id"),
        migrations.RemoveField("message", "status"),
        migrations.RemoveField("message", "trouble"),
    ]
