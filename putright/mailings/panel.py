"""On the case page: thanks still to be passed on, writing to everybody, and which language they want."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.contacts.queries import told_once
from putright.interested.queries import of_case
from putright.letters.addressee import people_of
from putright.people import gates

from . import owing, thanks


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """At most two queries: who is on the case where somebody else wrote too, and on a compliment whether those in charge
    were told; one more where somebody else is kept informed."""
    if not gates.can(request.handler, "mailings.several"):
        return None
    them = [case.complainant] if case.complainant and not case.complainant.anonymous else []
    untold = owing.untold(of_case(case), request.at) if happened(request, case, "interested_added") else []
    if happened(request, case, "review_asked"):
        untold = [*untold, *owing.of_reviews(Case.objects.filter(pk=case.pk), request.at)]
    several = bool(untold) or any(one.person_id not in (None, case.complainant_id) for one in told_once(request, case))
    people, owed = people_of(case) if several else them, thanks.are_owed(case)
    links = [
        ("mailings:thanks", _("Pass on the thanks"), case.kind == "compliment"),
        ("mailings:several", _("Write to everybody on the case"), len(people) > 1),
        ("mailings:language", _("Which language they want"), bool(people)),
    ]
    shown = tuple((reverse(page, args=[case.reference]), words) for page, words, wanted in links if wanted)
    if not shown and not untold:
        return None
    values = {"owed": owed, "untold": untold}
    values |= {"people": people if len(people) > 1 else [], "known": {"cy": "Cymraeg", "en": "English"}}
    return Panel(_("To whom, and in which language"), "mailings/panel.html", values | {"case": case}, shown, order=61,
                 empty=not (owed or untold or values["people"]))  # fmt: skip
