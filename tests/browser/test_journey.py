"""One contact from the public form to the month, once, in a real browser with scripts: Ffion in Welsh, the staff in English,
the house doing by itself what it owes, and every page on the way read by axe."""

import re

import pytest

from tests.browser.public_form import each_page, fill, follow
from tests.contacts.web.walk import ORDINARY
from tests.triage.sheets import COMPLAINT

pytestmark = pytest.mark.browser
PASSWORD = "a calm front door"
HANDLER, STANDARDS, SUPERVISOR = "h.wren", "r.pyle", "t.farrow"
HER_WORDS = "Roedd yr heddwas yn swta â mi, a does neb wedi dweud wrthyf beth ddigwyddodd am y lladrad."
HERS = ORDINARY | {
    "what-happened": {"words": HER_WORDS},
    "safe-contact": {"avoid": ["no_voicemail"]},
    "help": {"language": "cy", "adjustments": ""},
}
PROMPT = 20_000  # milliseconds for the worker to have been round


class Desk:
    """Somebody at a screen of this office. Every page they come to is judged; `faults` keeps what axe said of each."""

    def __init__(self, page, office, axe):
        self.page, self.office, self.axe = page, office, axe
        self.reference, self.faults = "", {}

    def judge(self):
        path = re.sub(r"PR-\w{5}-\w{5}|\d+", "…", self.page.url.removeprefix(self.office.address))
        if path not in self.faults:
            self.faults[path] = self.axe(self.page)

    def go(self, address):
        self.page.goto(f"{self.office.address}/en/staff/{address}")
        self.judge()

    def case(self, address=""):
        self.go(f"cases/{self.reference}/{address}")

    def press(self, button, **typed):
        """Fill in boxes by name, press the button with those words, and look at what comes."""
        fill(self.page, typed)
        follow(self.page, self.page.get_by_role("button", name=button, exact=True).first)
        self.judge()

    def says(self, words):
        assert words in self.page.locator("main").inner_text(), f"{self.page.url} does not say {words!r}"

    def sign_in(self, username):
        """Both factors, with the code the demonstration shows beside its question."""
        self.go("")
        self.press("Continue", login=username, password=PASSWORD)
        code = re.search(r"your code now is (\d{6})", self.page.locator("main").inner_text()).group(1)
        self.press("Continue", code=code)
        assert "/staff/my-work/" in self.page.url or "/staff/reports/" in self.page.url, self.page.url

    def wait_for_letter(self, name):
        """Until the worker has sent it. The page is fetched again as a handler would."""
        self.case()
        sent = self.page.locator("main").get_by_role("link", name=name)
        for _second in range(PROMPT // 500):
            if any("Sent" in line for line in sent.locator("xpath=..").all_inner_texts()):
                return
            self.page.wait_for_timeout(500)
            self.page.reload()
        raise AssertionError(f"{name!r} was not sent: {self.page.locator('main').inner_text()}")


@pytest.fixture
def desks(chromium, live_office, axe):
    """A browser of their own for each member of staff."""
    contexts = []

    def make(username):
        contexts.append(chromium.new_context())
        contexts[-1].set_default_timeout(15_000)
        desk = Desk(contexts[-1].new_page(), live_office, axe)
        desk.sign_in(username)
        return desk

    yield make
    for context in contexts:
        context.close()


def test_one_contact_in_a_browser(page, live_office, axe, sideways, desks):
    she = Desk(page, live_office, axe)
    for _name in each_page(page, live_office.address, "cy", HERS):
        she.judge()
    reference = re.search(r"PR-\w{5}-\w{5}", page.locator("main").inner_text()).group(0)

    sam, pat, jo = desks(HANDLER), desks(STANDARDS), desks(SUPERVISOR)
    sam.reference = pat.reference = jo.reference = reference
    sam.wait_for_letter("We have your message")
    triage(sam)
    not_content_and_recorded(sam)
    handed_over_with_a_receipt(sam, pat)
    told_until_it_is_closed(sam, pat)
    counted(jo, sideways)
    faults = {path: found for one in (she, sam, pat, jo) for path, found in one.faults.items() if found}
    assert faults == {}


def triage(sam):
    sam.press("Take it on")
    sam.case("spoke")
    sam.press("Save", words="She would like an apology.")
    sam.case("triage/")
    sam.press("None of these apply")
    sam.press("Save the answers", **COMPLAINT)
    sam.press("Save the answers", complainant_wishes_recording="not_known", owner="about_someone_serving_here")
    sam.says("Still not known")
    follow(sam.page, sam.page.locator("a[href='?again=complainant_wishes_recording']").first)
    sam.press("Save the answers", complainant_wishes_recording="no")
    sam.page.get_by_text("Decide now", exact=True).click()
    sam.press("Save the decision")
    sam.says("Being put right")


def not_content_and_recorded(sam):
    sam.case("put-right/")
    sam.press("Save", kind="apology", words="The sergeant is sorry.", content="no", answer="It was not meant.")
    sam.case("record/")
    sam.press("Record it", words="I want it recorded.")
    sam.says("It is recorded.")


def handed_over_with_a_receipt(sam, pat):
    sam.case("hand-over/standards/")
    sam.says("It cannot go yet")
    sam.case("allege")
    sam.press("Save", words="He was curt with her.", category="H1")
    sam.case("officer")
    sam.press("Save", collar_number="9911")
    sam.case("hand-over/")
    sam.press("Show me the pack")
    sam.press("Hand it over")
    sam.wait_for_letter("We passed it on")
    pat.case("receipt/")
    pat.press("Write down the receipt", received_from="Rowan Pyle", their_reference="PSD/114/26")
    pat.says("PSD/114/26")


def told_until_it_is_closed(sam, pat):
    sam.case("letters/new?kind=update")
    sam.press("See the letter", progress_cy="Mae ymchwilydd wedi’i phenodi.", next_step_cy="Bydd hi’n eich ffonio.")
    sam.press("Send the letter")
    sam.wait_for_letter("How things stand")
    pat.case("outcome/")
    pat.press("Write down the outcome", words="The service was not acceptable.")
    sam.case("outcomes")
    sam.press("Save", outcome_1="schedule-3.not-acceptable")
    sam.case("letters/new?kind=findings")
    words = {"found_1_cy": "Nid oedd y gwasanaeth yn dderbyniol.", "evidence_cy": "Clywyd y ddwy ochr."}
    sam.press("See the letter", review="local_policing_body", **words)
    sam.press("Send the letter")
    sam.wait_for_letter("The result")
    sam.case("close")
    sam.press("Close this case")
    sam.says("Closed")


def counted(jo, sideways):
    """The month opens into its lists. The demonstration has other contacts, so hers may be on a later page of fifty.
    Its tables are the widest things here: they must fit a narrow page, in Welsh too."""
    for language in ("cy", "en"):
        jo.page.goto(f"{jo.office.address}/{language}/staff/reports/")
        jo.judge()
    follow(jo.page, jo.page.get_by_role("link", name=re.compile(r"^\d+$")).first)
    jo.judge()
    while jo.reference not in jo.page.locator("main").inner_text():
        follow(jo.page, jo.page.get_by_role("link", name="The next fifty"))
        jo.judge()
    jo.page.set_viewport_size({"width": 320, "height": 640})
    assert not sideways(jo.page)
