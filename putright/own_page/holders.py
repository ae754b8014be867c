"""Who could have a code for a case: whoever it is theirs, each of several who told us, and those who speak for them."""

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.passes.actions import Holder
from putright.people.models import Person, Representation


def could_hold(case: Case) -> list[Holder]:
    """The complainant first, then others of whom a contact of this case is, then those who speak for any of them now."""
    told = Contact.objects.filter(case=case).exclude(person=None).values("person")
    people = {one.pk: one for one in Person.objects.filter(pk__in=told).order_by("pk")}
    if case.complainant:
        people = {case.complainant.pk: case.complainant, **people}
    speakers = Representation.objects.filter(person__in=people, ended_on=None).select_related(
        "representative", "person"
    )
    spoken = [Holder(one.representative, one) for one in speakers.order_by("pk")]
    voices = {one.person.pk for one in spoken}  # a representative who wrote is no complainant because of it
    return [*(Holder(one) for one in people.values() if one.pk not in voices), *spoken]
