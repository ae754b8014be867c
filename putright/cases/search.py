"""Finding cases by reference, name or words. Text is folded before it is stored, so both engines and both languages
find “Siân” for “sian”. SQLite uses FTS5, PostgreSQL a tsvector index; no page knows which."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import QuerySet

from putright.people.rules import fold

from .models import Case, CaseWords
from .references import tidy

CREATE = {
    "sqlite": ["CREATE VIRTUAL TABLE cases_fts USING fts5(words, tokenize='porter unicode61 remove_diacritics 2')"],
    "postgresql": [
        "CREATE INDEX cases_words_fts ON cases_casewords USING gin (to_tsvector('english', words))",
        "CREATE INDEX cases_words_plain ON cases_casewords USING gin (to_tsvector('simple', words))",
    ],
}
DROP = {
    "sqlite": ["DROP TABLE cases_fts"],
    "postgresql": ["DROP INDEX cases_words_fts", "DROP INDEX cases_words_plain"],
}


MOST = 250_000  # letters of one case: PostgreSQL refuses an index entry over a megabyte, and with it the contact


def index(case: Case, *words: str) -> None:
    """Add words a case can be found by. Called by the actions that write those words."""
    known = CaseWords.objects.filter(case=case).first()
    entry = known or CaseWords(case=case)
    entry.words = f"{entry.words} {fold(' '.join(words))}".strip()[:MOST]
    entry.save(force_insert=known is None)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            if known:
                cursor.execute("DELETE FROM cases_fts WHERE rowid = %s", [case.pk])
            cursor.execute("INSERT INTO cases_fts(rowid, words) VALUES (%s, %s)", [case.pk, entry.words])


def index_first(entries: Iterable[tuple[Case, str]]) -> None:
    """The words of new cases, however many at once."""
    rows = [CaseWords(case=case, words=fold(words)[:MOST]) for case, words in entries]
    CaseWords.objects.bulk_create(rows, 100)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO cases_fts(rowid, words) VALUES (%s, %s)", [(row.case_id, row.words) for row in rows]
            )


def find(cases: QuerySet[Case], text: str) -> QuerySet[Case]:
    """Those of `cases` (already from the door) that match; a reference finds its case alone. Nothing typed finds none.

    One word of ten letters in thirty could be a reference by chance: what is no case's is looked for as a word."""
    if (reference := tidy(text)) and cases.filter(reference=reference).exists():
        return cases.filter(reference=reference)
    terms = fold(text).split()[:12]
    if not terms:
        return cases.none()
    if connection.vendor == "sqlite":
        match = " ".join(f'"{term}"*' for term in terms)
        return cases.extra(
            where=["cases_case.id IN (SELECT rowid FROM cases_fts WHERE words MATCH %s)"], params=[match]
        )
    prefixes = " & ".join(f"{term}:*" for term in terms)
    return cases.extra(
        where=[
            "cases_case.id IN (SELECT case_id FROM cases_casewords WHERE to_tsvector('english', words) @@ "
            "to_tsquery('english', %s) OR to_tsvector('simple', words) @@ to_tsquery('simple', %s))"
        ],
        params=[prefixes, prefixes],
    )
