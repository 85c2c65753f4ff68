"""From which address somebody comes: what a trusted proxy says, never what the person says."""

import pytest
from django.test import RequestFactory

from accounts.http import ip_of


PERSON, PROXY, LIE = "203.0.113.7", "192.0.2.1", "198.51.100.9"


@pytest.mark.parametrize(
    ("proxies", "said", "address"),
    [
        (0, LIE, PROXY),
        (1, PERSON, PERSON),
        (1, f"{LIE}, {PERSON}", PERSON),
        (2, f"{LIE}, {PERSON}, 192.0.2.2", PERSON),
    ],
)
def test_only_as_many_words_are_believed_as_there_are_proxies(settings, proxies, said, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": said}, REMOTE_ADDR=PROXY)

    assert ip_of(request) == address
