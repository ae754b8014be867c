import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0006_a_senior_manager"),
        ("shopping", "0002_a_place_that_closed"),
    ]

    operations = [
        migrations.AddField(model_name="scenario", name="ended_on", field=models.DateField(blank=True, null=True)),
        migrations.AddField(
            model_name="scenario",
            name="ended_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.handler"
            ),
        ),
    ]
