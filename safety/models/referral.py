"""A person sent to a clinician, and what the clinician said."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from clients.models import Case
from common.fence import fenced
from common.sealed import SealedJSONField, SealedTextField, is_written
from common.trail import tracked
from files.models import StoredFile
from partners.models import Institution
from safety.enums import Outcome, Source
from safety.signs import names_of


if TYPE_CHECKING:
    from accounts.models import User


class MedicalReferralQuerySet(models.QuerySet["MedicalReferral"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def open(self) -> Self:
        """Nobody has written down yet what the clinician said; nothing waits once the case is closed."""
        return self.filter(result__isnull=True, case__closed_on__isnull=True)

    def about(self, subject: str) -> Self:
        return self.filter(subject=subject)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked(by="case")
@fenced(by="case")
class MedicalReferral(models.Model):
    """`sign_codes` are those of `safety.signs`; `subject` names what they came to light in (`subject_of`).

    `due_at` is when the result has to be known: the shortest time that one of the signs leaves.
    """

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="medical_referrals"
    )
    source = models.CharField(_("asal"), max_length=12, choices=Source)
    subject = models.CharField(_("pokok"), max_length=60)
    sign_codes = SealedJSONField(_("tanda bahaya"), default=list, owner="case.client")
    due_at = models.DateTimeField(_("hasil paling lambat"))
    hospital = models.ForeignKey(
        Institution,
        verbose_name=_("rumah sakit/puskesmas"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    hospital_name = SealedTextField(
        _("tempat rujukan lain"), max_length=160, blank=True, owner="case.client"
    )
    companion = SealedTextField(_("pendamping"), max_length=160, blank=True, owner="case.client")
    left_at = models.DateTimeField(_("berangkat pada"), null=True, blank=True)
    reason = SealedTextField(_("keterangan"), blank=True, owner="case.client")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dirujuk oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    opened_at = models.DateTimeField(_("dirujuk pada"))
    told_at = models.DateTimeField(_("pimpinan diberi tahu pada"), null=True, blank=True)

    objects = MedicalReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("rujukan medis")
        verbose_name_plural = _("rujukan medis")
        constraints = (
            models.CheckConstraint(
                condition=Q(source__in=Source.values), name="referral_source_known"
            ),
        )
        indexes = (models.Index(fields=("case", "-id"), name="referral_by_case"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.subject}"

    @property
    def signs(self) -> str:
        return names_of(self.sign_codes)

    @property
    def answer(self) -> "MedicalResult | None":
        return getattr(self, "result", None)

    @property
    def due_on(self) -> date:
        return localdate(self.due_at)

    def is_late(self, at: datetime) -> bool:
        return self.answer is None and at > self.due_at


class MedicalResultQuerySet(models.QuerySet["MedicalResult"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(referral__case__in=Case.objects.visible_to(user))


@tracked(by="referral")
@fenced(by="referral")
class MedicalResult(models.Model):
    """One for each referral, written once: whoever comes second is told so."""

    referral = models.OneToOneField(
        MedicalReferral,
        verbose_name=_("rujukan"),
        on_delete=models.PROTECT,
        related_name="result",
    )
    outcome = models.CharField(_("hasil"), max_length=10, choices=Outcome)
    clinician = SealedTextField(_("tenaga kesehatan"), max_length=160, owner="referral.case.client")
    place = SealedTextField(_("tempat"), max_length=160, owner="referral.case.client")
    found_on = models.DateField(_("tanggal pemeriksaan"))
    note = SealedTextField(_("catatan"), blank=True, owner="referral.case.client")
    file = models.ForeignKey(
        StoredFile,
        verbose_name=_("surat"),
        to_field="name",
        db_column="file",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"))

    objects = MedicalResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("hasil rujukan medis")
        verbose_name_plural = _("hasil rujukan medis")
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="result_outcome_known"
            ),
            models.CheckConstraint(
                condition=is_written("clinician") & is_written("place"),
                name="result_says_who_and_where",
            ),
        )

    def __str__(self) -> str:
        return f"{self.referral_id} {self.outcome}"
