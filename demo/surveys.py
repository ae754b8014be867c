"""Four months of surveys: short contacts settled at once, asked about and answered, in every kind and both languages. All of
it invented, and by the ordinary actions. The last few wait for a person to read them; one of those is unhappy."""

from datetime import datetime, timedelta
from itertools import cycle
from uuid import NAMESPACE_URL, uuid5

from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said, Settled
from putright.invited.actions import Asked, code_for, invite
from putright.invited.models import Invite
from putright.people.actions import note_person
from putright.people.models import Handler
from putright.people.roles import Role
from putright.questionnaires import actions as building
from putright.questionnaires import rules, seeds
from putright.questionnaires.models import Survey
from putright.surveys.actions import answering, reading
from putright.surveys.models import Response

ASKED = 72  # every fourth does not answer
FIRST, LAST = 125, 4  # days ago
WAIT = 9  # the newest wait to be read
NAMES = ("Nerys", "Tom", "Ines", "Gethin", "Parveen", "Owen", "Lois", "Kofi", "Mabli", "Ruth")
FAMILY = ("Tanrallt", "Quillfeather", "Maes-y-coed", "Underbarrow", "Okonjo-Wells", "Brynteg")
CONTACTS = (
    ("enquiry", "phone", "When is the counter open on Saturday?", "From ten until four. I gave the address.",
     "Pryd mae’r cownter ar agor ddydd Sadwrn?", "O ddeg tan bedwar. Rhoddais y cyfeiriad."),
    ("dissatisfaction", "phone", "Nobody told me what happened about my bicycle.", "Asked the officer; she rang the same day.",
     "Ni ddywedodd neb wrthyf beth ddigwyddodd am fy meic.", "Gofynnais i’r swyddog; ffoniodd yr un diwrnod."),
    ("complaint", "counter", "I waited an hour at the desk and was sent away.", "Said sorry, and took the report there and then.",
     "Arhosais awr wrth y ddesg a chael fy anfon i ffwrdd.", "Ymddiheurais, a chymryd yr adroddiad yn y fan a’r lle."),
    ("complaint", "phone", "The officer was short with my mother.", "His sergeant rang her to say sorry.",
     "Roedd y swyddog yn swta gyda fy mam.", "Ffoniodd ei ringyll hi i ymddiheuro."),
    ("compliment", "email", "Please thank whoever found my father.", "Passed on to her and to her sergeant.",
     "Diolchwch i bwy bynnag ddaeth o hyd i fy nhad.", "Trosglwyddwyd iddi hi ac i’w rhingyll."),
)  # fmt: skip
MIX = (1, 2, 1, 0, 1, 4, 1, 3)  # of CONTACTS: enough of one kind for figures to show
MARKS = ("5", "4", "4", "3", "5", "2", "4", "5", "1", "4", "3")
SAID = {
    "en": {"1": "Nobody rang me back when you said they would.", "2": "It took three calls.",
           "5": "She listened, and rang when she said."},
    "cy": {"1": "Ni ffoniodd neb fi’n ôl.", "2": "Bu raid i mi ffonio deirgwaith.", "5": "Gwrandawodd, a ffonio pan ddywedodd."},
}  # fmt: skip
BANDS = {
    "age": ("25_to_64", "65_over", "25_to_64", "under_25", "65_over"), "disabled": ("no", "no", "yes"),
    "ethnic": ("white", "white", "other"),
}  # fmt: skip


def ask_around(staff: list[Handler], *, now: datetime) -> int:
    """Play them. Says how many were answered."""
    seeds.ensure(now - timedelta(days=FIRST + 1))
    takes = cycle([one for one in staff if one.role == Role.HANDLER])
    supervisors = [one for one in staff if one.role == Role.SUPERVISOR]
    rewritten(supervisors, at=now - timedelta(days=90))
    answered = []
    for place in range(ASKED):
        at = now - timedelta(days=FIRST - (FIRST - LAST) * place // ASKED, hours=3)
        made = came(place, by=next(takes), at=at)
        if place % 4 != 3:
            answered.append(said(place, made, at=at + timedelta(days=2)))
    for place, response in enumerate(answered[:-WAIT]):
        looked_at(response, place, by=supervisors[0], at=response.at + timedelta(hours=20))
    return len(answered)


def came(place: int, *, by: Handler, at: datetime) -> Contact:
    """Somebody in touch, settled there and then."""
    language = "cy" if place % 3 == 1 else "en"
    kind, channel, words, answer, welsh, answered = CONTACTS[MIX[place // 3 % len(MIX)]]
    name = f"{NAMES[place % len(NAMES)]} {FAMILY[place % len(FAMILY)]}"
    address = f"{name.split()[0].lower()}{place}@ask.example"
    person = note_person({"name": name, "language": language, "email": address}, at=at)
    told = Said(
        key=uuid5(NAMESPACE_URL, f"putright:demonstration:survey:{place}"), channel=channel, kind=kind, language=language,
        words=welsh if language == "cy" else words, received_at=at,
        settled=Settled(answered if language == "cy" else answer),
    )  # fmt: skip
    contact = receive(told, person, by=by, at=at)
    asked = Asked(kind, contact.case, person, "own", "email" if place % 5 else "post", language)
    invite(asked, code_for(contact.case, person, at=at), by=None, at=at)
    return contact


def said(place: int, contact: Contact, *, at: datetime) -> Response:
    """What they answered: no pattern of it means anything."""
    asked = Invite.objects.get(case=contact.case)
    answering.note_opened(asked, at=at)
    mark, language = MARKS[place % len(MARKS)], contact.language
    soft = {skill: MARKS[(place + n) % len(MARKS)] for n, skill in enumerate(rules.SOFT)}
    scores = {"overall": mark, **soft, "clear": "no" if mark in "12" else "yes", "speed": "slow" if mark in "12" else "right"}
    words = {"better" if mark in "12" else "well": SAID[language][mark]} if mark in SAID[language] else {}
    themselves = {group: bands[place % len(bands)] for group, bands in BANDS.items()} if place % 2 == 0 else {}
    given = rules.Given(scores, words, language, themselves=themselves, beside=bool(themselves), may_contact=mark in "125")
    return answering.answer(asked, given, by=None, at=at)


def looked_at(response: Response, place: int, *, by: Handler, at: datetime) -> None:
    again = ("yes" if place % 7 == 0 else "no") if response.unhappy else ""
    why = {"yes": "We had promised a call, and none was made.", "no": "They were rung since, and are content."}.get(again, "")
    praise = response.scores.get("overall") == "5" and bool(response.words)
    made = reading.Made(again, why, suggestion=bool(response.words) and not praise, praise=praise)
    reading.read(response, made, by=by, at=at)


def rewritten(supervisors: list[Handler], *, at: datetime) -> None:
    """A second version of the first survey: in force where another supervisor could sign it off, else it waits for that."""
    draft = building.draft(Survey.objects.get(slug="complaint"), by=supervisors[0], at=at)
    welsh = "Gwnaethom yr hyn a ddywedom y byddem yn ei wneud."
    kept = rules.Question("kept", rules.AGREE, "We did what we said we would do.", welsh)
    building.put(draft, kept, by=supervisors[0], at=at)
    wanted = building.Wanted(at.date(), "People told us that we did not keep our word.")
    version = building.propose(draft, wanted, by=supervisors[0], at=at)
    for other in supervisors[1:2]:
        building.sign_off(version, by=other, at=at)
