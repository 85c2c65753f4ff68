"""What somebody searched for: kept in their session, so that no name stands in an address.

Addresses end up in histories, in proxies' logs and on other people's screens; `?cari=` holds a token.
"""

import secrets

from django.http import QueryDict

from accounts.http import Request


KEPT = 20
LONGEST_QUERY = 160


def remember(request: Request, text: str) -> str:
    """The token under which these words are found again, in this session only."""
    token = secrets.token_urlsafe(6)
    searches = [*request.session.get("searches", {}).items(), (token, text[:LONGEST_QUERY])]
    request.session["searches"] = dict(searches[-KEPT:])
    return token


def spelled_out(request: Request) -> QueryDict:
    """The address's questions with the words themselves; an unknown token narrows nothing."""
    query = request.GET.copy()
    words = request.session.get("searches", {}).get(query.get("cari", ""))
    query.pop("cari", None)
    if words:
        query["cari"] = words
    return query
