"""The documents of the case, on the case page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from design.panel import Panel
from putright.cases.models import Case
from putright.cases.queries import happened
from putright.people.gates import can

from . import queries
from .shown import Shown


def panel(request: HttpRequest, case: Case) -> Panel | None:
    """Nothing for those who may not see documents."""
    if not can(request.handler, "documents.see"):
        return None
    links = ((reverse("documents:add", args=[case.reference]), _("Add a document")),)
    came = happened(request, case, "document_kept", "document_added")
    documents = [Shown(document) for document in queries.for_case(case)] if came else []
    return Panel(_("Documents"), "documents/panel.html", {"documents": documents}, links, order=25, empty=not documents)
