"""What the figures rest on, what was counted, and the benefits; none of it can be rewritten."""

import django.db.models.deletion
from django.db import migrations, models

from putright.people import triggers

TABLES = ("value_rate", "value_measured", "value_benefit", "value_delivered")


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
            name='Benefit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=300)),
                ('measure', models.CharField(max_length=300)),
                ('due', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Delivered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('evidence', models.TextField()),
                ('at', models.DateTimeField()),
                ('benefit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='delivered', to='value.benefit')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Measured',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('since', models.DateField()),
                ('months', models.PositiveSmallIntegerField()),
                ('contacts', models.PositiveIntegerField()),
                ('settled', models.PositiveIntegerField()),
                ('staff', models.PositiveSmallIntegerField(null=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Rate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=9)),
                ('rank', models.CharField(blank=True, max_length=14)),
                ('year', models.PositiveSmallIntegerField()),
                ('amount', models.DecimalField(decimal_places=4, max_digits=14)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('leaves_out', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.RunPython(guard, unguard),
    ]
