"""Questions about letters. Cases come in from the door; nothing here opens one."""

from django.db.models import QuerySet
from django.http import HttpRequest

from putright.cases.models import Case
from putright.cases.queries import happened
from putright.documents.models import Document
from putright.documents.queries import for_case

from .guard import CLEAN
from .models import Enclosed, Letter


def of_case(case: Case) -> QuerySet[Letter]:
    """One case's letters, newest first, without their PDFs."""
    return Letter.objects.filter(case=case).select_related("by").defer("pdf", "values", "body").order_by("-pk")


def among(cases: QuerySet[Case]) -> QuerySet[Letter]:
    """The letters of the cases somebody may open: a letter is reached only through its case."""
    return Letter.objects.filter(case__in=cases).select_related("case", "by")


def is_written(owed_key: str | None) -> bool:
    return owed_key is not None and Letter.objects.filter(owed_key=owed_key).exists()


def enclosed(letter: Letter) -> list[Document]:
    """The documents that go with it, in the order they were put there."""
    rows = Enclosed.objects.filter(letter=letter).select_related("document__content").order_by("pk")
    return [row.document for row in rows]


def may_go_with(request: HttpRequest, case: Case) -> list[Document]:
    """The documents of a case that may go with a letter of it. No query where its log tells of none."""
    if not happened(request, case, "document_kept", "document_added"):
        return []
    return [one for one in for_case(case) if one.content.scanned == CLEAN and not one.content.sealed_for]
