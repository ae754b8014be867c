"""What a screen calls things."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from design.dates import month_name

from .marks import ASSUMED, MEASURED, OFFICE, PACK, RECALLED, TRIED
from .rules.capacity import ADVERTISED, CHOSEN, CLOSED, FILLED, LEAVING, TRAINING, VACANT, VETTING

NUMBERS = {
    "calls": _("Calls a week"), "seconds": _("Seconds for one call, with writing it up"),
    "patience": _("Seconds somebody waits before giving up, on average"),
    "level": _("How many in 100 we want to answer in time"), "within": _("In time means within so many seconds"),
    "lost": _("How many in 100 may give up at most"),
    "shrinkage": _("How much of paid time is leave, sickness, training and meetings, in 100"),
    "hours": _("Paid hours in one person’s week"),
    "busy": _("How busy somebody may be with work that waits, in 100"),
    "phones": _("How much of everybody’s time is for the telephone, in 100"),
    "email_week": _("Emails and web forms a week"), "email_minutes": _("Minutes for one email or web form"),
    "letter_week": _("Letters a week"), "letter_minutes": _("Minutes for one letter"),
    "chat_week": _("Chats a week"), "chat_minutes": _("Minutes for one chat"), "at_once": _("Chats one person has at once"),
    "welsh": _("How many callers in 100 want to speak Welsh"),
    "evening": _("Calls in longer hours, for each 100 in the hours now"),
    "growth": _("How many more calls than the forecast, in 100"),
    "holidays": _("Calls on a bank holiday, for each 100 on an average day"),
    "training": _("Months until somebody new knows the work"),
    "meanwhile": _("What somebody new does meanwhile, in 100"),
    "replacing": _("Months from a post falling empty until somebody new begins"),
}  # fmt: skip
MARKS = {
    MEASURED: _("measured here"), RECALLED: _("usual practice, not checked"), ASSUMED: _("assumed"),
    PACK: _("from a document of the office"), OFFICE: _("said by the office"), TRIED: _("tried out on this page"),
}  # fmt: skip
STAGES = {
    FILLED: _("Filled"), LEAVING: _("Somebody is leaving"), VACANT: _("Empty"), ADVERTISED: _("Advertised"),
    CHOSEN: _("Somebody was chosen"), VETTING: _("In vetting"), TRAINING: _("Learning the work"), CLOSED: _("Given up"),
}  # fmt: skip
RELIEFS = {"overtime": _("Overtime"), "hours": _("Longer or other hours"), "shared": _("Staff shared with another team")}
WAYS = {"email": _("Email and web forms"), "letter": _("Letters"), "chat": _("Chat")}
CANNOT = {
    "load": _("Calls must not be fewer than none, and handling one must take some time."),
    "nobody": _("At least one person must answer."),
    "too few": _("The number of people must be greater than the load, or the queue never ends."),
    "patience": _("People wait for some time before they give up."),
    "never": _("No number of people reaches this target. Make it a little less."),
    "skills": _("There cannot be more Welsh speakers than people, nor none or only Welsh callers."),
    "shrinkage": _("The share of paid time away from contacts must be from none to less than all."),
    "week": _("A person’s week must have hours, and they cannot be busy for more than all of it."),
    "hours": _("The hours must open before they close."),
}


def number(value: float, decimals: int = 1) -> str:
    """Rounded as people round: 94.25 is 94.3. No noughts at the end."""
    rounded = Decimal(str(round(value, 9))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{rounded:,}"


def people(value: float) -> str:
    """Full-time people; a little work is not nobody."""
    return _now("under 0.1") if 0 < value < 0.05 else number(value)


def percent(share: float) -> str:
    step = Decimal("0.1")
    return f"{Decimal(str(round(share * 100, 9))).quantize(step, ROUND_HALF_UP)}%"


def hour(half: int) -> str:
    return f"{half // 2}:{half % 2 * 30:02}"


def month_of(on: date) -> str:
    language = "cy" if (get_language() or "").startswith("cy") else "en"
    return f"{month_name(on.month, language)} {on.year}"


def hours(opens: int, closes: int) -> str:
    return _now("%(opens)s to %(closes)s") % {"opens": hour(opens), "closes": hour(closes)}
