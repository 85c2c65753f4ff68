"""The journeys of script/bench, taken through Django's test client, and how often they ask the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tools.bench.browser import Browser


class Traveller(Browser):
    def __init__(self, client: Client) -> None:
        self.client = client
        self.path = self.page = ""
        self.requests = self.queries = 0

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        self.path = path
        with CaptureQueriesContext(connection) as asked:
            answer = self.client.generic(
                method, path, body or "", content_type="application/x-www-form-urlencoded"
            )
        self.page = answer.content.decode()
        self.requests += 1
        self.queries += len(asked)
        return answer.status_code, answer.headers.get("Location", "")
