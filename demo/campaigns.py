"""Three surveys of a group: one that victims of a district are answering, one with a worker’s codes that waits for a second
person, and one of another body whose results came. Everybody on the lists is invented."""

from datetime import datetime, timedelta

from putright.campaigns.actions import going, preparing
from putright.campaigns.actions.preparing import Wanted
from putright.campaigns.models import Campaign, Entry
from putright.messages.models import Message
from putright.messages.rules import SENT
from putright.messages.sending import note
from putright.people.models import Handler
from putright.people.roles import Role
from putright.questionnaires import rules
from putright.questionnaires.models import Survey
from putright.surveys.actions import answering

NAMES = ("Aled", "Bronwen", "Caleb", "Delyth", "Esther", "Farid", "Glenys", "Hollie", "Iestyn", "Jamila")
DISTRICTS = ("North", "North", "South", "South", "South", "Town", "Town", "Harbour")
PEOPLE = 64
MARKS = ("4", "5", "3", "4", "2", "5", "4", "1", "4", "3")
THEIRS = (("Yes", "Town", 41), ("Partly", "Town", 17), ("No", "Town", 12), ("Yes", "Harbour", 22), ("Partly", "Harbour", 9),
          ("No", "Harbour", 3))  # fmt: skip


def ask_groups(staff: list[Handler], *, now: datetime) -> int:
    """Play them. Says how many are on the lists. Where there is no second person they wait for one."""
    supervisors = [*(one for one in staff if one.role == Role.SUPERVISOR), *(one for one in staff if one.role == Role.SENIOR)]
    victims_of_a_district(supervisors, at=now - timedelta(days=20))
    voice_of_a_child(supervisors, at=now - timedelta(days=2))
    another_bodys(supervisors, at=now - timedelta(days=60))
    return Entry.objects.count()


def people(number: int) -> list[dict[str, str]]:
    made = []
    for n in range(number):
        name = f"{NAMES[n % len(NAMES)]} {chr(65 + n % 26)}."
        row = {"Name": name, "Email": f"{NAMES[n % len(NAMES)].lower()}{n}@list.example", "District": DISTRICTS[n % 8]}
        row |= {"Language": "cy" if n % 6 == 0 else "en", "Group": "Burglary" if n % 3 else "Hate crime", "Address": ""}
        if n % 9 == 4:
            row |= {"Email": "", "Address": f"{n} Kiln Row\nAL1 1AA"}
        made.append(row | ({"Email": ""} if n % 31 == 30 else {}))
    return made


def put(one: Campaign, rows: list[dict[str, str]], *, by: Handler, at: datetime) -> None:
    preparing.load(one, list(rows[0]), rows, by=by, at=at)


def let_go(one: Campaign, supervisors: list[Handler], *, at: datetime) -> Campaign:
    """Put forward by one, let go by another, and sent."""
    preparing.forward(one, by=supervisors[0], at=at)
    for other in supervisors[1:2]:
        preparing.sign(one, by=other, at=at)
        while going.send(one, at=at):
            pass
    one.refresh_from_db()
    return one


def gone(one: Campaign, *, at: datetime) -> None:
    """Its e-mails went before anybody answered."""
    for pk in Message.objects.filter(room="campaigns", key__startswith=f"{one.pk}:").values_list("pk", flat=True):
        note(pk, SENT, at=at)


def victims_of_a_district(supervisors: list[Handler], *, at: datetime) -> None:
    first = at.date()
    one = preparing.make(
        Wanted(
            "Victims of burglary and hate crime, by district", "general", Survey.objects.get(slug="victims"), first,
            first + timedelta(days=35), remind_after=0, subject_en="How did we do?", subject_cy="Sut y gwnaethom?",
            words_en="You told the police about a crime in the last three months. We would like to know how it was for you.",
            words_cy="Dywedoch wrth yr heddlu am drosedd yn y tri mis diwethaf. Hoffem wybod sut oedd hi i chi.",
        ),
        by=supervisors[0], at=at,
    )  # fmt: skip
    put(one, people(PEOPLE), by=supervisors[0], at=at)
    gone(let_go(one, supervisors, at=at), at=at)
    asked = Entry.objects.filter(campaign=one, sent_at__isnull=False).select_related("invite").order_by("number")
    for place, entry in enumerate(asked):
        if place % 5 < 3:
            answered(entry, place, at=at + timedelta(days=1 + place % 12))


def answered(entry: Entry, place: int, *, at: datetime) -> None:
    scores = {code: MARKS[(place + n) % len(MARKS)] for n, code in enumerate(("overall", *rules.SOFT))}
    said = {} if entry.language == "cy" else {"better": "Tell people what happens next."} if place % 7 == 0 else {}
    how = rules.PAPER if entry.way == "post" else rules.WEB
    answering.answer(entry.invite, rules.Given(scores, said, entry.language, how), by=None, at=at)


def voice_of_a_child(supervisors: list[Handler], *, at: datetime) -> None:
    first = at.date() + timedelta(days=7)
    wanted = Wanted(
        "Voice of a child", "child", Survey.objects.get(slug="victims"), first, first + timedelta(days=42),
        subject_en="What was it like?", subject_cy="Sut brofiad oedd e?",
        words_en="You met the police not long ago. Tell us what it was like, if you want to.",
        words_cy="Cwrddoch chi â’r heddlu ychydig yn ôl. Dywedwch wrthym sut brofiad oedd e, os ydych chi eisiau.",
    )  # fmt: skip
    one = preparing.make(wanted, by=supervisors[0], at=at)
    workers = ("R. Lockyer", "M. ap Rhys", "R. Lockyer", "")
    rows = [{"Name": "", "Email": "", "Group": "8 to 11" if n % 2 else "12 to 16", "Worker": workers[n % 4]} for n in range(12)]
    put(one, rows, by=supervisors[0], at=at)
    preparing.forward(one, by=supervisors[0], at=at)


def another_bodys(supervisors: list[Handler], *, at: datetime) -> None:
    first = at.date()
    wanted = Wanted(
        "A council’s survey about its reporting centres", "general", None, first, first + timedelta(days=21), remind_after=0,
        theirs_en="https://council.example/survey", theirs_cy="https://council.example/arolwg", body="An invented council",
        subject_en="A council would like to hear from you", subject_cy="Hoffai cyngor glywed gennych",
        words_en="They asked us to send you this. They do not know who you are.",
        words_cy="Gofynnwyd i ni anfon hwn atoch. Nid yw’r cyngor yn gwybod pwy ydych chi.",
    )  # fmt: skip
    one = preparing.make(wanted, by=supervisors[0], at=at)
    rows = [{"Name": "", "Email": f"centre{n}@list.example", "District": "Town" if n % 3 else "Harbour"} for n in range(30)]
    put(one, rows, by=supervisors[0], at=at)
    gone(let_go(one, supervisors, at=at), at=at)
    told = [{"Question": "Did the centre help?", "Answer": said, "Group": place, "Number": str(n)} for said, place, n in THEIRS]
    preparing.take_figures(one, told, by=supervisors[0], at=at + timedelta(days=25))
