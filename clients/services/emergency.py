"""Opening a file by breaking its glass, closing it early, and judging whether it was proper."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _, gettext_lazy

from accounts.enums import LEADS_PEOPLE, Role
from accounts.hands import demand_another, is_another
from accounts.models import User
from clients.enums import EMERGENCY_NOTICE, IMPROPER_NOTICE, EmergencyReason, Judgement
from clients.models import BreakGlass, Client
from clients.models.emergency import SHORTEST_REASON
from clients.permissions import forget_looks
from clients.wording import recorded
from common.enums import ReadAction
from common.errors import DomainError
from common.jobs import request_job
from common.models import ReadLog
from common.reading import log_read, reads_of_the_hour
from common.scope import acting, nation
from common.sealed import preload


TRIES_PER_HOUR = 10


def open_in_emergency(*, sought: str, reason_code: str, reason: str, actor: User) -> BreakGlass:
    """Every try is written down, and stays so when it is refused."""
    with transaction.atomic():
        _refuse_too_many(actor)
        with acting(nation()):
            client = _find(sought, actor)
            if client is not None:
                preload([client.key_id])  # the reason is sealed before the file is in sight
        if client is not None:
            return _open(client, reason_code, reason, actor)
        log_read(actor.pk, ReadAction.EMERGENCY, [], recorded(gettext_lazy("tidak ditemukan")))
    raise DomainError(
        _("Tidak ada klien dengan nomor itu. Periksa nomornya; setiap percobaan dicatat."),
        code="unknown",
        field="sought",
    )


def _open(client: Client, reason_code: str, reason: str, actor: User) -> BreakGlass:
    if len(reason.strip()) < SHORTEST_REASON:
        raise DomainError(
            _("Tulis apa yang terjadi, paling sedikit %(letters)s huruf.")
            % {"letters": SHORTEST_REASON},
            code="no_reason",
            field="reason",
        )
    again = BreakGlass.objects.live().filter(user=actor, client=client).first()
    if again:
        return again
    if Client.objects.visible_to(actor).filter(pk=client.pk).exists():
        raise DomainError(
            _("Anda sudah dapat membuka berkas ini tanpa akses darurat."),
            code="already_visible",
            field="sought",
        )
    row = BreakGlass.objects.create(
        client=client,
        institution_id=client.institution_id,
        user=actor,
        reason_code=reason_code,
        reason=reason,
    )
    forget_looks(actor)
    log_read(
        actor.pk,
        ReadAction.EMERGENCY,
        [client.pk],
        recorded(EmergencyReason(reason_code).label),
    )
    request_job(EMERGENCY_NOTICE, str(row.pk), payload={}, requested_by=actor)
    return row


def _find(sought: str, actor: User) -> Client | None:
    """By the client's number, or by the number that a national match was answered with."""
    if not sought.isdecimal():
        return Client.objects.filter(registration_number=sought.upper()).first()
    matches = ReadLog.objects.filter(pk=sought, action=ReadAction.MATCH)
    if actor.role != Role.MINISTRY_ADMIN:  # whom others call with their reference
        matches = matches.filter(user=actor)
    matched = matches.values_list("client_ids", flat=True).first() or []
    return Client.objects.filter(pk=matched[0]).first() if len(matched) == 1 else None


def _refuse_too_many(actor: User) -> None:
    if reads_of_the_hour(actor.pk, ReadAction.EMERGENCY).count() >= TRIES_PER_HOUR:
        raise DomainError(
            _("Percobaan Anda dalam satu jam terakhir sudah terlalu banyak."), code="too_many"
        )


@transaction.atomic
def close_emergency(*, emergency: BreakGlass, actor: User) -> None:
    """Closing what has run out by itself is no mistake."""
    BreakGlass.objects.live().filter(pk=emergency.pk, user=actor).update(ends_at=Now())
    forget_looks(actor)


@transaction.atomic
def review_emergency(
    *, emergency: BreakGlass, verdict: str, note: str, actor: User, at: datetime
) -> BreakGlass:
    with acting(nation()):
        preload([emergency.client.key_id])
    row = BreakGlass.objects.select_for_update(no_key=True).get(pk=emergency.pk)
    row.client = emergency.client
    demand_another(actor, row.hands)
    if row.reviewed_at is not None:
        raise DomainError(_("Akses ini sudah ditinjau."), code="reviewed")
    row.verdict, row.review_note = verdict, note
    row.reviewed_by, row.reviewed_at = actor, at
    row.save(update_fields=["verdict", "review_note", "reviewed_by", "reviewed_at"])
    if verdict == Judgement.IMPROPER:
        BreakGlass.objects.live().filter(pk=row.pk).update(ends_at=Now())
        request_job(IMPROPER_NOTICE, str(row.pk), payload={}, requested_by=actor)
    return row


def reviewers_of(emergency_id: int) -> list[User]:
    """Those who lead the institution that the client belongs to, and the data officers; never who opened it."""
    with acting(nation()):
        emergency = BreakGlass.objects.get(pk=emergency_id)
    officers = User.objects.filter(role=Role.DATA_OFFICER, is_active=True)
    leaders = User.objects.filter(
        role__in=LEADS_PEOPLE, is_active=True, institution_id=emergency.institution_id
    )
    return [user for user in [*officers, *leaders] if is_another(user, emergency.hands)]


def told_of_improper(emergency_id: int) -> list[User]:
    """Whoever opened it, who leads them, and the data officers; not whoever judged it."""
    with acting(nation()):
        emergency = BreakGlass.objects.select_related("user").get(pk=emergency_id)
    opener = emergency.user
    leads = Q(
        role__in=LEADS_PEOPLE, institution_id=opener.institution_id, institution__isnull=False
    )
    people = User.objects.filter(
        Q(pk=opener.pk) | Q(role=Role.DATA_OFFICER) | leads, is_active=True
    )
    return list(people.exclude(pk=emergency.reviewed_by_id).order_by("pk"))
