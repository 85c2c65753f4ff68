"""A danger at home: raised by whoever sees it, acted on, and called settled by a leader."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from clients.models import Case
from clients.transitions import lock_case, tell
from common.errors import DomainError
from safety.enums import SafetyEvent
from safety.facts import Raised
from safety.models import Concern, ConcernStep
from safety.signs import hours_of


@transaction.atomic
def raise_concern(*, case: Case, raised: Raised, actor: User, at: datetime) -> Concern:
    """One of a kind at a time: what is known already is not raised again."""
    client = case.client
    case = lock_case(case)
    case.client = client
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")
    known = Concern.objects.open().filter(case=case, what=raised.what).first()
    if known is not None:
        known.case = case
        return known
    concern = Concern.objects.create(
        case=case,
        source=raised.source,
        what=raised.what,
        words=raised.words,
        to_call=raised.to_call,
        call_by=at + timedelta(hours=hours_of([raised.what])),
        raised_by=actor,
        raised_at=at,
        hands=[actor.pk],
    )
    tell(
        case,
        SafetyEvent.CONCERN,
        actor=actor,
        at=at,
        note=raised.words,
        what=concern.what,
        source=concern.source,
    )
    return concern


@transaction.atomic
def add_step(*, concern: Concern, words: str, actor: User, at: datetime) -> ConcernStep:
    """Whom somebody called, and what came of it."""
    concern = _locked(concern)
    if not words.strip():
        raise DomainError(_("Tulis apa yang sudah dilakukan."), code="no_words", field="words")
    concern.acted_at = at
    concern.hands = sorted({*concern.hands, actor.pk})
    concern.save(update_fields=["acted_at", "hands"])
    step = ConcernStep(concern=concern, words=words.strip(), taken_by=actor, taken_at=at)
    step.save()
    tell(
        concern.case,
        SafetyEvent.CONCERN_STEP,
        actor=actor,
        at=at,
        note=step.words,
        what=concern.what,
    )
    return step


@transaction.atomic
def settle_concern(*, concern: Concern, words: str, actor: User, at: datetime) -> Concern:
    """Another person than those who raised it or acted on it says that nobody is in danger any more."""
    concern = _locked(concern)
    demand_another(actor, concern.hands)
    if not words.strip():
        raise DomainError(
            _("Tulis mengapa pelindungan selesai, dan siapa yang memastikannya."),
            code="no_words",
            field="words",
        )
    if concern.acted_at is None:
        raise DomainError(
            _("Belum ada langkah pelindungan yang dicatat."), code="no_step", field="words"
        )
    concern.settled_by, concern.settled_at = actor, at
    concern.settled_words = words.strip()
    concern.save(update_fields=["settled_by", "settled_at", "settled_words"])
    tell(
        concern.case,
        SafetyEvent.CONCERN_SETTLED,
        actor=actor,
        at=at,
        note=concern.settled_words,
        what=concern.what,
    )
    return concern


def _locked(concern: Concern) -> Concern:
    client = concern.case.client
    case = lock_case(concern.case)
    case.client = client
    concern = Concern.objects.select_for_update(no_key=True).get(pk=concern.pk)
    concern.case = case
    if not concern.is_open:
        raise DomainError(_("Pelindungan ini sudah dinyatakan selesai."), code="settled")
    return concern
