"""The steps of a journey, each a thing somebody does: through HTTP, page by page, by the moment the story has reached.

The public is an anonymous browser; staff are signed in; what the house does by itself is done by going round."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.log import broken_at
from putright.cases.models import AccessCase, Case, Event
from putright.letters.models import Letter
from putright.people.models import Handler
from putright.rounds import worker
from tests.contacts.web import walk as public

from .browsing import Browser, Page

ENOUGH_ROUNDS = 4  # a letter written in one is sent in the next; the rest find nothing to do


@dataclass
class Story:
    """Where we are: the moment, the language every page is read in, and the reference once there is one."""

    lang: str
    now: datetime = field(init=False)
    reference: str = ""
    desks: dict[str, "Desk"] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        return Case.objects.get(reference=self.reference)


@dataclass
class Desk(Browser):
    """A browser in which one handler is signed in. Every page it asks for is asked for at the story's moment."""

    story: Story = None
    who: Handler = None
    came: datetime | None = None

    def go(self, address: str) -> Page:
        """Signs in anew whenever the story has moved on: a session left alone for hours has ended by itself."""
        if self.came != self.story.now:
            self.client.logout()
            self.client.force_login(self.who.user)
            self.came = self.story.now
        with clock.fixed(self.story.now):
            page = super().go(f"/{self.story.lang}/staff/{address}")
        return self._noted(page)

    def press(self, page: Page, button: str = "", **typed: Any) -> Page:
        with clock.fixed(self.story.now):
            page = super().press(page, button, **typed)
        return self._noted(page)

    def _noted(self, page: Page) -> Page:
        page.response.looked_at = self.story.now
        return page


def when(story: Story, moment: str) -> None:
    """“2026-03-30 09:10”, London time. A story never goes back."""
    then = datetime.fromisoformat(moment).replace(tzinfo=clock.LONDON)
    assert getattr(story, "now", then) <= then, f"{moment} is before {story.now}"
    story.now = then


def desk(story: Story, who: Handler) -> Desk:
    """Their browser."""
    return story.desks.setdefault(who.name, Desk(MannerlyClient(), story=story, who=who))


def tells_us(story: Story, answers: dict[str, dict[str, Any]]) -> str:
    """Somebody fills in the public form and sends it. Gives the words of the last page, with the reference on it."""
    client = MannerlyClient()
    with clock.fixed(story.now):
        sent = public.send(client, public.walk(client, answers, lang=story.lang))
    story.reference = Case.objects.latest("pk").reference
    return Page(sent).words


def logs(story: Story, by: Handler, button: str, **typed: Any) -> Page:
    """A handler writes a contact down on the quick entry; `button` is do=settle or do=keep."""
    page = desk(story, by).go("contacts/new")
    after = desk(story, by).press(page, button, **typed)
    assert after.path != page.path, after.words
    story.reference = Case.objects.latest("pk").reference
    return after


def goes_round(story: Story) -> None:
    """The house does what it owes by now, and nothing fails."""
    for number in range(ENOUGH_ROUNDS):
        done = worker.go_round(lambda: story.now, worker="the night watch")
        assert done.failed == 0, f"round {number}: {done}"
    assert done.owed == 0, done


def opens(story: Story, who: Handler) -> Page:
    return desk(story, who).go(f"cases/{story.reference}/")


def fills_in(story: Story, who: Handler, address: str, button: str = "", **typed: Any) -> Page:
    """Opens a page of the case, fills in its form and presses; must come away from it, or it was refused."""
    page = desk(story, who).go(f"cases/{story.reference}/{address}")
    after = desk(story, who).press(page, button, **typed)
    assert after.path != page.path, f"{address} was refused: {after.words}"
    return after


def takes(story: Story, who: Handler) -> Page:
    return fills_in(story, who, "take")


def speaks(story: Story, who: Handler, words: str) -> Page:
    return fills_in(story, who, "spoke", words=words)


def answers(story: Story, who: Handler, button: str = "", **facts: str) -> Page:
    """Answers questions on the triage page, and is shown it again with what the rules then find."""
    page = desk(story, who).go(f"cases/{story.reference}/triage/")
    return desk(story, who).press(page, button, **facts)


def asks_again(story: Story, who: Handler, fact: str, answer: str) -> Page:
    page = desk(story, who).go(f"cases/{story.reference}/triage/?again={fact}")
    return desk(story, who).press(page, **{fact: answer})


def decides(story: Story, who: Handler, route: str, because: str = "") -> Page:
    page = desk(story, who).go(f"cases/{story.reference}/triage/")
    after = desk(story, who).press(page, **{"decide-route": route, "decide-because": because})
    assert after.path == f"/{story.lang}/staff/cases/{story.reference}/", after.words
    return after


def hands_over(story: Story, who: Handler, body: str, **typed: str) -> Page:
    """Chooses the body, looks the pack over, and sends it."""
    pack = fills_in(story, who, "hand-over/", body=body)
    after = desk(story, who).press(pack, "version", **typed)
    assert after.path == f"/{story.lang}/staff/cases/{story.reference}/", after.words
    return after


def writes(story: Story, who: Handler, kind: str, **words: str) -> Page:
    """Writes a letter, sees it as it will go, and lets it go. Gives the preview."""
    page = desk(story, who).go(f"cases/{story.reference}/letters/new?kind={kind}")
    preview = desk(story, who).press(page, "do=preview", **words)
    after = desk(story, who).press(preview, "do=send")
    assert after.path == f"/{story.lang}/staff/cases/{story.reference}/", after.words
    return preview


def behind(story: Story, who: Handler, year: int, month: int, figure: str) -> list[str]:
    """The references in the list behind one figure of a month; the figure is on the month's page, and leads there."""
    address = f"reports/{year}/{month}/"
    opened = [href.split(address)[1].rstrip("/") for href in desk(story, who).go(address).addresses if address in href]
    assert figure in opened, f"{figure} is not among {opened}"
    listed = desk(story, who).go(f"{address}{figure}/")
    return [href.rstrip("/").rsplit("/", 1)[1] for href in listed.addresses if "/staff/cases/" in href]


def sent(story: Story) -> list[str]:
    """The kinds of letter that went out, in the order they went."""
    return list(Letter.objects.filter(case=story.case, status="sent").order_by("pk").values_list("kind", flat=True))


def letter(story: Story, kind: str) -> Letter:
    return Letter.objects.filter(case=story.case, kind=kind).latest("pk")


def verbs(story: Story) -> list[str]:
    return list(Event.objects.filter(case=story.case).order_by("seq").values_list("verb", flat=True))


def log_is_whole(story: Story) -> bool:
    return broken_at(story.case) is None


def looks(story: Story) -> Counter:
    """Every page any desk was shown that names the case: by whom, when, and which page."""
    shown = ((desk, page.response) for desk in story.desks.values() for page in desk.seen)
    return Counter(
        (desk.who.name, response.looked_at, response.resolver_match.view_name)
        for desk, response in shown
        if response.status_code in (200, 422) and story.reference in response.content.decode()
    )


def access_rows(story: Story) -> Counter:
    rows = AccessCase.objects.filter(case__reference=story.reference).select_related("access__handler")
    return Counter((row.access.handler.name, row.access.at, row.access.page) for row in rows)
