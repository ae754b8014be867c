"""Tables look back as imports do: a key between rooms points to an earlier room and leaves nothing there to come back by."""

import pytest
from django.apps import apps
from django.db.models import PROTECT

from . import house


def room(model) -> str:
    return model._meta.app_label


def keys_between_rooms():
    for model in apps.get_models():
        if model.__module__.startswith("putright."):
            for field in [*model._meta.fields, *model._meta.many_to_many]:
                if field.is_relation and room(field.related_model) in house.ROOMS and room(field.related_model) != room(model):
                    yield field


BETWEEN = list(keys_between_rooms())


def test_there_are_keys_between_rooms():
    assert len(BETWEEN) > 20


@pytest.mark.parametrize("field", BETWEEN, ids=str)
def test_a_key_between_rooms_looks_back_and_can_not_be_followed_forward(field):
    there, here = room(field.related_model), room(field.model)
    assert house.ROOMS.index(there) < house.ROOMS.index(here), f"{field} looks forward to {there}"
    assert field.remote_field.hidden, f"{field} needs related_name='+': {there} must not see {here}"
    if not field.many_to_many:
        assert field.remote_field.on_delete is PROTECT, f"{field} needs on_delete=PROTECT"


def test_each_room_depends_only_on_earlier_rooms_to_be_made():
    """Migrations too: the graph of first migrations is the order of the rooms."""
    from django.db.migrations.loader import MigrationLoader

    for (app, name), migration in MigrationLoader(None).disk_migrations.items():
        for other, _ in migration.dependencies:
            if app in house.ROOMS and other in house.ROOMS:
                assert house.ROOMS.index(other) <= house.ROOMS.index(app), f"{app}.{name} needs {other}"
