"""Looking changes nothing: a GET that writes cannot be repeated, cached or prefetched safely (house rule 2)."""

import re

import pytest
from django.db import connection
from django.test import Client


WRITE = re.compile(
    r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE|WITH\b.*\bINSERT INTO)\s+"?(\w+)',
    re.IGNORECASE | re.DOTALL,
)
# Who looked at whom has to be written while they look, and a key when it was used; the others are the machinery of
# sessions and caches.
ALLOWED = {"common_readlog", "accounts_servicekey", "accounts_session", "django_cache"}
SAFE = {"GET", "HEAD", "OPTIONS"}


class WroteOnRead(AssertionError):
    pass


def refuse_writes(execute, sql, params, many, context):
    found = WRITE.match(sql)
    if found and found[1] not in ALLOWED:
        raise WroteOnRead(f"A GET wrote to {found[1]}: {sql[:200]}")
    return execute(sql, params, many, context)


@pytest.fixture(autouse=True, scope="session")
def refuse_writes_on_get():
    real_request = Client.request

    def request(self, **environment):
        if environment.get("REQUEST_METHOD", "GET") not in SAFE:
            return real_request(self, **environment)
        with connection.execute_wrapper(refuse_writes):
            return real_request(self, **environment)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "request", request)
        yield
