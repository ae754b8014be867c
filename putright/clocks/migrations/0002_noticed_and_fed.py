"""What fell due and was noticed once, and the secret address of a calendar."""

import django.db.models.deletion
from django.db import migrations, models


def look_again(apps, editor):
    """Every hint is made anew by the rounds, and then says when there is something to notice."""
    apps.get_model("clocks", "Hint").objects.update(version=0)


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_what_was_chosen'),
        ('clocks', '0001_initial'),
        ('people', '0005_what_the_office_changed'),
    ]

    operations = [
        migrations.CreateModel(
            name='Feed',
            fields=[
                ('handler', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='people.handler')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('promise', models.CharField(max_length=20)),
                ('started_at', models.DateTimeField()),
                ('kind', models.CharField(max_length=6)),
                ('fell_at', models.DateTimeField()),
                ('noticed_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='hint',
            name='look_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name='hint',
            index=models.Index(condition=models.Q(('look_at__isnull', False)), fields=['look_at', 'case'], name='clocks_to_notice'),
        ),
        migrations.AddField(
            model_name='notice',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(fields=['kind', '-fell_at'], name='clocks_notices_newest'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('case', 'promise', 'started_at', 'kind', 'fell_at'), name='clocks_noticed_once'),
        ),
        migrations.RunPython(look_again, migrations.RunPython.noop),
    ]
