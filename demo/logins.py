"""Who can sign in to the demonstration, and what to try."""

from putright.people.models import Handler
from putright.people.roles import Role

from .office import PASSWORD

DOES = {
    Role.HANDLER: "takes contacts, decides, puts right",
    Role.SUPERVISOR: "all that, and allocates, opens the month, loads history",
    Role.STANDARDS: "has what was handed to professional standards",
    Role.LOCAL_SUPERVISOR: "has what was given to a district to put right",
    Role.ANALYST: "sees figures and never a name",
    Role.PRIVACY: "sees who looked at what",
    Role.SENIOR: "looks again at the month’s sample, scores calls, plans visits",
    Role.ADMINISTRATOR: "keeps accounts and settings, and sees no case",
}


def logins() -> str:
    """The words printed when the demonstration starts."""
    staff = Handler.objects.select_related("user").order_by("pk")
    wide = max((len(handler.user.username) for handler in staff), default=0)
    lines = [f"  {handler.user.username:<{wide}}  {DOES[Role(handler.role)]}" for handler in staff]
    first = next((handler.user.username for handler in staff), "")
    return "\n".join(
        [
            "Everything here is invented, and anybody may sign in at /en/staff/ as:",
            *lines,
            f"  Password for all: {PASSWORD}",
            f"  Second factor:    script/manage codes {first}   (a new code every 30 seconds)",
            "",
            "Try:",
            "  1. /en/ as a member of the public: tell us what happened, and keep the reference. /cy/ is the same in Welsh.",
            f"  2. Sign in as {first}: it is first under “Nobody’s yet”. Take it, ask what is missing, decide.",
            "  3. Log a telephone call and settle it in the same breath.",
            "  4. As a supervisor, open the month: every figure opens into the cases behind it.",
        ]
    )
