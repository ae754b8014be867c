"""Every hazard made by hand becomes what it must, quickly; nothing is dropped, and none breaks what reads it."""

import resource
import time
from dataclasses import replace

import pytest
from django.db import transaction

from putright.contacts.channels.email import parsing
from putright.contacts.channels.email.models import Message, Reading
from tests.make.mail import arrives
from tests.make.raw_mail import REPLY

from .corpus import FOLDERS, HAZARDS

SECONDS = 2.0  # of one message


def test_there_are_more_than_two_hundred_and_each_is_another():
    assert len({hazard.name for hazard in HAZARDS}) == len(HAZARDS)
    assert len({(hazard.raw, hazard.sender_path) for hazard in HAZARDS}) == len(HAZARDS)
    assert len(HAZARDS) >= 200


def wrong(hazard) -> list[str]:
    """What is not as expected of one message that arrives."""
    before, began = Message.objects.count(), time.process_time()
    reading = arrives(hazard.raw, sender=hazard.sender_path)
    took, reading = time.process_time() - began, Reading.objects.get(pk=reading.pk)
    became = {"landed": "land" if reading.how else "new", "noted": "note"}.get(reading.state, reading.state)
    became += f":{reading.why}" if reading.why else ""
    said = {
        "becomes": became, "sender": reading.sender, "sender_name": reading.sender_name, "subject": reading.subject,
        "language": reading.language, "exactly": reading.words, "flags": tuple(reading.flags),
        "files": tuple(reading.enclosures.order_by("number").values_list("name", flat=True)),
    }  # fmt: skip
    found = [f"{name} is {said[name]!r:.200}" for name in said if getattr(hazard, name) not in (None, said[name])]
    words = (reading.contact.words if reading.contact else reading.words) + "\n" + reading.html
    found += [f"{hazard.says!r} is not in {words!r:.200}"] if hazard.says not in words else []
    found += [f"{hazard.hides!r} is in {words!r:.200}"] if hazard.hides and hazard.hides in words else []
    found += [f"took {took:.1f} s"] if took > SECONDS else []
    found += ["was not kept byte for byte"] if bytes(reading.message.content) != hazard.raw else []
    found += ["was dropped"] if Message.objects.count() != before + 1 else []
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("folder", FOLDERS)
def test_each_becomes_what_it_must(cast, settings, folder, tmp_path):
    settings.EMAIL_REPLY, settings.DOCUMENTS = REPLY, str(tmp_path)
    faults = {}
    for hazard in FOLDERS[folder].HAZARDS:
        with transaction.atomic():
            if problems := wrong(hazard):
                faults[hazard.name] = problems
            transaction.set_rollback(True)
    assert not faults, "\n".join(f"{name}: {problem}" for name, problems in faults.items() for problem in problems)


def test_a_wrong_verdict_would_be_noticed(cast, settings):
    hazard = replace(HAZARDS[-1], becomes="tray:spam", says="words nobody wrote", files=("a file nobody sent",))
    assert len(wrong(hazard)) == 3


def test_the_same_bytes_are_always_read_the_same():
    for hazard in HAZARDS[::15]:
        assert parsing.parse(hazard.raw) == parsing.parse(hazard.raw), hazard.name


def test_reading_the_worst_takes_little_memory():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for hazard in FOLDERS["bombs"].HAZARDS:
        parsing.parse(hazard.raw)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024
