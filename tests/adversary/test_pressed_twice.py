"""Every button of a case pressed twice: the same page sent again does nothing more, and says nothing that alarms."""

import re
from html import unescape

import pytest
from django.urls import reverse

from putright.cases.models import Case, Event, Press
from putright.cases.once import KEPT, prune
from putright.letters.models import Letter
from putright.recovery.models import Attempt
from tests.desk.furnish import full
from tests.make import allocation as ready
from tests.make.contacts import contact

INPUT = re.compile(r'<input[^>]*type="hidden"[^>]*>')
PART = re.compile(r'(name|value)="([^"]*)"')
WORDS = "They rang back and said a good deal."
CAME = {"outcome_1": "outside.resolved", "outcome_2": "outside.not-resolved", "actions_1": "apology"}
# The page, the stage it is pressed at, and what is typed.
PRESSES = {
    "cases:note": ("in_recovery", {"words": WORDS}),
    "cases:spoke": ("in_recovery", {"words": WORDS, "medium": "phone"}),
    "cases:allege": ("in_recovery", {"words": WORDS, "category": "H1"}),
    "cases:name_officer": ("in_recovery", {"name": "Gwyn Pugh"}),
    "cases:take": ("in_recovery", {}),
    "cases:outcomes": ("outcome_known", CAME),
    "cases:factors": ("in_recovery", {}),
    "cases:close": ("outcome_known", CAME),
    "recovery:offer": ("in_recovery", {"kind": "apology", "words": WORDS, "content": "no", "answer": "No."}),
    "recovery:answer": ("in_recovery", {"content": "no", "answer": WORDS}),
    "recovery:ask_to_record": ("in_recovery", {"words": WORDS}),
    "allocation:allocate": ("in_recovery", {"why": WORDS, "to": "", "asks": "apology"}),
    "letters:new": ("in_recovery", {"progress_cy": WORDS, "next_step_cy": WORDS, "do": "send"}),
    "packs:pack": ("recorded", {}),
    "packs:receipt": ("handed_over", {"received_from": "Sgt Rowe"}),
    "packs:outcome": ("handed_over", {"words": WORDS}),
}


def shown(page: str) -> dict[str, str]:
    """The hidden values of a page's form, as a browser would send them."""
    body = page[page.index("<main") :]
    found = [dict(PART.findall(tag)) for tag in INPUT.findall(body)]
    return {one["name"]: unescape(one.get("value", "")) for one in found if "name" in one}


@pytest.fixture
def case(cast):
    return full(cast)


def address(page, case, client):
    if page == "recovery:answer":
        return reverse(page, args=[case.reference, Attempt.objects.filter(case=case).last().pk])
    if page == "packs:pack":
        return reverse(page, args=[case.reference, "standards"])
    if page == "letters:new":
        return reverse(page, args=[case.reference]) + "?kind=update"
    if page == "cases:factors":
        return reverse(page, args=[case.reference, 1])
    return reverse(page, args=[case.reference])


def prepared(page, cast, case):
    """The case at the stage the page is for; a hand-over needs a pack that lacks nothing."""
    stage, typed = PRESSES[page]
    if page.startswith("packs:"):
        from putright.packs.actions import hand_over

        case = ready.sufficient(cast.ffion, cast.sam)
        if stage == "handed_over":
            hand_over(case, "standards", by=cast.sam, at=cast.at)
    Case.objects.filter(pk=case.pk).update(stage=stage)
    case.refresh_from_db()
    if page == "allocation:allocate":
        typed = typed | {"team": str(cast.dana.team_id)}
    return case, typed


@pytest.mark.parametrize("page", PRESSES)
def test_a_second_press_of_the_same_button_changes_nothing(cast, case, client, page):
    case, typed = prepared(page, cast, case)
    client.force_login(cast.jo.user)
    to = address(page, case, client)
    sent = shown(client.get(to).content.decode()) | typed
    assert sent["press"]
    first = client.post(to, sent)
    assert first.status_code == 302, first.content.decode()[:3000]
    events, letters = Event.objects.filter(case=case).count(), Letter.objects.count()
    second = client.post(to, sent)
    assert (second.status_code, second.get("Location")) == (302, first["Location"])
    assert (Event.objects.filter(case=case).count(), Letter.objects.count()) == (events, letters)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_same_words_on_a_page_drawn_anew_are_two_notes(cast, case, client, language):
    client.force_login(cast.sam.user)
    to = f"/{language}" + reverse("cases:note", args=[case.reference])[3:]
    before = Event.objects.filter(case=case, verb="noted").count()
    for _press in range(2):
        client.post(to, shown(client.get(to).content.decode()) | {"words": WORDS})
    assert Event.objects.filter(case=case, verb="noted").count() == before + 2


def test_a_refused_press_may_be_pressed_again(cast, case, client):
    client.force_login(cast.sam.user)
    to = reverse("cases:close", args=[case.reference])
    sent = shown(client.get(to).content.decode()) | CAME
    Case.objects.filter(pk=case.pk).update(stage="received")
    assert client.post(to, sent).status_code == 422
    Case.objects.filter(pk=case.pk).update(stage="outcome_known")
    assert client.post(to, sent).status_code == 302
    assert Event.objects.filter(case=case, verb="closed").count() == 1


def test_nobody_uses_up_the_press_of_another(cast, case, client):
    to = reverse("cases:note", args=[case.reference])
    for person in (cast.sam, cast.jo):
        client.force_login(person.user)
        client.post(to, {"words": WORDS, "press": "the same"})
    assert (
        Event.objects.filter(case=case, verb="noted", by__in=[cast.sam, cast.jo]).count() == 3
    )  # one was there before


def test_presses_are_forgotten_after_a_while(cast, case, client):
    client.force_login(cast.sam.user)
    client.post(reverse("cases:note", args=[case.reference]), {"words": WORDS, "press": "a"})
    pressed = Press.objects.get()
    assert prune(at=pressed.at + KEPT / 2) == 0
    assert prune(at=pressed.at + KEPT * 2) == 1


def test_an_owed_letter_that_was_written_meanwhile_is_not_an_error(cast, client, monkeypatch):
    """The rounds write the letter between the handler's look at what is owed and their press."""
    from putright.letters import owed

    case = ready.sufficient(cast.ffion, cast.sam, stage="received")
    contact(cast.ffion, joins=case)
    from putright.triage import actions as triage
    from tests.triage.sheets import ORDINARY

    triage.answer(case, ORDINARY, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    triage.decide(case, "outside", because="It can be put right.", by=cast.sam, at=cast.at)
    [(kind, key)] = owed.waiting(case)
    owed.fulfil(key, at=cast.at)
    monkeypatch.setattr(owed, "waiting", lambda _case: [(kind, key)])
    client.force_login(cast.sam.user)
    answer = client.post(
        reverse("letters:new", args=[case.reference]) + f"?kind={kind}", {"do": "send", "grounds_cy": WORDS}
    )
    assert answer.status_code == 302
    assert Letter.objects.filter(case=case, kind=kind).count() == 1
