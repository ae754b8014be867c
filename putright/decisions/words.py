"""What the parts of a record are called."""

from django.utils.translation import gettext_lazy as _

PARTS = {
    "title": _("Title"), "category": _("Category"), "purpose": _("Purpose"), "summary": _("Summary"),
    "recommendation": _("Recommendation"), "interests": _("Interests declared"), "withdrawn": _("Why it is withdrawn"),
}  # fmt: skip
TIMINGS = {"routine": _("Routine"), "urgent": _("Urgent")}
LANGUAGES = {"en": _("in English"), "cy": _("in Welsh")}
REMOVED = {"en": "[removed: {ground}]", "cy": "[tynnwyd: {ground}]"}
