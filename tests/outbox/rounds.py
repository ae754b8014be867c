"""Going round for what is owed here, and the letters most tests begin with."""

from putright.cases.models import Event
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.outbox import owed
from putright.people.actions import note_person

UPDATE = {"progress": "We asked.", "next_step": "We wait."}


def keys(at):
    return [key for key, _since in owed.owed(at, limit=100)]


def go_round(at, times=2):
    """Each piece three times: it has one effect."""
    for _ in range(times):
        for key in keys(at):
            for _again in range(3):
                owed.fulfil(key, at=at)


def verbs(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))


def update(case, cast, **given):
    return write_letter(case, "update", UPDATE | given, by=cast.sam, at=cast.at)


def somebody(cast, **details):
    """A person reached by post alone, unless told otherwise."""
    given = {"name": "Kit Lane", "language": "en", "address": "1 Mill Road\nHertford", "postcode": "SG13 7AA"}
    return note_person(given | details, at=cast.at)


def again(letter):
    return Letter.objects.get(pk=letter.pk)
