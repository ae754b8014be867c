"""What figures are set beside; none of it can be rewritten."""

import django.db.models.deletion
from django.db import migrations, models

from putright.people import triggers

TABLES = ("measures_line",)


def guard(apps, editor):
    for table in TABLES:
        triggers.create(editor.connection, table)


def unguard(apps, editor):
    for table in TABLES:
        triggers.drop(editor.connection, table)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0006_a_senior_manager'),
    ]

    operations = [
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('figure', models.CharField(max_length=40)),
                ('whose', models.CharField(max_length=9)),
                ('value', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                ('way', models.CharField(blank=True, max_length=5)),
                ('since', models.DateField()),
                ('source', models.CharField(blank=True, max_length=300)),
                ('why', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.handler')),
            ],
            options={
                'indexes': [models.Index(fields=['figure', 'whose', 'since'], name='measures_li_figure_30e8a1_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='measures_line_says_why'), models.CheckConstraint(condition=models.Q(('value', None), models.Q(('whose', 'ours'), _negated=True), models.Q(('way', ''), _negated=True), _connector='OR'), name='measures_target_has_a_way')],
            },
        ),
        migrations.RunPython(guard, unguard),
    ]
