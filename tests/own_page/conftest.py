import pytest

from putright.letters.actions import write_letter
from putright.outbox.actions import note_sent
from tests.letters.cases import told
from tests.outbox.conftest import service

__all__ = ["service"]


@pytest.fixture(autouse=True)
def documents_elsewhere(tmp_path, settings):
    settings.DOCUMENTS = str(tmp_path)


@pytest.fixture
def case(cast):
    return told(cast.ffion, at=cast.at)


@pytest.fixture
def letter_to(cast):
    """`letter_to(case, sent=True)`: an acknowledgement of that case."""

    def write(case, *, sent=True):
        made = write_letter(case, "acknowledgement", {}, by=None, at=cast.at)
        if sent:
            note_sent(made, by=None, at=cast.at)
        made.refresh_from_db()
        return made

    return write
