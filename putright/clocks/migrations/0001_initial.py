
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0002_guards'),
    ]

    operations = [
        migrations.CreateModel(
            name='Hint',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                ('next_due_at', models.DateTimeField(blank=True, db_index=True, null=True)),
                ('promise', models.CharField(blank=True, max_length=20)),
                ('version', models.PositiveIntegerField()),
            ],
        ),
    ]
