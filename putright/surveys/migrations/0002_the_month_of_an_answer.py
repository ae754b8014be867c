"""The month of an answer stands with it, so that results are counted in the database by one column."""

from django.db import migrations, models

from putright.law.calendar import day_of


def fill(apps, editor):
    answers = apps.get_model("surveys", "Response").objects
    changed = []
    for one in answers.order_by("pk").iterator(chunk_size=1000):
        one.month = f"{day_of(one.at):%Y-%m}"
        changed.append(one)
        if len(changed) == 1000:
            answers.bulk_update(changed, ["month"], batch_size=200)
            changed = []
    answers.bulk_update(changed, ["month"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = [("surveys", "0001_initial")]

    operations = [
        migrations.AddField("response", "month", models.CharField(default="", max_length=7), preserve_default=False),
        migrations.AddField("response", "twice", models.BooleanField(default=False)),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "response", models.Index(fields=["version", "month"], name="surveys_res_version_month")
        ),
    ]
