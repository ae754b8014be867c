from django.db import migrations, models
from django.db.models.deletion import PROTECT


class Migration(migrations.Migration):
    dependencies = [("interested", "0001_initial"), ("reviews", "0002_one_clock_for_the_answer")]

    operations = [
        migrations.AddField("told", "interested", models.ForeignKey(
            null=True, blank=True, on_delete=PROTECT, related_name="+", to="interested.interested")),
        migrations.AddField("review", "said", models.JSONField(default=dict)),
        migrations.AddField("recommendation", "said", models.JSONField(default=dict)),
    ]  # fmt: skip
