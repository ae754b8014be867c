import pytest

from design.testing import MannerlyClient


@pytest.fixture
def client(cast):
    return MannerlyClient()
