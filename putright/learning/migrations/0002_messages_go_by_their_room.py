"""What became of each email is said by the room `messages`. Every row of before has its message there, under its own number."""

import django.db.models.deletion
from django.db import migrations, models

STATES = {"made": "waiting", "failed": "refused"}


def move(apps, schema_editor):
    theirs, mails = apps.get_model("learning", "Chase"), apps.get_model("messages", "Message")
    rows = theirs.objects.exclude(status="by_hand").select_related("recommendation").order_by("pk")
    for row in rows.iterator():
        number, _, domain = row.message_id.strip("<>").partition("@")
        row.mail = mails.objects.create(
            room="learning", key=f"{row.recommendation_id}:{row.number}", language=row.recommendation.language,
            to=row.recommendation.email, number=number.lower(), domain=domain, made_at=row.at, goes_at=row.at,
            state=STATES.get(row.status, row.status), state_at=row.at, trouble=row.trouble,
        )  # fmt: skip
        row.save(update_fields=["mail"])
    if schema_editor.connection.vendor == "postgresql":  # the table is altered next, in the same transaction
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [("learning", "0001_initial"), ("messages", "0001_initial")]

    operations = [
        migrations.AddField(
            "chase",
            "mail",
            models.OneToOneField(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="messages.message"
            ),
        ),
        migrations.RunPython(move),
        migrations.RemoveField("chase", "message_id"),
        migrations.RemoveField("chase", "status"),
        migrations.RemoveField("chase", "trouble"),
    ]
