"""Writing down where the force is reached about reviews."""

from datetime import datetime

from django.db import transaction

from putright.letters.rules import is_work
from putright.letters.unfit import WrongAddress
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.queries import office

from .models import ForceAddress


@transaction.atomic
def keep_address(email: str, address: str, *, by: Handler, at: datetime) -> ForceAddress:
    """From now letters of a review to the force go there: by e-mail where one is given. Both empty: a person writes each.

    Refuses WrongAddress for an e-mail that is not one of work; NotAllowed by role."""
    check(by, "review_letters.address")
    if not is_work(email, office().contact.email):
        raise WrongAddress
    return ForceAddress.objects.create(email=email, address=address, at=at, by=by)
