"""By which ways a letter or a text may go to somebody, and what the carriers' words mean. No Django."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from phonenumbers import NumberParseException, PhoneNumberType, is_valid_number, number_type, parse

from putright.letters.rules import EMAIL, POST, Reach, address

TEXT = "text"
LONDON = ZoneInfo("Europe/London")
KNOWS_FOR = timedelta(days=6)  # GOV.UK Notify forgets after seven
# Their words for what became of a message: https://docs.notifications.service.gov.uk (texts, letters).
ARRIVED = frozenset({"delivered", "sent", "received"})
CAME_BACK = frozenset(
    {
        "permanent-failure",
        "temporary-failure",
        "technical-failure",
        "validation-failed",
        "virus-scan-failed",
        "cancelled",
    }
)


def ways(reach: Reach) -> tuple[str, ...]:
    """The ways a letter may go that they did not call unsafe."""
    can = ((EMAIL, reach.email, "no_email"), (POST, reach.address, "no_post"))
    return tuple(way for way, known, refusal in can if known and not reach.refuses(refusal))


def may_go(reach: Reach, way: str, where: str) -> bool:
    """Whether a letter made a while ago may still go there: the rule or the address may have changed since."""
    return way in ways(reach) and address(reach, way) == where


def may_be_texted(reach: Reach, phone: str) -> bool:
    """A mobile number, and neither "do not ring" nor "leave no message": a text is a message left, and anybody may read it."""
    return is_mobile(phone) and not (reach.refuses("no_phone") or reach.refuses("no_voicemail"))


def is_mobile(phone: str) -> bool:
    """Ofcom's numbers for drama (07700 900000 to 900999) count: they are mobile numbers, and nobody's."""
    try:
        read = parse(phone, "GB")
    except NumberParseException:
        return False
    drama = read.country_code == 44 and str(read.national_number).startswith("7700900")
    return drama or (
        is_valid_number(read) and number_type(read) in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
    )


def safe_now(reach: Reach, at: datetime) -> bool:
    """Whether this hour is one in which they said they may be reached. Hours may go over midnight."""
    rule, now = reach.rule or {}, at.astimezone(LONDON).time()
    begins, ends = _hour(rule.get("not_before"), time.min), _hour(rule.get("not_after"), time.max)
    return begins <= now <= ends if begins <= ends else now >= begins or now <= ends


def _hour(said: object, otherwise: time) -> time:
    try:
        return time.fromisoformat(str(said)) if said else otherwise
    except ValueError:
        return otherwise


def look_again(offered: datetime, at: datetime) -> datetime | None:
    """When to ask what became of it: soon at first, then more seldom; not after the service has forgotten it."""
    if at - offered > KNOWS_FOR:
        return None
    return at + max(timedelta(minutes=1), min((at - offered) / 4, timedelta(hours=6)))
