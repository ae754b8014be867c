"""The menu at the top of every staff page: only what this person may open, and never so much that it must be read through.

Who may open few pages has them side by side; for the rest two groups open into a page each, under short headings. A new
page is one Item in the section where somebody would look for it; a section with nothing this person may open is not shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from putright.people import gates

ROOM = 8  # entries that stand side by side on one line


@dataclass(frozen=True)
class Item:
    page: str
    words: object  # translated when it is shown
    about: object = ""


@dataclass(frozen=True)
class Section:
    words: object  # its heading; nothing where a group has one section
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Group:
    page: str
    words: object
    sections: tuple[Section, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)


COMING_IN = Group(
    "desk:coming_in", _("Coming in"), (
        Section("", (
            Item("telephone:calls", _("Calls"), _("Who is ringing, and who it may be.")),
            Item("chat:desk", _("Chats"), _("Who is waiting to chat, and the chats you have.")),
            Item("email:tray", _("Email to sort"), _("What came by email and found no place by itself.")),
            Item("contacts:letters", _("Letters that came"), _("A scan or a photo, with the words typed beside it.")),
            Item("counter:counters", _("Counters"), _("Open a counter on a shared screen or a phone handed over.")),
            Item("contacts:social", _("Seen on social media"), _("What somebody said where they may not have meant us to hear.")),
            Item("asking:waiting", _("Replies and questions"), _("What came back, and what waits for an answer.")),
            Item("contacts:look_overs", _("To look over"), _("Settled there and then by others.")),
            Item("contacts:there_and_then", _("There and then"), _("What you put right at source.")),
            Item("contacts:pass_to_team", _("Pass to the team"), _("Unhappiness that is not recorded.")),
        )),
    ),
)  # fmt: skip
MORE = Group(
    "desk:more", _("More"), (
        Section(_("Today"), (
            Item("dashboards:home", _("Today and the month"), _("What is due, late and waiting, and how the month goes.")),
            Item("chasing:team", _("The team’s work"), _("What is late, nobody’s, with somebody away, or waiting outside.")),
            Item("chasing:waiting", _("Waiting outside"), _("Who has not answered yet, and for how long.")),
            Item("chasing:absences", _("Who is away"), _("And who covers.")),
            Item("clocks:notices", _("Promises that fell due"), _("What was missed, and what is due soon.")),
            Item("clocks:feed", _("My calendar"), _("Your promises in a calendar of your own.")),
            Item("days:home", _("How the day goes"), _("What the team’s time goes to, from a week written down.")),
        )),
        Section(_("Promises and hand-overs"), (
            Item("promises:list", _("Promises and the calendar"), _("What we promise, bank holidays, and changes of them.")),
            Item("packs:take_in", _("Take in a pack"), _("A case that another office hands you as a file.")),
            Item("compared:reconcile", _("What they say they have"),
                 _("Another body’s list of what it had from us, against ours.")),
            Item("intelligence:waiting", _("Information to hand over"), _("Sealed: for the force’s intelligence unit.")),
        )),
        Section(_("Reviews and decisions"), (
            Item("reviews:register", _("Reviews"), _("Who asked for a review, and what came of it.")),
            Item("victims:reviews", _("Victims’ reviews"), _("Requests, what was learned, and the six recommendations.")),
            Item("decisions:records", _("Decision records"), _("What the commissioner decided, and what is published of it.")),
        )),
        Section(_("Words"), (
            Item("words:all", _("Words we send"), _("Letters, pages and paragraphs in both languages.")),
            Item("asking:steps", _("First steps"), _("What your office does first with every contact.")),
            Item("mailings:sheets", _("Leaflets"), _("To print or to put on a page, in each language.")),
            Item("letters:award", _("Award on letters"), _("The mark of an award, until its last day.")),
        )),
        Section(_("Asking how it was"), (
            Item("surveys:to_read", _("Survey answers to read"), _("Every answer is read by a person; the unhappy first.")),
            Item("surveys:all", _("Surveys"), _("What we ask, and what people said, in figures.")),
            Item("campaigns:all", _("Surveys of a group"), _("Of a district, or another group: a list, sent and followed.")),
            Item("surveys:paper", _("Type in a paper survey"), _("By the code on it. Or what somebody says on the phone.")),
            Item("callbacks:lists", _("Ringing victims back"), _("One in so many: how it was, and what is still wrong.")),
        )),
        Section(_("Looking again"), (
            Item("quality:mine", _("The month’s sample"), _("Finished cases that you look at again.")),
            Item("quality:draws", _("The samples drawn"), _("And whether each one holds.")),
            Item("quality:findings", _("What was found on my work"), _("By whoever looked at it again.")),
            Item("scoring:calls", _("Scored calls"), _("Calls listened to again, and what they scored.")),
            Item("scoring:told", _("Scored calls of my people"), _("What they scored, and what you did about it.")),
            Item("scoring:figures", _("How calls score"), _("By unit, month and point.")),
            Item("shopping:mine", _("Mystery visits"), _("Which you are to make, and what you found.")),
            Item("shopping:plan", _("Plan mystery visits"), _("Of counters and pages, by people nobody there knows.")),
            Item("shopping:results", _("What mystery visits found"), _("By place, with what was done about it.")),
            Item("shopping:actions", _("Put right after a visit"), _("What you are to put right, and by when.")),
            Item("desk:often", _("Frequent callers"), _("Who was in touch most often, and what was agreed with them.")),
        )),
        Section(_("Learning"), (
            Item("warnings:all", _("Early warnings"), _("What departs from its own past, with the working.")),
            Item("improvements:all", _("Improvements"), _("What we change, who does it, and whether it helped.")),
            Item("learning:heard", _("What was heard"), _("In the month’s sample and in surveys, and nobody took up yet.")),
            Item("learning:lessons", _("Lessons"), _("What was learned, by whom, and why it went wrong.")),
            Item("learning:recommendations", _("Recommendations to the force"), _("To whom, by when, and what they answered.")),
            Item("learning:themes", _("Themes"), _("By reason, area, department and cause, with the cases behind.")),
            Item("learning:actions", _("Boards’ actions"), _("What boards want done, by whom and by when.")),
            Item("forums:start", _("Forums"), _("What the rural crime forum and others should hear, and what came back.")),
            Item("learning:suggestions", _("Suggestions"), _("What people suggested, and what we did.")),
            Item("learning:said_list", _("You said, we did"), _("For the public: written by one, signed by another.")),
            Item("learning:practices", _("What works here"), _("For other offices, and who asked.")),
        )),
        Section(_("Excellence and thanks"), (
            Item("workforce:articles", _("What we know"), _("What the next colleague should not have to ask.")),
            Item("workforce:thanks", _("Thanks we were sent"), _("For you, and for the team.")),
            Item("valued:home", _("How it is to work here"), _("The team is asked, without names, and reads what came of it.")),
            Item("excellence:board", _("The excellence standard"),
                 _("Our scores, gaps, who does what, and whether we would pass.")),
            Item("excellence:evidence", _("Evidence"), _("What we can show an assessor, and what is not ready.")),
            Item("assessors:cycles", _("Assessments"), _("Dates, frozen packs, the assessor, recommendations.")),
        )),
        Section(_("Numbers"), (
            Item("reports:catalogue", _("The catalogue of measures"), _("What each figure means, and its months.")),
            Item("measures:lines", _("Targets, and what others have"),
                 _("What we want a figure to be, and what it is set beside.")),
            Item("months:all", _("Reports for boards"), _("Drawn up, signed by a second person, and sent.")),
            Item("telephone:figures", _("How long callers wait"), _("By half-hour, day and menu option.")),
            Item("staffing:how_many", _("How many staff do we need?"), _("People for the telephone and the rest.")),
            Item("staffing:vacancies", _("What will vacancies do?"), _("Who gives up while posts are empty.")),
            Item("national:home", _("The national return"), _("What each complaint must say, and the quarter’s return.")),
            Item("publication:home", _("Publish figures"), _("For anybody, with small numbers hidden.")),
            Item("diary:diary", _("The publication diary"), _("What the law makes us publish, and by when.")),
            Item("contacts:heard", _("How people heard of us"), _("Leaflets and their short links.")),
            Item("extracts:start", _("Ask your own question"), _("Any list, by your own choice, to keep or to take away.")),
            Item("value:money", _("Cost and worth"), _("What a contact costs, what it saves, and what came of it.")),
        )),
        Section(_("The office"), (
            Item("lawbook:day", _("The law"), _("Any day’s rules, and what changed.")),
            Item("codes:lists", _("Code lists"), _("Categories, reasons, outcomes and the rest, by date.")),
            Item("allocation:arrangements", _("How cases are given"), _("Which need wants which skill, and who may be asked.")),
            Item("portal:services", _("Services and other bodies"), _("What the public’s pages name, and when it was checked.")),
            Item("portal:begun", _("How far people come with the form"),
                 _("Who begins it and does not send it, and where they stop.")),
            Item("contacts:links", _("Personal links"), _("For officers who put things right at the roadside.")),
            Item("workforce:people", _("Skills and training"), _("Who can do what, and what must be renewed.")),
            Item("workforce:posts", _("Posts and who is coming"), _("What is filled, what is vacant, and who is on the way.")),
            Item("cases:walls", _("Who is kept out"), _("Of which case, why, and whether it is them.")),
            Item("accounts:everybody", _("Accounts"), _("Who can sign in.")),
            Item("about_us:register", _("Complaints about the team"), _("Sealed from the team.")),
            Item("intelligence:keepers", _("Keepers of sealed sheets"),
                 _("Who may open the sheet that says who told us something.")),
        )),
        Section(_("Other systems and old logs"), (
            Item("systems:tokens", _("Other systems"), _("Which websites may send us contacts, by a token.")),
            Item("outbox:template", _("Text messages"), _("Which template of GOV.UK Notify they go by.")),
            Item("telephone:exchanges", _("Telephone exchanges"), _("Which exchange may tell us of calls.")),
            Item("imports:door", _("Load an old log"), _("A spreadsheet of earlier contacts.")),
        )),
    ),
)  # fmt: skip
ENTRIES: tuple[Item | Group, ...] = (
    Item("desk:work", _("My work")),
    Item("contacts:new", _("New contact")),
    COMING_IN,
    Item("desk:search", _("Find a case")),
    Item("outbox:outbox", _("Outbox")),
    Item("reports:month", _("The month")),
    MORE,
)


def items(request: HttpRequest) -> list[dict[str, object]]:
    """For `navigation` in design/staff.html; empty for somebody who is not signed in."""
    if not getattr(request, "handler", None):
        return []
    here = request.resolver_match.view_name if request.resolver_match else ""
    flat = open_to(request, (item for entry in ENTRIES for item in parts(entry)))
    if len(flat) <= ROOM:
        return [link(item.page, item.words, item.page == here) for item in flat]
    shown = []
    for entry in ENTRIES:
        mine = open_to(request, parts(entry))
        if isinstance(entry, Group) and len(mine) > 1:
            shown.append(link(entry.page, entry.words, here in {entry.page, *(item.page for item in mine)}))
        else:
            shown += [link(item.page, item.words, item.page == here) for item in mine]
    return shown


def parts(entry: Item | Group) -> tuple[Item, ...]:
    return entry.items if isinstance(entry, Group) else (entry,)


def sections(request: HttpRequest, group: Group) -> list[Section]:
    """Each heading of a group with the pages this person may open; none that would be empty."""
    mine = [Section(section.words, tuple(open_to(request, section.items))) for section in group.sections]
    return [section for section in mine if section.items]


def open_to(request: HttpRequest, listed: Iterable[Item]) -> list[Item]:
    """Those this person may open."""
    verbs = gates.table("PAGES")
    return [item for item in listed if item.page in verbs and gates.can(request.handler, str(verbs[item.page]))]


def link(page: str, words: object, current: bool) -> dict[str, object]:
    return {"text": str(words), "href": reverse(page), "current": current}
