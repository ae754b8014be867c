"""Who may do what here: verb to roles, page to verb, and the words of its events. Who of them may decide is asked in the
action: the commissioner’s work is for whom the commissioner directs (CMR 2020 reg 50), with no part in the handling."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "reviews.look": FRONT,
    "reviews.enter": FRONT,
    "reviews.work": FRONT,
    "reviews.decide": FRONT,
}
PAGES: dict[str, str] = {
    "reviews:register": "reviews.look",
    "reviews:as_csv": "reviews.look",
    "reviews:themes": "reviews.look",
    "reviews:elsewhere": "reviews.enter",
    "reviews:ask": "reviews.enter",
    "reviews:one": "reviews.look",
    "reviews:deed": "reviews.work",
}
EVENTS = {
    "review_asked": _("They asked for a review"),
    "review_learned": _("What is known of the application was changed"),
    "review_extended": _("More time to ask for a review was given"),
    "review_waived": _("A fault in the form of the application was let go"),
    "review_wanted": _("Information for the review was asked for"),
    "review_heard": _("Information for the review came"),
    "review_accepted": _("The review was accepted"),
    "review_refused": _("The review was refused"),
    "review_forwarded": _("The application was sent on to the right body"),
    "review_noticed": _("Who must know of the review was told"),
    "review_weighed": _("A point of the review was looked at"),
    "review_decided": _("The review was decided"),
    "review_recommended": _("The review recommended something"),
    "review_longer": _("More time to answer the recommendation was given"),  # now: clock_extended
    "review_reminded": _("The authority was reminded to answer"),
    "review_unanswered": _("The time to answer the recommendation has passed"),  # now: noticed by the clocks
    "review_answered": _("The authority answered the recommendation"),
    "review_copied": _("Copies of the recommendation and the answer went out"),
    "review_withdrawn": _("The application for a review was withdrawn"),
    "review_finished": _("The review was finished"),
}
