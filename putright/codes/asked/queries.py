"""Questions about the questions. One query for all kinds; within a request, one however often it is asked."""

from dataclasses import dataclass
from hashlib import sha256

from django.http import HttpRequest

from ..models import CodeList, KindQuestion
from .rules import Choice, Question, Questions
from .seeds import LIST, seeds

COLUMNS = tuple(name for name in Question.__slots__)


def all_questions() -> Questions:
    """Every row; where nothing was ever changed, what they come with."""
    found = KindQuestion.objects.order_by("topic", "place", "since", "pk").values(*COLUMNS)
    rows = tuple(Question(**{**row, "choices": tuple(Choice(**one) for one in row["choices"])}) for row in found)
    return Questions(rows or seeds())


def questions_once(request: HttpRequest) -> Questions:
    known: Questions | None = request.__dict__.get("kind_questions")
    if known is None:
        known = request.__dict__["kind_questions"] = all_questions()
    return known


@dataclass(frozen=True)
class Planned:
    """A change before it is made: the row that ends, the row that begins, and the version it was made for."""

    version: int
    old: Question | None
    new: Question | None

    @property
    def token(self) -> str:
        """The same for the same change: a second press makes only what was shown."""
        return sha256(repr((LIST, self.version, self.old, self.new)).encode()).hexdigest()[:32]


def version() -> int:
    return CodeList.objects.filter(slug=LIST).values_list("version", flat=True).first() or 0
