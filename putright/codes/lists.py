"""The lists: what each is called, what it is for, how long a code of it may be, and what a code may point to."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    slug: str
    name: object  # translated when it is shown
    about: object
    longest: int = 60
    into: str = ""  # what a code of it points to: "categories", or "counted" (counted.py)


LISTS = {
    one.slug: one
    for one in (
        Kind("categories", _("Allegation categories"), _("What an allegation is about. Each allegation has exactly one."), 4),
        Kind(
            "factors", _("National factors"),
            _("What else was going on. The national list could not be read, so this one comes empty: load it from a file."),
        ),
        Kind("outcomes", _("Outcomes"), _("What was decided about an allegation.")),
        Kind("actions", _("Actions"), _("What was done because of a complaint.")),
        Kind("offers", _("Offers"), _("What people are offered to put things right."), 20),
        Kind("reasons", _("Reasons for contact"), _("Why people get in touch: the office’s own list."), into="categories"),
        Kind(
            "heard", _("How people heard of us"),
            _("Leaflets, cards, letters and links. Each has a short link of its own."), 30,
        ),
        Kind("skills", _("Skills"), _("What colleagues can do that some cases need: Welsh, mental health, and so on."), 30),
        Kind("posts", _("Posts"), _("The posts of the team: advisor, supervisor and so on."), 30),
        Kind("methods", _("Ways of contact"), _("How a contact reached us."), 10),
        Kind(
            "kinds", _("Kinds of contact"),
            _("What a contact is about, and what it counts as. Each kind has a few questions of its own."), 30, "counted",
        ),
        Kind("causes", _("Causes"), _("Why something went wrong, as a lesson says it.")),
        Kind("forums", _("Forums"), _("Groups outside the office that hear what people tell us."), 30),
        Kind("review-results", _("Results of victims’ reviews"), _("What came of a victim’s right to review."), 30),
        Kind(
            "reviewer-ranks", _("Ranks and grades of reviewers"),
            _("Who is more senior than whom when a victim’s review is looked at: ranks from the lowest up. A grade of police"
              " staff stands in the group of the rank it is equal to."), 30,
        ),
        Kind(
            "review-ways", _("Ways to recommend"),
            _("What a review may recommend, in the group that says after which handling. Compensation is never one."), 20,
        ),
        Kind("victims-rights", _("Rights of the Victims’ Code"), _("Which right a contact is about."), 4),
        Kind("exemptions", _("Exemptions"), _("Why a passage of a decision record is not published."), 20),
        Kind(
            "clock-reasons", _("Reasons about promises"),
            _("Why a clock stood still or was given longer, was excused, or was missed."), 40,
        ),
        Kind(
            "time", _("How the day goes"),
            _("What the team’s time goes to. The group says whether it counts as work on contacts."), 30,
        ),
        Kind("improvements", _("Kinds of improvement"), _("What the improvement register holds.")),
        Kind("passive", _("Said to others, not to us"), _("What need not be written down, though somebody was unhappy."), 20),
        Kind("grade-source", _("Information: the source"), _("How far the person who gave information can be relied on."), 4),
        Kind("grade-assessment", _("Information: how it is known"), _("How the person knows what they told us."), 4),
        Kind("grade-handling", _("Information: sharing"), _("Who may be given it, and on what conditions."), 4),
    )
}  # fmt: skip
