"""Writing down what was learned."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .. import rules
from ..models import Lesson
from ..queries import CAUSES
from ..refusals import TakenUp


@dataclass(frozen=True)
class Learned:
    """`level`: rules.LEVELS. `cause`: a code of the list of causes. `source`: the answer or sample it was made from."""

    level: str
    cause: str
    words: str
    source: str = ""


@transaction.atomic
def note_lesson(learned: Learned, case: Case | None = None, *, by: Handler, at: datetime) -> Lesson:
    """Keep a lesson; on a case its log says so. Refuses NotListed for a cause or level that is not there that day, TakenUp
    when its source has one, NotAllowed."""
    check(by, "learning.note")
    if learned.level not in rules.LEVELS or code_list(CAUSES).find(learned.cause, day_of(at)) is None:
        raise NotListed(learned.cause)
    if learned.source and Lesson.objects.filter(source=learned.source).exists():
        raise TakenUp
    made = Lesson.objects.create(case=case, at=at, by=by, **vars(learned))
    if case:
        facts = {"lesson": made.pk, "level": made.level, "cause": made.cause}
        write(case, Line("lesson_noted", at, by, facts=facts))
    return made
