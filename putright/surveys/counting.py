"""Answers counted by one thing at a time, in the database: two questions, and memory for the counts alone. No writes."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db import connection

from putright.questionnaires import rules

EACH = {"sqlite": "json_each(r.scores)", "postgresql": "jsonb_each_text(r.scores)"}
PEOPLE = "SELECT BY, r.month, COUNT(*) FROM surveys_response r JOINS WHERE LIMITS GROUP BY 1, 2"
MARKS = (
    "SELECT BY, each.key, each.value, COUNT(*) FROM surveys_response r JOINS CROSS JOIN EACH AS each "
    "WHERE LIMITS AND each.value IN ('1', '2', '3', '4', '5') GROUP BY 1, 2, 3"
)
WHOLES = (
    "SELECT s.slug, r.month, r.scores ->> 'overall', COUNT(*) FROM surveys_response r "
    "JOIN questionnaires_version v ON v.id = r.version_id JOIN questionnaires_survey s ON s.id = v.survey_id GROUP BY 1, 2, 3"
)
Marks = dict[str, Counter[int]]  # question -> mark -> how many


@dataclass(frozen=True)
class Among:
    """Which answers are counted: what is joined to them (as `r`) and which are taken. Written in the code, never by anybody;
    `values` fill the places in `limits`."""

    joins: str
    limits: str
    values: tuple[object, ...]


@dataclass
class Counted:
    """How many answered, by part; and how many of each part gave each mark to each question."""

    people: Counter[str] = field(default_factory=Counter)
    marks: dict[str, Marks] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Counter)))

    def together(self) -> Marks:
        """The marks of all parts."""
        found: Marks = defaultdict(Counter)
        for marks in self.marks.values():
            for question, counted in marks.items():
                found[question].update(counted)
        return found


def of_survey(survey: int, until: str = "9999-99") -> Among:
    """The answers to a survey in all its versions, to the end of a month such as 2026-03."""
    joins = "JOIN questionnaires_version v ON v.id = r.version_id LEFT JOIN people_team t ON t.id = r.area_id"
    return Among(joins, "v.survey_id = %s AND r.month <= %s", (survey, until))


def people(among: Among, by: str) -> Counter[tuple[str, str]]:
    """How many answered, by the column `by` and their month. One query."""
    found: Counter[tuple[str, str]] = Counter()
    for part, month, number in _asked(PEOPLE, among, by):
        found[str(part or ""), month] += number
    return found


def summed(told: Counter[tuple[str, str]], place: int, until: str = "9999-99") -> Counter[str]:
    """Those counts to the end of a month, by part (0) or by month (1)."""
    found: Counter[str] = Counter()
    for key, number in told.items():
        if key[1] <= until:
            found[key[place]] += number
    return found


def counted(among: Among, by: str, people: Counter[str]) -> Counted:
    """Those people, with the marks they gave to every question. One query, however many answers."""
    found = Counted(people)
    for part, question, mark, number in _asked(MARKS, among, by):
        found.marks[str(part or "")][question][rules.mark(mark)] += number
    return found


def wholes() -> list[tuple[str, str, int, int]]:
    """Every survey, month and mark of the whole (0: not marked), and how many. One query."""
    with connection.cursor() as cursor:
        cursor.execute(WHOLES)
        return [(slug, month, rules.mark(mark or ""), number) for slug, month, mark, number in cursor.fetchall()]


def _asked(query: str, among: Among, by: str) -> list[tuple]:
    filled = query.replace("EACH", EACH[connection.vendor]).replace("JOINS", among.joins).replace("LIMITS", among.limits)
    with connection.cursor() as cursor:
        cursor.execute(filled.replace("BY,", f"{by},", 1), list(among.values))
        return list(cursor.fetchall())
