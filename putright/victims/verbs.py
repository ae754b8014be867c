"""Who may keep reviews and the Code, and who says how the recommendations stand."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "victims.keep": FRONT,
    "victims.look": FRONT,
    "victims.progress": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    **{f"victims:{page}": "victims.keep" for page in (
        "open", "details", "take_on", "reviewer", "acknowledge", "longer", "result", "confirm", "learn", "code",
    )},
    "victims:reviews": "victims.look",
    "victims:learning": "victims.look",
    "victims:recommendations": "victims.look",
    "victims:progress": "victims.progress",
}  # fmt: skip
EVENTS = {
    "victim_review_opened": _("A victim asked for a review"),
    "victim_review_changed": _("Changed what is known of the review"),
    "victim_review_weighed": _("Decided whether it can be reviewed"),
    "victim_review_given": _("Said who looks at the review"),
    "victim_review_longer": _("Told the victim that it takes longer"),  # now: clock_extended
    "victim_review_ended": _("The review has its result"),
    "victim_review_confirmed": _("Confirmed what is in the force’s system"),
    "victim_review_learned": _("Wrote down what to learn from the review"),
    "victims_code_noted": _("Noted the Victims’ Code"),
}
