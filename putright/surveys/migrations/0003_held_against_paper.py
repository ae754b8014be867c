"""A second person holds some answers typed from paper against it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0006_a_senior_manager"), ("surveys", "0002_the_month_of_an_answer")]

    operations = [
        migrations.CreateModel(
            name="Against",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("changed", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.handler")),
                ("response", models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="against", to="surveys.response")),
            ],
        ),
    ]
