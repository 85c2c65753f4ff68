"""The browser's orders stand on every answer that the test client sees: every route, every refusal, every file."""

from typing import Any

import pytest
from django.test import Client


POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class WithoutOrders(AssertionError):
    pass


def judge(path: str, answer: Any) -> None:
    wrong = {name for name, value in HEADERS.items() if answer.get(name) != value}
    if set(answer.get("Content-Security-Policy", "").split("; ")) != POLICY:
        wrong.add("Content-Security-Policy")
    if "camera=()" not in answer.get("Permissions-Policy", ""):
        wrong.add("Permissions-Policy")
    if "no-store" not in answer.get("Cache-Control", "") and not _may_be_kept(path, answer):
        wrong.add("Cache-Control")
    if wrong:
        raise WithoutOrders(f"{path} ({answer.status_code}): {sorted(wrong)}")


def _may_be_kept(path: str, answer: Any) -> bool:
    """Files of ours, and that there is only https."""
    return path.startswith("/static/") or answer.get("Location", "").startswith("https://")


@pytest.fixture(autouse=True, scope="session")
def orders_on_every_answer():
    real_request = Client.request

    def request(self, **environment):
        answer = real_request(self, **environment)
        judge(environment["PATH_INFO"], answer)
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "request", request)
        yield
