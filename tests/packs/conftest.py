"""Each test has an empty shelf of its own."""

import pytest


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")
