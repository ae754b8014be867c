"""What the office changed of its pack stands beside the pack's name, so that the office is still one question."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_households")]
    operations = [migrations.AddField("officeinuse", "amended", models.TextField(blank=True, default=""), preserve_default=False)]
