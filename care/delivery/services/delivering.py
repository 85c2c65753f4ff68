"""What was given to one person on one day."""

from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.delivery.facts import AidFacts, Given, Part, TrainingFacts, VisitFacts
from care.enums import DeliveryKind, HomeCondition
from care.event_kinds import CareEvent
from care.models import Aid, Delivery, HomeVisit, Training
from clients.models import Case
from clients.rules import demand_consent, institution_of
from clients.transitions import lock_case, tell
from common import dates
from common.errors import DomainError
from common.faults import demand_day
from files.services import keep_file
from safety.enums import Danger, Source
from safety.facts import Look, Raised
from safety.services.concerns import raise_concern
from safety.services.homes import judge_home


# A home under strain may be safe or not: that has to be said by the tick.
SAFE_AS_SEEN: dict[str, bool] = {HomeCondition.SUPPORTIVE: True, HomeCondition.ADEQUATE: True}
NEXT_WITHIN = timedelta(days=365)
KIND_OF_PART = {
    VisitFacts: DeliveryKind.HOME_VISIT,
    AidFacts: DeliveryKind.AID,
    TrainingFacts: DeliveryKind.TRAINING,
}


@transaction.atomic
def record_delivery(
    *, case: Case, given: Given, part: Part = None, actor: User, at: datetime
) -> Delivery:
    today = timezone.localdate(at)
    case = lock_case(case)
    _demand_open(case)
    _demand_sound(case, given, part, today=today)
    delivery = Delivery.objects.create(
        case=case,
        institution_id=institution_of(actor),
        recorded_by=actor,
        recorded_at=at,
        **asdict_shallow(given),
    )
    _write_part(delivery, part, actor=actor, at=at)
    _tell(delivery, actor=actor, at=at)
    _tell_of_home(delivery, part, actor=actor, at=at)
    return delivery


def asdict_shallow(facts: object) -> dict[str, object]:
    """The facts by their names; people among them stay people."""
    return {name: getattr(facts, name) for name in facts.__dataclass_fields__}  # type: ignore[attr-defined]


def _write_part(delivery: Delivery, part: Part, *, actor: User, at: datetime) -> None:
    match part:
        case VisitFacts():
            HomeVisit.objects.create(delivery=delivery, **asdict(part))
        case AidFacts():
            _write_with_proof(Aid(delivery=delivery), part, actor=actor, at=at)
        case TrainingFacts():
            _write_with_proof(Training(delivery=delivery), part, actor=actor, at=at)


def _write_with_proof(
    row: Aid | Training, part: AidFacts | TrainingFacts, *, actor: User, at: datetime
) -> None:
    for name, value in asdict_shallow(part).items():
        if name != "proof":
            setattr(row, name, value)
    if part.proof:
        owner = row.delivery.case.client
        row.file = keep_file(upload=part.proof, owner=owner, actor=actor, at=at)
    row.save()


def _tell_of_home(delivery: Delivery, part: Part, *, actor: User, at: datetime) -> None:
    """What a visitor saw is known at once to whoever decides; a home that is not safe is a danger that waits."""
    if not isinstance(part, VisitFacts):
        return
    safe = False if _is_unsafe(part) else SAFE_AS_SEEN.get(part.condition)
    if safe is not None:
        look = Look(safe, Source.VISIT, delivery.held_on)
        judge_home(case=delivery.case, look=look, actor=actor, at=at)
    if safe is False:
        raised = Raised(what=Danger.HOME, source=Source.VISIT, words=part.concern)
        raise_concern(case=delivery.case, raised=raised, actor=actor, at=at)


def _is_unsafe(visit: VisitFacts) -> bool:
    """Said by the tick, or by the condition alone."""
    return visit.is_unsafe or visit.condition == HomeCondition.UNSAFE


def _tell(delivery: Delivery, *, actor: User, at: datetime) -> None:
    """The words themselves stay with the delivery: fewer people may read them than the timeline."""
    tell(
        delivery.case,
        CareEvent.DELIVERED,
        actor=actor,
        at=at,
        what=delivery.kind,
        on=delivery.held_on,
        component=delivery.component,
        next=delivery.next_on,
    )


def _demand_open(case: Case) -> None:
    if not case.is_open:
        raise DomainError(
            _("Kasus ini sudah ditutup. Buka kasus baru untuk layanan berikutnya."),
            code="wrong_status",
        )
    demand_consent(case.client)


def _demand_sound(case: Case, given: Given, part: Part, *, today: date) -> None:
    kind = KIND_OF_PART.get(type(part)) if part else None
    if kind != (given.kind if given.kind in KIND_OF_PART.values() else None):
        raise DomainError(_("Isian ini tidak lengkap untuk jenis layanannya."), code="wrong_part")
    demand_day_in_case(case, given.held_on, today=today, field="held_on")
    latest = given.held_on + NEXT_WITHIN
    if given.next_on is not None and not given.held_on <= given.next_on <= latest:
        raise DomainError(
            _("Pertemuan berikut antara hari layanan ini dan satu tahun sesudahnya."),
            code="next_out_of_range",
            field="next_on",
        )
    _demand_sound_part(case, part, today=today)


def _demand_sound_part(case: Case, part: Part, *, today: date) -> None:
    if isinstance(part, VisitFacts) and _is_unsafe(part) and not part.concern.strip():
        raise DomainError(
            _("Tulis apa yang mengkhawatirkan, supaya dapat ditangani."),
            code="no_concern",
            field="concern",
        )
    if isinstance(part, TrainingFacts):
        demand_day_in_case(case, part.starts_on, today=today, field="starts_on")
        demand_day_in_case(case, part.ends_on, today=today, field="ends_on")
        if part.ends_on < part.starts_on:
            raise DomainError(
                _("Pelatihan selesai sebelum dimulai. Periksa tanggalnya."),
                code="ends_too_early",
                field="ends_on",
            )
        if part.provider is None and not part.provider_name:
            raise DomainError(
                _("Pilih lembaga pelatih atau tulis nama penyelenggaranya."),
                code="no_provider",
                field="provider",
            )


def demand_day_in_case(case: Case, day: date, *, today: date, field: str) -> None:
    early = _("Kasus ini baru dibuka pada %(day)s.") % {"day": dates.day(case.opened_on)}
    demand_day(day, field=field, today=today, first=case.opened_on, early=early)
