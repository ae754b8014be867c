"""The eight lists: what each is called, what it is for, and how long a code of it may be."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    slug: str
    name: object  # translated when it is shown
    about: object
    longest: int = 60
    maps: bool = False  # a code of it may point to a category


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
        Kind("reasons", _("Reasons for contact"), _("Why people get in touch: the office’s own list."), maps=True),
        Kind(
            "heard", _("How people heard of us"),
            _("Leaflets, cards, letters and links. Each has a short link of its own."), 30,
        ),
        Kind("methods", _("Ways of contact"), _("How a contact reached us."), 10),
    )
}  # fmt: skip
