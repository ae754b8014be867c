"""The people already written down are given the keys they are found by, and what is append-only is guarded."""

from itertools import batched

from django.db import migrations

from putright.people import triggers
from putright.people.keys import keys
from putright.people.queries import known


def find(apps, editor):
    SearchKey, Person = apps.get_model("people", "SearchKey"), apps.get_model("people", "Person")
    for some in batched(Person.objects.order_by("pk").iterator(chunk_size=1000), 1000):
        SearchKey.objects.bulk_create(
            [SearchKey(key=key, person_id=person.pk) for person in some for key in sorted(keys(known(person)))], 400
        )


def guard(apps, editor):
    for table in triggers.GUARDED:
        triggers.create(editor.connection, table)


def unguard(apps, editor):
    for table in triggers.GUARDED:
        triggers.drop(editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_same_person")]
    operations = [
        migrations.RunPython(find, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
