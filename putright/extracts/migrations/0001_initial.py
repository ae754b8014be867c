"""Questions that were kept and shared, when one is laid ready, and what was taken away."""

import django.db.models.deletion
from django.db import migrations, models

from putright.people import triggers

TABLE = "extracts_taken"


def guard(apps, editor):
    triggers.create(editor.connection, TABLE)


def unguard(apps, editor):
    triggers.drop(editor.connection, TABLE)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0005_walls_cleared_by_two'),
        ('people', '0005_what_the_office_changed'),
    ]

    operations = [
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('subject', models.CharField(max_length=20)),
                ('address', models.CharField(blank=True, max_length=2000)),
                ('every', models.CharField(blank=True, max_length=5)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Taken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=20)),
                ('address', models.CharField(blank=True, max_length=2000)),
                ('form', models.CharField(max_length=4)),
                ('at', models.DateTimeField()),
                ('access', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.access')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
        ),
        migrations.CreateModel(
            name='Ready',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='extracts.question')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('question', 'on'), name='extracts_ready_once')],
            },
        ),
        migrations.CreateModel(
            name='Shared',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(blank=True, max_length=20)),
                ('at', models.DateTimeField()),
                ('handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='extracts.question')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('role', '')), fields=('question', 'handler'), name='extracts_shared_once'), models.UniqueConstraint(condition=models.Q(('role', ''), _negated=True), fields=('question', 'role'), name='extracts_role_once'), models.CheckConstraint(condition=models.Q(models.Q(('handler', None), models.Q(('role', ''), _negated=True)), models.Q(('handler__isnull', False), ('role', '')), _connector='OR'), name='extracts_with_one')],
            },
        ),
        migrations.RunPython(guard, unguard),
    ]
