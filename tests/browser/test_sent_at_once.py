"""One form sent twenty times at the same moment, to a real server: one contact, and everybody gets its reference."""

import re
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from tests.browser.public_form import each_page
from tests.contacts.web.walk import ORDINARY

pytestmark = pytest.mark.browser
COUNT = "from putright.contacts.models import Contact; print('kept:', Contact.objects.filter(words={words!r}).count())"


def test_twenty_presses_at_once_are_one_contact(page, live_office):
    words = f"Sent at once {uuid4()}"
    answers = ORDINARY | {"what-happened": {"words": words}}
    for name in each_page(page, live_office.address, "en", answers):
        if name == "check":
            break
    hidden = {box.get_attribute("name"): box.input_value() for box in page.locator("main input[type=hidden]").all()}
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
    body = urllib.parse.urlencode(hidden).encode()

    def press(_number: int) -> str:
        jar = {"Cookie": cookies, "Origin": live_office.address}
        request = urllib.request.Request(f"{live_office.address}/en/tell-us/check/", body, jar)
        return re.search(r"PR-\w{5}-\w{5}", urllib.request.urlopen(request, timeout=30).read().decode()).group(0)

    with ThreadPoolExecutor(20) as presses:
        references = set(presses.map(press, range(20)))
    assert len(references) == 1
    assert "kept: 1\n" in live_office.manage("shell", "--verbosity", "0", "-c", COUNT.format(words=words))
