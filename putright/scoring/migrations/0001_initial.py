"""Calls, their scores, and what was done about them. None of it can be rewritten."""

import django.db.models.deletion
from django.db import migrations, models

from putright.scoring.triggers import GUARDED, create, drop


def guard(apps, editor):
    for table in GUARDED:
        create(editor.connection, table)


def unguard(apps, editor):
    for table in GUARDED:
        drop(editor.connection, table)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0006_a_senior_manager'),
    ]

    operations = [
        migrations.CreateModel(
            name='Call',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.SlugField(max_length=40)),
                ('on', models.DateField()),
                ('number', models.CharField(max_length=60)),
                ('taken_by', models.CharField(max_length=200)),
                ('calibration', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('manager', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('taker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('marks', models.JSONField()),
                ('points', models.PositiveSmallIntegerField()),
                ('failed', models.BooleanField()),
                ('words', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='scoring.call')),
            ],
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('score', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='outcome', to='scoring.score')),
            ],
        ),
        migrations.AddConstraint(
            model_name='call',
            constraint=models.UniqueConstraint(fields=('unit', 'number'), name='scoring_call_once'),
        ),
        migrations.AddConstraint(
            model_name='score',
            constraint=models.UniqueConstraint(fields=('call', 'by'), name='scoring_once_each'),
        ),
        migrations.RunPython(guard, unguard),
    ]
