"""The month's sample: seeds, draws, looks. None of it can be rewritten."""

import django.db.models.deletion
from django.db import migrations, models

from putright.quality.triggers import GUARDED, create, drop


def guard(apps, editor):
    for table in GUARDED:
        create(editor.connection, table)


def unguard(apps, editor):
    for table in GUARDED:
        drop(editor.connection, table)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0005_walls_cleared_by_two'),
        ('people', '0006_a_senior_manager'),
    ]

    operations = [
        migrations.CreateModel(
            name='Seed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(unique=True)),
                ('secret', models.CharField(max_length=64)),
                ('digest', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Draw',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('why', models.CharField(blank=True, max_length=500)),
                ('axes', models.JSONField()),
                ('record', models.JSONField()),
                ('left_out', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('seed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='draws', to='quality.seed')),
            ],
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('marks', models.JSONField()),
                ('finding', models.TextField()),
                ('learning', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agrees', models.BooleanField()),
                ('words', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('look', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='quality.look')),
            ],
        ),
        migrations.CreateModel(
            name='Picked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('second', models.BooleanField(default=False)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('draw', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='picked', to='quality.draw')),
                ('sampler', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.AddField(
            model_name='look',
            name='picked',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='look', to='quality.picked'),
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('draw', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='quality.draw')),
                ('sampler', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Setting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('axes', models.JSONField(default=list)),
                ('size', models.PositiveSmallIntegerField()),
                ('day', models.PositiveSmallIntegerField()),
                ('second_every', models.PositiveSmallIntegerField()),
                ('remind_after', models.PositiveSmallIntegerField()),
                ('since', models.DateField()),
                ('why', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('which', models.CharField(max_length=20)),
                ('code', models.SlugField(max_length=40)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('en', models.CharField(max_length=300)),
                ('cy', models.CharField(max_length=300)),
                ('weight', models.PositiveSmallIntegerField(default=1)),
                ('fatal', models.BooleanField(default=False)),
                ('ended', models.BooleanField(default=False)),
                ('since', models.DateField()),
                ('why', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
            options={
                'indexes': [models.Index(fields=['which', 'since'], name='quality_ite_which_d72c86_idx')],
            },
        ),
        migrations.AddConstraint(
            model_name='picked',
            constraint=models.UniqueConstraint(fields=('draw', 'case', 'sampler'), name='quality_picked_once'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('draw', 'sampler'), name='quality_reminded_once'),
        ),
        migrations.AddConstraint(
            model_name='draw',
            constraint=models.UniqueConstraint(fields=('seed', 'number'), name='quality_draw_number'),
        ),
        migrations.RunPython(guard, unguard),
    ]
