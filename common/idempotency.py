"""One sending, one result: what comes twice is done once (docs/decisions/0011-sent-once-never-unseen.md)."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from common.errors import DomainError
from common.middleware import Handler
from common.models import IdempotencyKey


FIELD, HEADER = "idempotency_key", "Idempotency-Key"
NOT_CONTENT = {FIELD, "csrfmiddlewaretoken"}
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
A_KEY = re.compile(r"[!-~]{1,64}")
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
# Not get_or_create: that asks, makes a part of its own and asks again.
TAKE = """
    INSERT INTO common_idempotencykey (user_id, key, fingerprint, status, location, reference)
    VALUES (%s, %s, %s, 0, '', '{}') ON CONFLICT DO NOTHING RETURNING id
"""
KEPT_FOR = timedelta(days=30)  # a device in the field may be offline that long


class KeyRefused(DomainError):
    """The key is no key, or belongs to something else that was sent; `location`: where that led."""

    def __init__(self, message: str, *, code: str, location: str = "") -> None:
        super().__init__(message, code=code)
        self.location = location


def send_once(get_response: Handler) -> Handler:
    """Forms of signed-in people. Stands inside the transaction of the request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method in SAFE or not request.user.is_authenticated:
            return get_response(request)
        try:
            return once(request, request.user.pk, lambda: get_response(request))
        except KeyRefused as refusal:
            return _refused(request, refusal)

    return middleware


def once(request: HttpRequest, user_id: int, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Key, work and answer in one transaction: a second sender waits on the key's unique index."""
    key = _key(request)
    if not key:
        return act()
    if not A_KEY.fullmatch(key):
        raise KeyRefused(_("Kunci kiriman ini tidak dapat dibaca."), code="key_malformed")
    fingerprint = _fingerprint(request)
    with transaction.atomic():
        if row_id := _take(user_id, key, fingerprint):
            return _kept(row_id, act())
    row = IdempotencyKey.objects.get(user_id=user_id, key=key)
    if row.fingerprint != fingerprint:
        raise KeyRefused(
            _("Formulir ini sudah pernah dikirim dengan isi yang lain."),
            code="key_reused",
            location=row.location,
        )
    return _again(row)


def nothing_done(response: HttpResponse) -> HttpResponse:
    """For a redirect that is no success: the same sending may be tried again under its key."""
    response.nothing_done = True  # type: ignore[attr-defined]
    return response


def forget_old_keys(now: datetime) -> None:
    IdempotencyKey.objects.filter(created_at__lt=now - KEPT_FOR).delete()


def _take(user_id: int, key: str, fingerprint: str) -> int | None:
    """The row's id; none when somebody was first. Who comes meanwhile waits here for the end of the first."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [user_id, key, fingerprint])
        found = cursor.fetchone()
    return found[0] if found else None


def _key(request: HttpRequest) -> str:
    return request.headers.get(HEADER, "") or request.POST.get(FIELD, "")


def _fingerprint(request: HttpRequest) -> str:
    """What was sent, so that only the same is answered the same. Keyed: nobody finds a NIK by trying them all."""
    digest = salted_hmac(
        "atensi.idempotency", f"{request.method} {request.path}\0", algorithm="sha256"
    )
    for part in _content(request):
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


def _content(request: HttpRequest) -> Iterator[bytes]:
    if request.content_type not in FORMS:
        yield request.body
        return
    yield repr(
        [each for each in sorted(request.POST.lists()) if each[0] not in NOT_CONTENT]
    ).encode()
    files: Any = request.FILES
    for name, given in sorted(files.items()):
        yield name.encode()
        yield from given.chunks()
        given.seek(0)


def _kept(row_id: int, response: HttpResponse) -> HttpResponse:
    """Remember a success. Anything else leaves no key behind, so that a corrected sending is a new one."""
    if response.status_code >= 500:
        transaction.set_rollback(True)
        return response
    location, reference = response.headers.get("Location", ""), _reference(response)
    is_success = response.status_code < 400 and (location or reference)
    row = IdempotencyKey.objects.filter(pk=row_id)
    try:
        if is_success and not getattr(response, "nothing_done", False):
            row.update(status=response.status_code, location=location, reference=reference)
        else:
            row.delete()
    except (
        DatabaseError
    ):  # a refusal of the database stands behind this answer; nothing of it may stay
        transaction.set_rollback(True)
    return response


def _reference(response: HttpResponse) -> dict[str, Any]:
    """Which row the API made, never what is in it."""
    told = getattr(response, "data", None) or {}
    return {name: told[name] for name in ("id", "url", "version") if name in told}


def _again(row: IdempotencyKey) -> HttpResponse:
    if not row.reference:
        return HttpResponseRedirect(row.location)
    headers = {"Location": row.location} if row.location else None
    return JsonResponse(row.reference, status=row.status, headers=headers)


def _refused(request: HttpRequest, refusal: KeyRefused) -> HttpResponse:
    """Nothing has to be typed again: the page holds what was sent, ready to go under a new key."""
    if HEADER in request.headers:  # a program, not a form
        return JsonResponse({"code": refusal.code, "message": refusal.message}, status=422)
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_CONTENT
        for value in values
    ]
    context = {"refusal": refusal, "sent": sent, "has_files": bool(request.FILES)}
    return render(request, "sent_before.html", context, status=422)
