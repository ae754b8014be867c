"""The wish of whoever has a code and is no person here."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("invited", "0001_initial")]

    operations = [migrations.AddField("invite", "no_more", models.BooleanField(default=False))]
