"""Who may do what here: verb to roles, and page to verb."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"interested.keep": FRONT}
PAGES: dict[str, str] = {
    "interested:add": "interested.keep",
    "interested:change": "interested.keep",
}
EVENTS = {
    "interested_added": _("Wrote down somebody else who is kept informed"),
    "interested_agreed": _("Changed whether they agree to be told"),
    "interested_ended": _("They are kept informed no more"),
}
