"""How far people come with the public form: numbers, and nobody."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('portal', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Begun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('language', models.CharField(max_length=2)),
                ('ended', models.CharField(max_length=30)),
                ('number', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('month', 'language', 'ended'), name='portal_begun_once')],
            },
        ),
    ]
