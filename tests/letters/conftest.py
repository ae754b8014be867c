from datetime import timedelta

import pytest


@pytest.fixture
def late(cast):
    """Nine days after the promise to the cast's Friday contact fell due."""
    return cast.at + timedelta(days=12)
