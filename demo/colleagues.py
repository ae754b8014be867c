"""The team's own pages, so that a newcomer sees what they are for: courses, what we know, posts, thanks, and one complaint
about the team that only the monitoring officer can see. All invented, all by the ordinary actions."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from putright.about_us import actions as about_us
from putright.about_us.queries import readers
from putright.about_us.rules import TEAM, Told
from putright.law.calendar import add_months, day_of
from putright.people.models import Handler
from putright.people.roles import FRONT, Role
from putright.workforce.actions import learning, posts, praise
from putright.workforce.actions.learning import Words
from putright.workforce.actions.posts import Should
from putright.workforce.rules import VETTING

# name, who gives it, the skill it teaches, months it lasts, months since it was attended
COURSES = (
    ("Talking with somebody in distress", "A mental health charity, in our office", "mental-health", 24, 23),
    ("Travellers and encampments: rights and duties", "The county’s liaison officer", "travellers", None, 6),
    ("First week: the law of complaints", "Ourselves", "", 36, 11),
)
ARTICLES = (
    ("An encampment is reported: what to say",
     "An encampment is not a crime by itself.\n\nAsk what happened, where and when. Say that the council or the landowner "
     "decides first. Ask whether anybody is in danger.\n\nGive both numbers: the council’s and ours. Write down the words "
     "people used, and not what you would call it.",
     "Adroddiad am wersyll: beth i’w ddweud",
     "Nid yw gwersyll yn drosedd ynddo’i hun.\n\nGofynnwch beth ddigwyddodd, ble a phryd. Dywedwch mai’r cyngor neu’r "
     "tirfeddiannwr sy’n penderfynu’n gyntaf. Gofynnwch a oes rhywun mewn perygl.", 5),
    ("Somebody says they want to die",
     "Stay on the line. Ask straight out whether they are safe now. Ring 999 on the other telephone if they are not.\n\nWhen it "
     "is over, ring off, and talk to a colleague before the next call.", "", "", -1),
)  # fmt: skip
POSTS = (("advisor", 3), ("supervisor", 1), ("improvement", 1), ("victims", 1))
KIND = "You were the first person in a year who listened to the end. Thank you."
TEAM_THANKS = "Diolch i bawb yn y swyddfa am ateb yn Gymraeg, ac mor gyflym."
SAID = "I rang three times about my complaint. Twice somebody put the telephone down on me. I was not shouting."


def fill(staff: list[Handler], *, now: datetime) -> None:
    boss = next(one for one in staff if one.role == Role.SUPERVISOR)
    team = [one for one in staff if one.role in FRONT and one.team_id == boss.team_id]
    _learned(team, boss, now)
    _posts(team, boss, now)
    others = [one for one in team if one != boss] or [boss]
    praise.note_thanks(KIND, others[0], day_of(now - timedelta(days=3)), by=boss, at=now)
    praise.note_thanks(TEAM_THANKS, None, day_of(now - timedelta(days=12)), by=boss, at=now)
    if readers():
        told = Told("en", TEAM, SAID, wants="Somebody who rings me back.", reach="07700 900147")
        about_us.tell(told, uuid5(NAMESPACE_URL, "demonstration/about-us"), by=None, at=now - timedelta(days=2))


def _learned(team: list[Handler], boss: Handler, now: datetime) -> None:
    today = day_of(now)
    for name, provider, skill, months, ago in COURSES:
        course = learning.add_course(name, provider, skill, months, by=boss, at=now)
        learning.attended(course, team, add_months(today, -ago), by=boss, at=now)
    for title, words, title_cy, words_cy, months in ARTICLES:
        learning.write(Words(title, words, add_months(today, months), title_cy, words_cy), by=boss, at=now)


def _posts(team: list[Handler], boss: Handler, now: datetime) -> None:
    since = add_months(day_of(now), -18)
    for post, number in POSTS:
        posts.establish(Should(post, number, boss.employer, boss.directed_by), since, "Agreed for this year", by=boss, at=now)
    for one in team:
        posts.hold(one, "supervisor" if one.role == Role.SUPERVISOR else "advisor", since, by=boss, at=now)
    coming = posts.coming("victims", "RT", add_months(day_of(now), 2), by=boss, at=now - timedelta(days=20))
    posts.move(coming, VETTING, coming.expected_on, by=boss, at=now - timedelta(days=6))
