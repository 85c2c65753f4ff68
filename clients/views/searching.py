"""What somebody searched for: kept in their session, so that no name stands in an address.

Addresses end up in histories, in proxies' logs and on other people's screens; `?cari=` holds a token.
"""

import secrets

from django.http import QueryDict

from accounts.http import Request
from common.sealed.keyring import hide, show


SEARCHES = "hidden_searches"
KEPT = 20
LONGEST_QUERY = 160


def remember(request: Request, text: str) -> str:
    """The token under which these words are found again, in this session only."""
    token = secrets.token_urlsafe(6)
    # A session stands in the database too.
    searches = [*request.session.get(SEARCHES, {}).items(), (token, hide(text[:LONGEST_QUERY]))]
    request.session[SEARCHES] = dict(searches[-KEPT:])
    return token


def spelled_out(request: Request) -> QueryDict:
    """The address's questions with the words themselves; an unknown token narrows nothing."""
    query = request.GET.copy()
    hidden = request.session.get(SEARCHES, {}).get(query.get("cari", ""))
    query.pop("cari", None)
    if hidden:
        query["cari"] = show(hidden)
    return query
