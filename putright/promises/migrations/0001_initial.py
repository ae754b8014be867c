"""What was asked to be changed of the promises and the calendar, and what was said to it; neither can be rewritten."""

import django.db.models.deletion
from django.db import migrations, models

from putright.people import triggers

TABLES = ("promises_amendment", "promises_settled")


def guard(apps, editor):
    for table in TABLES:
        triggers.create(editor.connection, table)


def unguard(apps, editor):
    for table in TABLES:
        triggers.drop(editor.connection, table)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0005_what_the_office_changed'),
    ]

    operations = [
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=7)),
                ('name', models.CharField(max_length=20)),
                ('content', models.JSONField()),
                ('why', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Settled',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed', models.BooleanField()),
                ('at', models.DateTimeField()),
                ('amendment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='settled', to='promises.amendment')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.RunPython(guard, unguard),
    ]
