"""A few hundred spoilt messages: the short form of script/campaign mail_garbage, which takes ten thousand."""

from datetime import date

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as some

from putright.contacts.channels.email import landing, language, layout, parsing, signing
from tests.campaigns import faults, mail_garbage

SECRET = b"secret"


@pytest.mark.django_db
def test_none_breaks_it_and_none_is_dropped(cast, settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path)
    told = mail_garbage.go_through(20261122, 200)
    assert told["messages"] > 190 and told["landed"] > 20 and told["tray"] > 20


@pytest.mark.django_db
def test_one_that_is_not_placed_is_noticed(cast, settings, tmp_path, monkeypatch):
    """The control: an intake that forgets to say why."""
    settings.DOCUMENTS = str(tmp_path)
    monkeypatch.setattr(landing, "go", lambda reading, judged, *, at: None)
    with pytest.raises(faults.Lost):
        mail_garbage.go_through(20261122, 1)


def harmless(clean: str) -> bool:
    """As a browser reads it: only elements of plain shape, and not one attribute."""
    elements = html5lib.parseFragment(clean, namespaceHTMLElements=False).iter()
    plain = layout.TAGS - {"a"} | {"DOCUMENT_FRAGMENT"}
    return all(
        not element.attrib and (not isinstance(element.tag, str) or element.tag in plain) for element in elements
    )


@given(some.binary(max_size=2_000))
def test_any_bytes_can_be_read(raw):
    parsed = parsing.parse(raw)
    assert "\0" not in parsed.words + parsed.html + parsed.head.words("subject")


@given(some.text(max_size=2_000))
def test_any_words_can_be_laid_out_safely_and_told_a_language(text):
    assert harmless(layout.safe(text)) and language.of(text) in ("", "cy", "en")


PIECES = [
    "<a href='https://evil.example/'>", "<img src=//evil.example/x>", "<style>", "</style>", "<svg onload=x()>", "<script>",
    "<p style='a:url(//evil.example)'>", "</script>", "<!--", "-->", "<math>", "<noscript>", "<title>", "</title>", "&lt;", '"',
    "'>", "words ", "<base href=//evil.example>", "<form action=//evil.example>", "javascript:", "<table>", "</a>",
    "<iframe srcdoc='<img src=//evil.example>'>", "<template>",
]  # fmt: skip


@given(some.lists(some.sampled_from(PIECES), max_size=30).map("".join))
def test_nothing_that_asks_or_runs_is_left_in_what_is_shown(text):
    assert harmless(layout.safe(text))
    assert not harmless(f"{layout.safe(text)}<img src=x>")


@given(some.text(max_size=300))
def test_no_address_that_we_did_not_give_out_is_believed(text):
    claim = signing.claim_of(
        f"reply+{text}@office.example", "reply@office.example", on=date(2026, 3, 27), secret=SECRET
    )
    assert claim is None or claim.state == signing.FORGED


@given(some.integers(0, 37), some.sampled_from("abcdefghijklmnopqrstuvwxyz234567.0"))
def test_one_letter_changed_and_a_reply_address_is_forged(place, letter):
    on = date(2026, 3, 27)
    good = signing.reply_address("reply@office.example", "PR-ABCDE-FGHJK", on=on, secret=SECRET)
    local, _, domain = good.partition("@")
    at = len("reply+") + place % (len(local) - len("reply+"))
    changed = f"{local[:at]}{letter}{local[at + 1 :]}@{domain}"
    claim = signing.claim_of(changed, "reply@office.example", on=on, secret=SECRET)
    assert claim.state == (signing.GOOD if changed == good else signing.FORGED)
    assert signing.claim_of(changed, "reply@office.example", on=on, secret=b"another").state == signing.FORGED
