"""What the rooms really owe: done three times it has one effect, and it is owed no more."""

from datetime import timedelta

import pytest
from django.apps import apps

from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.rounds import house
from putright.rounds.worker import go_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def owing(cast):
    """A contact from the public that nobody has answered."""
    said = Said(
        key="00000000-0000-4000-8000-000000000001", channel="web", words="The officer was rude.", language="cy",
        kind="complaint",
    )  # fmt: skip
    return receive(said, cast.ffion, by=None, at=cast.at).case


def rows() -> dict[str, list]:
    """Everything in every room's tables, but not the rounds' own."""
    models = [m for m in apps.get_models() if m.__module__.startswith("putright.") and m._meta.app_label != "rounds"]
    return {m._meta.label: sorted(map(str, m.objects.values_list())) for m in models}


def test_a_contact_leaves_an_acknowledgement_owed(owing, cast):
    keys = [key for key, _ in house.owed(cast.at)]
    assert any(key.startswith("letters:ack:") for key in keys), keys


def test_every_piece_owed_done_three_times_has_one_effect(owing, cast):
    tried = set()
    for _ in range(5):  # doing one piece may make another owed: a letter made is a letter to send
        for key, since in [piece for piece in house.owed(cast.at) if piece[0] not in tried]:
            tried.add(key)
            assert len(key) <= 120 and since <= cast.at and key.startswith(house.room_of(key).PREFIX)
            house.room_of(key).fulfil(key, at=cast.at)
            once = rows()
            for _ in range(2):
                house.room_of(key).fulfil(key, at=cast.at + timedelta(seconds=1))
            assert rows() == once, f"{key} done again changed something"
    assert len(tried) >= 2


def test_after_the_rounds_nothing_is_owed(owing, cast):
    for _ in range(5):
        go_round(lambda: cast.at, worker="a")
    assert not list(house.owed(cast.at))


def test_each_room_has_a_name_of_its_own():
    prefixes = [room.PREFIX for room in house.ROOMS]
    assert all(p.endswith(":") for p in prefixes) and len(set(prefixes)) == len(prefixes)
