"""The test client every room uses: a page cannot be tested without its manners being tested too.

In a conftest.py:

    @pytest.fixture
    def client():
        return MannerlyClient()
"""

from typing import Any

from django.test import Client

from design.manners import check


class MannerlyClient(Client):
    """Checks every HTML answer that a reader would see: 200 and the refusals (4xx), followed redirects included."""

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and not response.streaming and (response.status_code == 200 or 400 <= response.status_code < 500):
            check(response.content.decode(response.charset), request.get("PATH_INFO", "/"))
        return response
