"""Lists of victims, attempts and answers. What was drawn, tried and said cannot be rewritten."""

import django.db.models.deletion
from django.db import migrations, models

from putright.callbacks.triggers import create, drop

GUARDED = ("callbacks_batch", "callbacks_attempt", "callbacks_said", "callbacks_told")  # as it was on that day


def guard(apps, editor):
    for table in GUARDED:
        create(editor.connection, table)


def unguard(apps, editor):
    for table in GUARDED:
        drop(editor.connection, table)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contacts', '0005_kinds'),
        ('people', '0006_a_senior_manager'),
    ]

    operations = [
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('every', models.PositiveSmallIntegerField()),
                ('start', models.PositiveSmallIntegerField()),
                ('rows', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Given',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('names', models.JSONField()),
                ('rows', models.JSONField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Told',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('department', models.CharField(blank=True, max_length=100)),
                ('to', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='told', to='callbacks.batch')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Victim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(blank=True, max_length=200)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('language', models.CharField(blank=True, max_length=2)),
                ('crime_reference', models.CharField(blank=True, max_length=60)),
                ('department', models.CharField(blank=True, max_length=100)),
                ('dealt_with_by', models.CharField(blank=True, max_length=200)),
                ('safe', models.JSONField(default=dict)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='victims', to='callbacks.batch')),
            ],
        ),
        migrations.CreateModel(
            name='Said',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('marks', models.JSONField()),
                ('words', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contacts.contact')),
                ('victim', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='said', to='callbacks.victim')),
            ],
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('result', models.CharField(max_length=20)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('victim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='callbacks.victim')),
            ],
        ),
        migrations.AddConstraint(
            model_name='victim',
            constraint=models.UniqueConstraint(fields=('batch', 'number'), name='callbacks_row_once'),
        ),
        migrations.RunPython(guard, unguard),
    ]
