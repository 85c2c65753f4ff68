"""What somebody searched for: kept in their session, so that no name stands in an address.

Addresses end up in histories, in proxies' logs and on other people's screens; `?cari=` holds a token.
"""

import secrets
from unicodedata import category

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.enums import INSTITUTION_ROLES
from accounts.http import Request
from clients.models import Client
from clients.naming.keys import whole
from clients.nik import looks_like_nik, looks_like_phone, part_of_phone, tidy_nik
from clients.services.reading import look_for_number
from common.errors import DomainError
from common.sealed.keyring import hide, show


SEARCHES = "hidden_searches"
KEPT = 20
LONGEST_QUERY = 160


def typed(request: Request) -> str:
    """What was searched for, without the signs that nobody types: a query that holds one would narrow nothing."""
    text = request.POST.get("cari", "")
    return "".join(sign for sign in text if sign.isspace() or category(sign) != "Cc").strip()


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
    hidden = _hidden(request)
    query.pop("cari", None)
    if hidden:
        query["cari"] = show(hidden)
    return query


def is_forgotten(request: Request) -> bool:
    """The address is of a search that this session does not know: an old one, or somebody else's."""
    return bool(request.GET.get("cari")) and not _hidden(request)


def _hidden(request: Request) -> str:
    return str(request.session.get(SEARCHES, {}).get(request.GET.get("cari", ""), ""))


def by_number(request: Request, text: str, back: str) -> HttpResponse | None:
    """A NIK or a telephone opens the file or nothing; None where the text is neither."""
    asked = _number_in(request, text)
    if asked is None:
        return None
    try:
        found = look_for_number(actor=request.user, **asked)
    except DomainError as error:
        messages.error(request, error.message)
        return redirect(back)
    if len(found) == 1 or (found and "nik" in asked):
        return redirect("clients:file", pk=found[0].pk)
    messages.info(request, _told(found, asked))
    return redirect(back)


def _number_in(request: Request, text: str) -> dict[str, str] | None:
    if looks_like_nik(text):
        return {"nik": tidy_nik(text)}
    if looks_like_phone(text):
        return {"phone": text}
    end = part_of_phone(text)
    # Whoever sees telephones masked finds them whole or not at all.
    if not end or request.user.role not in INSTITUTION_ROLES or _is_our_number(request, end):
        return None
    return {"phone_end": end}


def _is_our_number(request: Request, digits: str) -> bool:
    """A whole part of a registration number that is there needs no look at telephones; its beginning does."""
    seen = Client.objects.visible_to(request.user)
    return seen.filter(keys_index__found=whole(digits)).exists()


def _told(found: list[Client], asked: dict[str, str]) -> str:
    if found:  # a family's number
        numbers = ", ".join(row.registration_number for row in found)
        return _("Nomor telepon itu dipakai beberapa klien: %s.") % numbers
    if "nik" in asked:
        return _("Tidak ada klien Anda dengan NIK itu.")
    if "phone_end" in asked:
        return _("Tidak ada klien Anda dengan nomor telepon yang berakhir dengan angka itu.")
    return _("Tidak ada klien Anda dengan nomor telepon itu.")
