import pytest


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = "tests.letters.site"


@pytest.fixture
def late(cast):
    """The first working afternoon after the cast's Friday."""
    from datetime import timedelta

    return cast.at + timedelta(days=2)
