"""Two workers, for real, racing for sixty acknowledgements that are owed: everybody gets one."""

import os
from collections import Counter

import pytest

from tests.campaigns import faults

SERVER = os.environ.get("DATABASE_URL", "sqlite")
PEOPLE = 60
HISTORY = "UPDATE cases_case SET imported = true WHERE id NOT IN (SELECT id FROM cases_case ORDER BY id LIMIT %s)"
EVENTS = "SELECT case_id FROM cases_event WHERE verb = %s"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("race")


@pytest.fixture(scope="module")
def office(folder):
    with faults.store(SERVER, folder, "race") as made:
        faults.run(made.url, "-m", "tests.campaigns.office", str(PEOPLE))
        yield made


def race(office, folder, build, people=PEOPLE):
    """How many letters, `wrote` events and `sent` events each case has. With fewer people the rest are made history."""
    meeting = folder / f"meeting-{build}"
    meeting.mkdir()
    with faults.store(SERVER, folder, f"race_{build}", like=office) as store:
        store.tell(HISTORY, people)
        words = ["-m", "tests.campaigns.racer", build, str(meeting)]
        workers = {f"{build}-{n}": faults.begin(f"{build}-{n}", words, folder, store.url) for n in range(2)}
        try:
            codes = [worker.wait(faults.PATIENCE) for worker in workers.values()]
        finally:
            for worker in workers.values():
                faults.end(worker)
        said = "".join(faults.last_words(folder, name) for name in workers)
        assert codes == [0, 0] and len(list(meeting.iterdir())) == 2, said
        letters = Counter(store.ask("SELECT case_id FROM letters_letter WHERE kind = 'acknowledgement'"))
        return letters, Counter(store.ask(EVENTS, "wrote")), Counter(store.ask(EVENTS, "sent"))


@pytest.mark.parametrize("build, people", [("ours", PEOPLE), ("no_claim", 12)])
def test_everybody_is_answered_once(office, folder, build, people):
    letters, wrote, sent = race(office, folder, build, people)
    assert len(letters) == people and set(letters.values()) == {1}
    assert letters == wrote
    assert len(sent) == people / 6 and set(sent.values()) == {1}


def test_a_build_with_neither_claim_nor_key_answers_somebody_twice(office, folder):
    letters, *_ = race(office, folder, "no_claim_no_key", 12)
    assert max(letters.values()) > 1
