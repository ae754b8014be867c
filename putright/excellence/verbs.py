"""Who gathers evidence and scores, and who says which text and pass rule hold."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "excellence.gather": FRONT,
    "excellence.lead": frozenset({Role.SUPERVISOR}),
}
GATHERS = (
    "board", "element", "deed", "evidence", "new", "use", "item", "item_deed", "file", "meetings", "meeting", "stakeholder",
    "end_stakeholder", "standards",
)  # fmt: skip
PAGES: dict[str, str] = {f"excellence:{name}": "excellence.gather" for name in GATHERS} | {
    "excellence:load": "excellence.lead",
    "excellence:pass_rule": "excellence.lead",
}
EVENTS = {
    "used_as_evidence": _("Used as evidence of good service"),
    "evidence_consent": _("Whether their words may be shown to an assessor was written down"),
}
