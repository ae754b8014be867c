"""A senior manager of the commissioner's office is a role of its own: neither of the team nor of the force."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_what_the_office_changed'),
    ]

    operations = [
        migrations.AlterField(
            model_name='handler',
            name='role',
            field=models.CharField(choices=[('handler', 'handler'), ('supervisor', 'supervisor'), ('standards', 'standards'), ('local_supervisor', 'local_supervisor'), ('analyst', 'analyst'), ('privacy', 'privacy'), ('senior', 'senior'), ('administrator', 'administrator')], max_length=20),
        ),
    ]
