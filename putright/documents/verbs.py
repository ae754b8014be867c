"""Who may do what with documents."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "documents.keep": FRONT | {Role.LOCAL_SUPERVISOR, Role.STANDARDS},
    "documents.add": FRONT | {Role.LOCAL_SUPERVISOR, Role.STANDARDS},
    "documents.see": FRONT | {Role.LOCAL_SUPERVISOR, Role.STANDARDS},
}
PAGES = {
    "documents:add": "documents.add",
    "documents:one": "documents.see",
    "documents:picture": "documents.see",
    "documents:original": "documents.see",
}
EVENTS = {
    "document_kept": _("A document came with it"),
    "document_added": _("A document was added"),
    "document_sealed": _("A document was locked away: a virus was found"),
}
