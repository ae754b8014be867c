"""What came by the newer ways in, so that their pages have something to show: chats, a message to sort, a photo on a case,
a plan agreed with somebody who rings often, and two people who may be one. All by the ordinary actions."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from PIL import Image, ImageDraw

from putright.cases import references
from putright.cases.models import Case
from putright.contacts.channels.chat import actions as chat
from putright.contacts.channels.chat import secret
from putright.contacts.channels.chat.filing import Closing
from putright.contacts.channels.email import actions as email
from putright.contacts.channels.web import codes
from putright.documents.actions import add
from putright.facts.months import Month
from putright.law.calendar import day_of
from putright.people.actions import Agreed, agree_plan
from putright.people.models import Handler, Person
from putright.people.roles import Role
from putright.portal import begun

from .pace import Pace

# Sunil Marrable again (live_cases.toml), as a chat has him: the same telephone, another spelling.
CHATS = (
    {
        "about": "I rang about my fraud and was told somebody would write. Nobody has.",
        "language": "en", "name": "Sunil Marable", "phone": "07700 900105",
        "told": "I am sorry. I can see who has it, and will ask them to write to you this week.",
        "thanks": "Thank you. That is all I wanted to know.",
        "settled": "Asked the force to write to him this week.",
    },
    {
        "about": "Ydy’r orsaf ym Mhorth Elis ar agor ddydd Sadwrn?",
        "language": "cy", "name": "", "phone": "",
        "told": "Ydy, o ddeg tan bedwar. Canwch y gloch os nad oes neb wrth y ddesg.",
        "thanks": "Diolch yn fawr.",
        "settled": "Dywedwyd pryd mae’r orsaf ar agor.",
    },
)  # fmt: skip
PLAN = "Mr Stannage rings when he cannot sleep. One of us rings him each Tuesday at ten, and tells him what is new."
MESSAGE = (
    "Hello,\n\nI wrote to you some weeks ago and you gave me the reference above. I have moved since, and have lost your "
    "letter. Could somebody tell me how it stands?\n\nWith thanks,\nPriya Lowmoor\n"
)


def open_doors(staff: list[Handler], *, now: datetime) -> int:
    """Play them. Says how many chats, each of them a case of its own."""
    takes = next(one for one in staff if one.role == Role.HANDLER)
    agrees = next(one for one in staff if one.role == Role.SUPERVISOR)
    for place, told in enumerate(CHATS):
        talked(told, place, by=takes, now=now)
    to_sort(now=now - timedelta(minutes=25))
    begun_forms(now=now)
    agreed = Agreed(PLAN, takes, day_of(now) + timedelta(days=28), "He does not like new voices.")
    agree_plan(Person.objects.get(name="Merv Stannage"), agreed, by=agrees, at=now - timedelta(days=1))
    case = Case.objects.get(complainant__name="Gwenllian Cefnrhiw")
    add(photo(), "ffon-a-ganfuwyd.png", case=case, by=takes, at=now - timedelta(minutes=30))
    return len(CHATS)


def talked(told: dict[str, str], place: int, *, by: Handler, now: datetime) -> None:
    """A chat of yesterday's office hours, answered, and settled while it was still open."""
    pace = Pace(1, "10:40", now=now, needs=timedelta(hours=2))
    pace.after(minutes=40 * place)
    ticket = f"demonstration-{place}"
    given = {name: told[name] for name in ("about", "language", "name", "phone")}
    visitor = chat.Visitor(key=secret.key_of(ticket), digest=codes.digest(secret.code_of(ticket)), **given)
    made = chat.begin(visitor, at=pace.at, open_now=True)
    chat.take_chat(made, by=by, at=pace.after(minutes=1))
    made.refresh_from_db()
    for number, (words, side) in enumerate(((told["told"], by), (told["thanks"], None))):
        key = uuid5(NAMESPACE_URL, f"putright:{ticket}:{number}")
        chat.say(made, words, key, by=side, at=pace.after(minutes=3))
    made.refresh_from_db()
    closing = Closing(told["settled"], settles=True, reason="elsewhere.other-body", kind="enquiry")
    chat.finish(made, closing, by=by, at=pace.after(minutes=1))


def begun_forms(*, now: datetime) -> None:
    """Of the four months before this: how many sent the public's form, and where the others stopped. Invented."""
    month = Month.of(now)
    for more in range(4):
        month = month.previous
        stopped = {"safe": 9 + more, "kind": 6, "what-happened": 14 - more, "who": 3, "reach": 5, "safe-contact": 2}
        begun.add({(month.first, "en", where): number for where, number in (stopped | {begun.SENT: 96 - 4 * more}).items()})
        begun.add({(month.first, "cy", "what-happened"): 2, (month.first, "cy", begun.SENT): 7 + more})


def to_sort(*, now: datetime) -> None:
    """A message that names a case we do not have: only a person can tell where it belongs."""
    message = EmailMessage()
    message["From"], message["To"] = "Priya Lowmoor <priya@lowmoor.example>", "complaints@office.example"
    message["Subject"], message["Date"] = f"Re: {references.make()}", format_datetime(now)
    message["Message-ID"] = "<demonstration-1@lowmoor.example>"
    message.set_content(MESSAGE)
    email.place(email.keep(email.Came(bytes(message), "smtp", now), at=now), at=now)


def photo() -> bytes:
    """A drawn photo of a telephone that somebody found."""
    picture, kept = Image.new("RGB", (600, 450), "#b9ad98"), BytesIO()
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((220, 60, 380, 390), radius=24, fill="#20242a")
    draw.rounded_rectangle((232, 90, 368, 350), radius=6, fill="#7d97a8")
    draw.line((250, 110, 345, 330), fill="#dfe7ec", width=3)
    draw.line((300, 210, 355, 150), fill="#dfe7ec", width=2)
    picture.save(kept, "PNG")
    return kept.getvalue()
