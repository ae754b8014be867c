"""What became of each sending is said by the room `messages`. Every row of before has its message there, under its own number."""

import hashlib

import django.db.models.deletion
from django.db import migrations, models

STATES = {"failed": "refused"}


def move(apps, schema_editor):
    theirs, mails = apps.get_model("months", "Sending"), apps.get_model("messages", "Message")
    for row in theirs.objects.select_related("board").order_by("pk").iterator():
        number, _, domain = row.message_id.strip("<>").partition("@")
        told = hashlib.sha256(row.address.encode()).hexdigest()[:24]
        row.mail = mails.objects.create(
            room="months", key=f"{row.report_id}:{row.board_id}:{told}", language=row.board.language, to=row.address,
            number=number.lower(), domain=domain, made_at=row.begun_at, goes_at=row.begun_at,
            state=STATES.get(row.state, row.state), state_at=row.settled_at or row.begun_at, trouble=row.trouble,
            settled_by_id=row.settled_by_id,
        )  # fmt: skip
        row.save(update_fields=["mail"])
    if schema_editor.connection.vendor == "postgresql":  # the table is altered next, in the same transaction
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [("months", "0001_initial"), ("messages", "0001_initial")]

    operations = [
        migrations.AddField(
            "sending",
            "mail",
            models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="messages.message"),
        ),
        migrations.RunPython(move),
        migrations.AlterField(
            "sending",
            "mail",
            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="messages.message"),
        ),
        migrations.RemoveField("sending", "message_id"),
        migrations.RemoveField("sending", "state"),
        migrations.RemoveField("sending", "trouble"),
        migrations.RemoveField("sending", "settled_at"),
        migrations.RemoveField("sending", "settled_by"),
    ]
