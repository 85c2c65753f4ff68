"""What the ministry writes down about partners. No person's data: no case, no timeline."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from common.errors import DomainError
from common.faults import refuse
from files.inspection.content import Upload
from files.models import StoredFile
from files.services import discard_file, keep_file
from partners.facts import AgreementFacts, Coverage, InstitutionFacts
from partners.holding import held, in_words
from partners.models import Agreement, Institution
from partners.rules import agreement_faults, institution_faults, termination_faults


@transaction.atomic
def create_institution(*, facts: InstitutionFacts, coverage: Coverage) -> Institution:
    return _write_institution(Institution(), facts, coverage)


@transaction.atomic
def edit_institution(
    *,
    institution: Institution,
    facts: InstitutionFacts,
    coverage: Coverage,
    version: int,
    actor: Any,
    at: datetime,
) -> Institution:
    locked = Institution.objects.select_for_update(no_key=True).get(pk=institution.pk)
    locked.become_next_version(version, actor=actor, at=at)
    if locked.is_active and not facts.is_active:
        _demand_free(locked)
    return _write_institution(locked, facts, coverage)


def _demand_free(institution: Institution) -> None:
    """Nobody is left behind at an institution that is closed."""
    counts = held(institution)
    if counts:
        raise DomainError(
            _("Lembaga ini masih memegang pekerjaan: %(what)s. Selesaikan atau pindahkan dahulu.")
            % {"what": in_words(counts)},
            code="still_held",
            field="is_active",
        )


@transaction.atomic
def record_agreement(
    *, facts: AgreementFacts, document: Upload | None, actor: Any, at: datetime
) -> Agreement:
    agreement = Agreement(recorded_by=actor)
    _assign_agreement(agreement, facts, timezone.localdate(at))
    return _save_agreement(agreement, document, actor=actor, at=at)


@transaction.atomic
def edit_agreement(
    *,
    agreement: Agreement,
    facts: AgreementFacts,
    document: Upload | None,
    version: int,
    actor: Any,
    at: datetime,
) -> Agreement:
    """Correct what was recorded; without a new document the old one stays."""
    locked = _lock_running(agreement)
    locked.become_next_version(version, actor=actor, at=at)
    _assign_agreement(locked, facts, timezone.localdate(at))
    return _save_agreement(locked, document, actor=actor, at=at)


@transaction.atomic
def terminate_agreement(
    *, agreement: Agreement, on: date, reason: str, actor: Any, at: datetime
) -> Agreement:
    """End an agreement before its time; from `on` nobody is placed on its strength."""
    locked = _lock_running(agreement)
    if locked.signed_on is None:
        raise DomainError(
            _("Perjanjian ini belum ditandatangani, jadi tidak perlu diakhiri."),
            code="unsigned",
        )
    refuse(termination_faults(locked, on, timezone.localdate(at)))
    locked.terminated_on, locked.termination_reason = on, reason
    locked.become_next_version(locked.version, actor=actor, at=at)
    locked.save(update_fields=["terminated_on", "termination_reason", *locked.VERSION_COLUMNS])
    return locked


def _write_institution(
    institution: Institution, facts: InstitutionFacts, coverage: Coverage
) -> Institution:
    refuse(institution_faults(facts))
    if facts.mentor is not None and facts.mentor.pk == institution.pk:
        raise DomainError(
            _("Lembaga tidak dapat mendampingi dirinya sendiri."), code="own_mentor", field="mentor"
        )
    same = Institution.objects.filter(name__iexact=facts.name, regency=facts.regency)
    if same.exclude(pk=institution.pk).exists():
        raise _name_taken(facts)
    _assign(institution, facts)
    try:
        with transaction.atomic():
            institution.save()
    except IntegrityError as error:  # recorded by somebody else between our look and our save
        raise _name_taken(facts) from error
    institution.covers_provinces.set(coverage.provinces)
    institution.covers_regencies.set(coverage.regencies)
    return institution


def _name_taken(facts: InstitutionFacts) -> DomainError:
    return DomainError(
        _("Lembaga dengan nama ini sudah dicatat di %(regency)s.")
        % {"regency": facts.regency.name},
        code="name_taken",
        field="name",
    )


def _assign_agreement(agreement: Agreement, facts: AgreementFacts, today: date) -> None:
    refuse(agreement_faults(facts, today))
    same = Agreement.objects.filter(number__iexact=facts.number).exclude(pk=agreement.pk)
    if same.exists():
        raise _number_taken()
    _assign(agreement, facts)


def _save_agreement(
    agreement: Agreement, document: Upload | None, *, actor: Any, at: datetime
) -> Agreement:
    former: StoredFile | None = None
    if document is not None:
        former = agreement.document
        agreement.document = keep_file(upload=document, owner=None, actor=actor, at=at)
    try:
        with transaction.atomic():
            agreement.save()
    except IntegrityError as error:
        raise _number_taken() from error
    if former:
        discard_file(file=former)
    return agreement


def _number_taken() -> DomainError:
    return DomainError(
        _("Nomor ini sudah dipakai perjanjian lain."), code="number_taken", field="number"
    )


def _lock_running(agreement: Agreement) -> Agreement:
    locked = Agreement.objects.select_for_update(no_key=True).get(pk=agreement.pk)
    if locked.terminated_on is not None:
        raise DomainError(_("Perjanjian ini sudah diakhiri."), code="terminated")
    return locked


def _assign(row: Institution | Agreement, facts: InstitutionFacts | AgreementFacts) -> None:
    for field in fields(facts):
        setattr(row, field.name, getattr(facts, field.name))
