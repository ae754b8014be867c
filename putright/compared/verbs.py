"""Who compares what another body has with what we sent."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"compared.reconcile": FRONT}
PAGES: dict[str, str] = {
    "compared:reconcile": "compared.reconcile",
    "compared:columns": "compared.reconcile",
    "compared:comparison": "compared.reconcile",
}
