"""What is asked, of whom, what waits to be read, and what later rooms take from it. Cases come in from the door."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.allocation.models import Allocation
from putright.cases.models import SEALED, Case
from putright.cases.stages import FINISHED
from putright.contacts.models import Contact
from putright.invited import queries as invited
from putright.invited import rules as settings
from putright.invited.models import Invite, NoSurvey
from putright.law.calendar import day_of
from putright.people.models import Handler, Team
from putright.questionnaires.models import Version
from putright.questionnaires.queries import in_force

from .models import Half, Look, NotAsked, Response

SHOWN = 50
LOOKS_BACK = timedelta(days=21)  # a case finished longer ago is not asked about unasked any more
VICTIMS, COMPLAINT = "victims", "complaint"
OF_VICTIMS = frozenset({"victim-enquiry", "victims-review"})  # codes of the list of kinds


def asked_by(invite: Invite) -> Version | None:
    """The questions of an invite: those in force on the day it was made, whenever it is answered."""
    return in_force(invite.survey, day_of(invite.made_at))


def first_contact(case: Case) -> Contact | None:
    return Contact.objects.filter(case=case).order_by("received_at", "pk").first()


def slug_for(case: Case) -> str:
    """Which survey fits a case: a victim's question has one of its own; what was never told is asked as a complaint."""
    said = first_contact(case)
    if said and said.topic in OF_VICTIMS:
        return VICTIMS
    return case.kind or (said.kind if said else "") or COMPLAINT


def area_of(case: Case | None) -> Team | None:
    """The district or department that was asked last to put it right; else that of whoever wrote it down there."""
    if case is None:
        return None
    given = Allocation.objects.filter(case=case).select_related("team").order_by("-at", "-pk").first()
    if given:
        return given.team
    said = Contact.objects.filter(case=case, by__team__kind__in=("local", "department")).select_related("by__team").first()
    return said.by.team if said and said.by else None


def half(invite: Invite) -> dict[str, str]:
    found = Half.objects.filter(invite=invite).first()
    return dict(found.answers) if found else {}


def invites_of(case: Case) -> list[Invite]:
    """Everybody asked about this case, newest first. One query."""
    return list(Invite.objects.filter(case=case).select_related("person", "by").order_by("-pk"))


def answers_of(case: Case) -> dict[int, Response]:
    """What came back about this case: invite -> its answer. One query."""
    found = Response.objects.filter(invite__case=case).select_related("look__by")
    return {one.invite_id: one for one in found}


def to_read(cases: QuerySet[Case], *, campaigns: bool) -> list[Response]:
    """Answers nobody has read: the unhappy first, then the longest waiting. `campaigns`: those about no case too. One query."""
    reach = Q(invite__case__in=cases) | (Q(invite__case=None) if campaigns else Q(pk__in=()))
    waits = Response.objects.filter(reach, look=None).select_related("invite__case__complainant", "version__survey")
    return list(waits.order_by("-unhappy", "at", "pk")[:SHOWN])


def response(cases: QuerySet[Case], pk: int, *, campaigns: bool) -> Response | None:
    """One answer, where its case is open to whoever asks."""
    reach = Q(invite__case__in=cases) | (Q(invite__case=None) if campaigns else Q(pk__in=()))
    joined = ("invite__case", "invite__person", "version__survey", "look__by", "typed_by")
    return Response.objects.filter(reach, pk=pk).select_related(*joined).first()


def to_hold_against(cases: QuerySet[Case], by: Handler) -> list[Response]:
    """Answers typed from paper by somebody else that a second person is to hold against it, the oldest first; none of a case
    they hold themselves. One query."""
    reach = Q(invite__case__in=cases) | Q(invite__case=None)
    waits = Response.objects.filter(reach, twice=True, against=None).exclude(typed_by=by)
    waits = waits.exclude(invite__case__in=Case.objects.filter(assigned_to=by))
    return list(waits.select_related("invite__case", "version__survey", "typed_by").order_by("at", "pk")[:SHOWN])


def holds(case: Case | None, by: Handler) -> bool:
    """Whether it is their own work that is marked."""
    return case is not None and case.assigned_to_id == by.pk


def drawn_for_a_second_look(invite: Invite, one_in: int) -> bool:
    """One in so many by chance: by the digest of its code, which nobody can choose."""
    return int(invite.digest[:8], 16) % one_in == 0


def typed_code(cases: QuerySet[Case], code: str) -> Invite | None:
    """The invite of a code, where its case is open to whoever types, or it has none. Two queries."""
    found = invited.found(code)
    return found if found and (found.case is None or cases.filter(pk=found.case_id).exists()) else None


def to_ask(at: datetime, held: dict[str, int]) -> QuerySet[Case]:
    """Finished cases about which nobody was asked yet and of which it was not said why not, the longest finished first."""
    done = Case.objects.filter(
        stage__in=FINISHED, imported=False, restriction__lt=SEALED, finished_at__gt=at - LOOKS_BACK,
        finished_at__lte=at - timedelta(days=held[settings.WAIT]), complainant__anonymous=False,
    )  # fmt: skip
    asked = Invite.objects.filter(case=OuterRef("pk"))
    return done.filter(~Exists(asked), ~Exists(NotAsked.objects.filter(case=OuterRef("pk")))).order_by("finished_at", "pk")


def suggestions(since: datetime, until: datetime) -> QuerySet[Look]:
    """Answers that a person marked as holding a suggestion, for the room `learning`: each with its case, if it has one."""
    return _marked(since, until).filter(suggestion=True)


def praise(since: datetime, until: datetime) -> QuerySet[Look]:
    """Answers that a person marked as praise, for `workforce` and `excellence`."""
    return _marked(since, until).filter(praise=True)


def _marked(since: datetime, until: datetime) -> QuerySet[Look]:
    found = Look.objects.filter(at__gte=since, at__lt=until).order_by("at", "pk")
    return found.select_related("response__invite__case", "response__version__survey")


def unwilling(people: Iterable[int]) -> set[int]:
    return set(NoSurvey.objects.filter(person__in=list(people), until=None).values_list("person", flat=True))
