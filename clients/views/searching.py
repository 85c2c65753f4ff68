"""What somebody searched for: kept in their session, so that no name stands in an address.

Addresses end up in histories, in proxies' logs and on other people's screens; `?cari=` holds a token. A session
stands in the database too, so the words in it are hidden.
"""

import secrets

from django.http import QueryDict

from accounts.http import Request
from common.sealed.keyring import hide, show


WORDS = "clients.words"
KEPT = 20
LONGEST_QUERY = 160


def remember(request: Request, text: str) -> str:
    """The token under which these words are found again, in this session only."""
    token = secrets.token_urlsafe(6)
    searches = [*request.session.get(WORDS, {}).items(), (token, hide(text[:LONGEST_QUERY]))]
    request.session[WORDS] = dict(searches[-KEPT:])
    return token


def spelled_out(request: Request) -> QueryDict:
    """The address's questions with the words themselves; an unknown token narrows nothing."""
    query = request.GET.copy()
    words = request.session.get(WORDS, {}).get(query.get("cari", ""))
    query.pop("cari", None)
    if words:
        query["cari"] = show(words)
    return query
