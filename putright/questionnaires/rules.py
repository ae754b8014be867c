"""What a survey may ask, what an answer says, and when it is an unhappy one. No Django."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

GOOD, AGREE, YES_NO, CHOICE, WORDS = "good", "agree", "yes_no", "choice", "words"
SCALES = (GOOD, AGREE)  # 1 to 5, or does not apply
KINDS = (*SCALES, YES_NO, CHOICE, WORDS)
SOFT = ("empathy", "understanding", "friendly", "polite", "helpful", "professional")
NA = "na"
OVERALL, AGAIN = "overall", "again"  # questions whose answers mean something to us
MOST_QUESTIONS, FEWEST, MOST = 20, 2, 8
LONGEST = 2000  # characters of one answer in words
YES, NO = "yes", "no"
WEB, PHONE, PAPER = "web", "phone", "paper"


@dataclass(frozen=True)
class Question:
    """One question in both languages. `soft`: the soft skill it measures. `choices`: (code, English, Welsh)."""

    code: str
    kind: str
    en: str
    cy: str
    soft: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()

    def said(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True)
class Content:
    """Everything of one version: what it says first, its questions in order, and whether it asks about themselves."""

    intro_en: str
    intro_cy: str
    questions: tuple[Question, ...]
    equality: bool = False

    def intro(self, language: str) -> str:
        return self.intro_cy if language == "cy" else self.intro_en

    def of(self, *kinds: str) -> tuple[Question, ...]:
        return tuple(one for one in self.questions if one.kind in kinds)

    def kept(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Given:
    """An answer as it came: question -> a code, question -> words; what they say about themselves; what they agree to."""

    scores: Mapping[str, str]
    words: Mapping[str, str]
    language: str
    how: str = WEB
    may_contact: bool = False
    no_more: bool = False
    themselves: Mapping[str, str] = field(default_factory=dict)
    beside: bool = False


def read(kept: Mapping[str, Any]) -> Content:
    """The content of a version as it is kept."""
    questions = tuple(
        Question(**{**one, "choices": tuple((a, b, c) for a, b, c in one.get("choices", ()))}) for one in kept["questions"]
    )
    return Content(kept["intro_en"], kept["intro_cy"], questions, bool(kept.get("equality")))


def problems(content: Content) -> list[tuple[str, str]]:
    """Why it may not stand: (a word for the reason, the question it is about)."""
    found = [] if content.intro_en.strip() and content.intro_cy.strip() else [("intro", "")]
    if not content.of(*SCALES):
        found.append(("no_scale", ""))
    if len(content.questions) > MOST_QUESTIONS:
        found.append(("too_many", ""))
    codes = [one.code for one in content.questions]
    found += [("twice", code) for code in sorted({code for code in codes if codes.count(code) > 1})]
    return found + [problem for one in content.questions for problem in _wrong(one)]


def _wrong(one: Question) -> Iterable[tuple[str, str]]:
    if not one.en.strip() or not one.cy.strip():
        yield "one_language", one.code
    if one.soft and (one.soft not in SOFT or one.kind not in SCALES):
        yield "not_soft", one.code
    if one.kind == CHOICE and not FEWEST <= len(one.choices) <= MOST:
        yield "choices", one.code
    if any(not en or not cy for _, en, cy in one.choices):
        yield "one_language", one.code


def allowed(one: Question, value: str) -> bool:
    """Whether that is an answer to this question."""
    if one.kind in SCALES:
        return value in {"1", "2", "3", "4", "5", NA}
    if one.kind == YES_NO:
        return value in {YES, NO}
    return value in {code for code, _, _ in one.choices}


def unhappy(content: Content, scores: Mapping[str, str], *, at_most: int) -> bool:
    """They ask us to look again, or the whole was bad to them, or half of the soft skills they marked were."""
    if scores.get(AGAIN) == YES or 0 < mark(scores.get(OVERALL, "")) <= at_most:
        return True
    soft = [mark(scores.get(one.code, "")) for one in content.questions if one.soft]
    marked = [one for one in soft if one]
    return bool(marked) and 2 * sum(one <= at_most for one in marked) >= len(marked)


def mark(value: str) -> int:
    """The mark on a scale; 0 for does not apply, or no answer."""
    return int(value) if value in {"1", "2", "3", "4", "5"} else 0


def move(questions: Sequence[Question], code: str, by: int) -> tuple[Question, ...]:
    """The same questions with one of them a place up (-1) or down (1)."""
    listed = list(questions)
    place = next(n for n, one in enumerate(listed) if one.code == code)
    to = min(max(place + by, 0), len(listed) - 1)
    listed.insert(to, listed.pop(place))
    return tuple(listed)


@dataclass(frozen=True)
class Changed:
    """How a question differs between two versions: added, gone, changed or same; before and after."""

    code: str
    how: str
    before: Question | None
    after: Question | None


def compared(old: Content, new: Content) -> list[Changed]:
    before, after = ({one.code: one for one in content.questions} for content in (old, new))
    found = []
    for code in dict.fromkeys([*after, *before]):
        a, b = before.get(code), after.get(code)
        how = "added" if a is None else "gone" if b is None else "same" if a == b else "changed"
        found.append(Changed(code, how, a, b))
    return found


def released(by_month: Mapping[tuple[int, int], int], now: tuple[int, int], smallest: int) -> tuple[int, int] | None:
    """The last month whose answers are shown. Months come out together with earlier ones until `smallest` new answers are
    among them, and never the one that is going on: else yesterday's figures taken from today's would be one person's."""
    last, waiting = None, 0
    for month in sorted(month for month in by_month if month < now):
        waiting += by_month[month]
        if waiting >= smallest:
            last, waiting = month, 0
    return last
