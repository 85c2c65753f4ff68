"""The interview as it was held."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.enums import CaseStatus, Risk
from clients.models import Case
from clients.rules import only_triage_of, withdrawn_consent_of
from common.fence import fenced
from common.sealed import SealedJSONField, is_written
from common.trail import tracked
from law.selectors import any_order_of, remember_no_order
from partners.enums import CareBase
from screening.enums import (
    LIVE_DECISIONS,
    Route,
    ScreeningKind,
    ScreeningReason,
    ScreeningStatus,
    Substance,
    Treated,
)
from screening.models.correcting import Correctable
from screening.models.decision import RoutingDecision
from screening.models.step import StepChange


if TYPE_CHECKING:
    from accounts.models import User


# Where a case goes its way while a review or a correction is under way beside it.
BESIDE = (CaseStatus.DECISION, CaseStatus.PLACEMENT, CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE)


class ScreeningQuerySet(models.QuerySet["Screening"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def with_orders_told(self) -> Self:
        """With whether the case has an order in the legal register, for `note_orders`."""
        return self.annotate(has_orders=any_order_of("case_id"))

    def with_consent_told(self) -> Self:
        """With whether nobody agrees to more than a look at the signs of danger, and whether they took it back."""
        return self.annotate(
            is_triage_only=only_triage_of("case__client_id"),
            is_consent_withdrawn=withdrawn_consent_of("case__client_id"),
        )

    def drafts(self) -> Self:
        return self.filter(status=ScreeningStatus.DRAFT)

    def finished(self) -> Self:
        return self.filter(status=ScreeningStatus.FINISHED)

    def standing(self) -> Self:
        """Without those that a finished correction has taken the place of."""
        corrected = Screening.objects.finished().exclude(corrects=None).values("corrects")
        return self.exclude(pk__in=corrected)

    def deciding(self) -> Self:
        """Finished first interviews as they stand: what a person decides on."""
        return self.finished().standing().filter(kind=ScreeningKind.INITIAL)


@tracked(by="case")
@fenced(by="case")
class Screening(Correctable):
    """One interview with an instrument of `screening.engine`; never changes once it is finished.

    `answers` and `red_flags` and `facts` are what was asked; `result` and `proposal` are frozen copies
    of what the engine said of them (`to_dict()` of its Result and Proposal). A correction is another one that
    names it and starts with its answers. While it is a draft,
    `visited` holds for each section the revision that last changed it. Of `substances` (see
    screening/interview/substances.py) what figures count stands open beside it once it is finished.
    """

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="screenings"
    )
    instrument = models.CharField(_("instrumen"), max_length=20, default="assist")
    version = models.CharField(_("versi"), max_length=10)
    status = models.CharField(
        _("status"), max_length=10, choices=ScreeningStatus, default=ScreeningStatus.DRAFT
    )
    kind = models.CharField(
        _("jenis"),
        max_length=10,
        choices=ScreeningKind,
        default=ScreeningKind.INITIAL,
        db_default=ScreeningKind.INITIAL,
    )
    reason = models.CharField(
        _("peristiwa"),
        max_length=10,
        choices=ScreeningReason,
        blank=True,
        default="",
        db_default="",
    )
    answers = SealedJSONField(_("jawaban"), default=dict, blank=True, owner="case.client")
    red_flags = SealedJSONField(_("tanda bahaya"), default=dict, blank=True, owner="case.client")
    facts = SealedJSONField(_("keadaan klien"), default=dict, blank=True, owner="case.client")
    substances = SealedJSONField(
        _("zat dan cara memakai"), default=dict, blank=True, owner="case.client"
    )
    main_substance = models.CharField(
        _("zat utama"), max_length=20, choices=Substance, blank=True, default="", db_default=""
    )
    main_route = models.CharField(
        _("cara memakai zat utama"),
        max_length=10,
        choices=Route,
        blank=True,
        default="",
        db_default="",
    )
    treated_before = models.CharField(
        _("pernah dirawat"), max_length=10, choices=Treated, blank=True, default="", db_default=""
    )
    visited = models.JSONField(_("revisi terakhir tiap bagian"), default=dict, blank=True)
    revision = models.PositiveIntegerField(_("revisi draf"), default=0)
    result = SealedJSONField(_("hasil"), null=True, blank=True, owner="case.client")
    proposal = SealedJSONField(_("usulan"), null=True, blank=True, owner="case.client")
    risk = models.CharField(_("risiko"), max_length=10, choices=Risk, blank=True)
    proposed_base = models.CharField(
        _("basis yang diusulkan"), max_length=12, choices=CareBase, blank=True
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dimulai oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    started_at = models.DateTimeField(_("dimulai pada"), db_default=Now())
    saved_at = models.DateTimeField(_("draf tersimpan pada"), null=True, blank=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("draf disimpan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diselesaikan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    finished_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)

    objects = ScreeningQuerySet.as_manager()
    has_orders: bool  # only of `with_orders_told`
    is_triage_only: bool  # only of `with_consent_told`
    is_consent_withdrawn: bool  # the same

    class Meta:
        verbose_name = _("skrining")
        verbose_name_plural = _("skrining")
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(status=ScreeningStatus.DRAFT),
                name="screening_one_draft_per_case",
            ),
            models.CheckConstraint(
                condition=Q(status=ScreeningStatus.DRAFT, finished_at__isnull=True)
                | Q(
                    status=ScreeningStatus.FINISHED,
                    finished_at__isnull=False,
                    proposal__isnull=False,
                ),
                name="screening_finished_has_proposal",
            ),
            models.CheckConstraint(
                condition=(Q(kind=ScreeningKind.EVENT) & ~Q(reason=""))
                | (~Q(kind=ScreeningKind.EVENT) & Q(reason="")),
                name="screening_event_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | is_written("correction_reason"),
                name="screening_correction_has_reason",
            ),
        )
        indexes = (models.Index(fields=("case", "-id"), name="screening_by_case"),)

    def __str__(self) -> str:
        return f"{self.instrument} {self.version} #{self.pk}"

    @property
    def is_draft(self) -> bool:
        return self.status == ScreeningStatus.DRAFT

    @property
    def occasion(self) -> str:
        """Why it was held."""
        words = (self.get_kind_display(), self.get_reason_display())
        return " · ".join(str(word) for word in words if word)

    @property
    def moves_case(self) -> bool:
        """The first interview; a review or a correction leaves the case where it stands."""
        return self.kind == ScreeningKind.INITIAL and self.corrects_id is None

    def note_orders(self) -> None:
        """Of a row of `with_orders_told`: where there is no order, nobody needs to ask the register again."""
        if not self.has_orders:
            remember_no_order(self.case)

    @property
    def may_go_on(self) -> bool:
        """A draft whose case still stands where it may be worked on."""
        here = (CaseStatus.SCREENING,) if self.moves_case else BESIDE
        return self.is_draft and self.case.status in here

    @property
    def replaced_by(self) -> "Screening | None":
        """The finished correction that took its place."""
        newer: Screening | None = getattr(self, "corrected_by", None)
        return newer if newer and not newer.is_draft else None

    @property
    def proposed_change(self) -> StepChange | None:
        """The other level of care that this re-screening spoke for. Prefetch `step_changes` for lists."""
        return next((row for row in self.step_changes.all() if row.assessment_id is None), None)

    @property
    def decision(self) -> RoutingDecision | None:
        """The decision on its proposal: that which holds or waits for approval. Prefetch `decisions` for lists."""
        return next((row for row in self.decisions.all() if row.status in LIVE_DECISIONS), None)

    @property
    def settled_by(self) -> RoutingDecision | None:
        return self.decision if self.decision and self.decision.is_settled else None

    @property
    def is_medical_referral(self) -> bool:
        """Ended by a red flag: there is advice, but neither a score nor a base."""
        return self.status == ScreeningStatus.FINISHED and not self.proposed_base
