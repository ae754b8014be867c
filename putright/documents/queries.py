"""Questions about documents."""

from django.db.models import QuerySet

from putright.cases.models import Case

from .models import Document


def for_case(case: Case) -> QuerySet[Document]:
    """The documents of a case, the first one first: one query."""
    return Document.objects.filter(case=case).select_related("content", "by").order_by("at", "pk")


def in_case(case: Case, pk: int) -> Document | None:
    return for_case(case).filter(pk=pk).first()
