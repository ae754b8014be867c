"""Questions about letters. Cases come in from the door; nothing here opens one."""

from collections.abc import Iterable

from django.db.models import QuerySet

from putright.cases.models import Case

from .models import FAILED, KEPT, MADE, UNCERTAIN, Letter

PAGE = 50
TROUBLED = (UNCERTAIN, FAILED, KEPT)


def of_case(case: Case) -> QuerySet[Letter]:
    """One case's letters, newest first, without their PDFs."""
    return Letter.objects.filter(case=case).select_related("by").defer("pdf", "values", "body").order_by("-pk")


def among(cases: QuerySet[Case]) -> QuerySet[Letter]:
    """The letters of the cases somebody may open: a letter is reached only through its case."""
    return Letter.objects.filter(case__in=cases).select_related("case", "by")


def outbox(cases: QuerySet[Case], *, before: int | None) -> list[Letter]:
    """One page of letters, newest first, those older than `before`; one more than a page says that there is a next."""
    shown = among(cases).exclude(status__in=TROUBLED).defer("pdf", "values", "body").order_by("-pk")
    return list((shown.filter(pk__lt=before) if before else shown)[: PAGE + 1])


def troubled(cases: QuerySet[Case]) -> list[Letter]:
    """Letters a person must do something about, oldest first."""
    return list(among(cases).filter(status__in=TROUBLED).defer("pdf", "values", "body").order_by("pk")[:PAGE])


def waiting_to_go(limit: int) -> Iterable[Letter]:
    return Letter.objects.filter(status=MADE).only("pk", "made_at", "again").order_by("made_at")[:limit]


def is_written(owed_key: str | None) -> bool:
    return owed_key is not None and Letter.objects.filter(owed_key=owed_key).exists()
