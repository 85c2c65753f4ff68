"""One episode of care, from the door to the end of after-care. Re-entry is a new case."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Now, NullIf
from django.utils.translation import gettext, gettext_lazy as _

from clients.enums import (
    CaseStatus,
    CloseReason,
    LegalStatus,
    NextStep,
    ReentryReason,
    ReferralSource,
    Risk,
)
from clients.events import event_kinds, text_of, title_of
from clients.models.emergency import OPENED
from clients.models.share import SHARED
from clients.models.visibility import rows_for
from common.fence import MINE, ROW, fenced
from common.sealed import SealedTextField
from common.trail import tracked
from partners.enums import CareBase
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User

NEEDS_RISK = (
    CaseStatus.DECISION,
    CaseStatus.PLACEMENT,
    CaseStatus.IN_SERVICE,
    CaseStatus.AFTERCARE,
)
NEEDS_BASE = (CaseStatus.PLACEMENT, CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE)


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, user: "User") -> Self:
        return rows_for(self, user, client="client_id", carried=_carried_by)

    def carried_by(self, user: "User") -> Self:
        """Cases that `user` leads or supports."""
        return self.filter(_carried_by(user))

    def current(self) -> Self:
        """The newest case of each client."""
        return self.filter(is_current=True)

    def open(self) -> Self:
        return self.exclude(status=CaseStatus.CLOSED)

    def counted(self) -> Self:
        """For every figure: a case that was opened by mistake is none."""
        return self.exclude(close_reason=CloseReason.MISTAKE)


def shown_risk(case: str = "") -> Coalesce:
    """`Case.shown_risk` as the database says it; `case` leads to the case ("case__")."""
    return Coalesce(NullIf(f"{case}found_risk", Value("")), f"{case}risk")


def at_risk(risk: str) -> Q:
    """Cases of this class as it is shown; "" is not yet assessed."""
    return Q(Q(found_risk=risk) & ~Q(found_risk="")) | Q(found_risk="", risk=risk)


def awaits_decision(status: str, *, undecided: bool) -> bool:
    return status == CaseStatus.DECISION or (undecided and status != CaseStatus.CLOSED)


def _carried_by(user: "User") -> Q:
    supports = Case.supporters.through.objects.filter(case_id=OuterRef("pk"), user_id=user.pk)
    return Q(Q(lead_worker=user) | Exists(supports))


@tracked(by="client")
@fenced(
    using=f"institution_id = {MINE} OR client_id = {SHARED} OR client_id = {OPENED}",
    # A case stays with the institution that registered its client; care moves, the file does not.
    check=f"""
        (institution_id = {MINE} OR client_id = {SHARED}) AND EXISTS (SELECT 1 FROM clients_client AS above
            WHERE above.id = {ROW}.client_id AND above.institution_id = {ROW}.institution_id)
    """,  # noqa: S608  our own names
)
class Case(models.Model):
    client = models.ForeignKey(
        "clients.Client", verbose_name=_("klien"), on_delete=models.PROTECT, related_name="cases"
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga pengelola"),
        on_delete=models.PROTECT,
        related_name="cases",
    )
    lead_worker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pekerja sosial"),
        on_delete=models.PROTECT,
        related_name="led_cases",
    )
    supporters = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pendamping"),
        blank=True,
        related_name="supported_cases",
    )
    is_current = models.BooleanField(_("kasus terbaru"), default=True)
    status = models.CharField(
        _("tahap"), max_length=20, choices=CaseStatus, default=CaseStatus.INTAKE
    )
    # As a person decided it; deadlines go by it. What is shown is `shown_risk`.
    risk = models.CharField(_("risiko"), max_length=10, choices=Risk, blank=True)
    # What a newer instrument found, empty where that is the class decided.
    found_risk = models.CharField(
        _("risiko yang ditemukan"),
        max_length=10,
        choices=Risk,
        blank=True,
        default="",
        db_default="",
    )
    # A newer proposal waits for a person's answer, beside the way of the case.
    is_undecided = models.BooleanField(_("menunggu keputusan"), default=False, db_default=False)
    base = models.CharField(_("basis layanan"), max_length=12, choices=CareBase, blank=True)
    care_institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga pelayanan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases_served",
    )
    referral_source = models.CharField(_("asal rujukan"), max_length=15, choices=ReferralSource)
    referred_by = SealedTextField(_("nama perujuk"), max_length=160, blank=True, owner="client")
    legal_status = models.CharField(
        _("status hukum"), max_length=12, choices=LegalStatus, default=LegalStatus.NONE
    )
    next_step = models.CharField(_("langkah berikut"), max_length=20, choices=NextStep, blank=True)
    next_due_on = models.DateField(_("paling lambat"), null=True, blank=True)
    opened_on = models.DateField(_("dibuka pada"))
    service_started_on = models.DateField(_("layanan mulai"), null=True, blank=True)
    service_ended_on = models.DateField(_("layanan berakhir"), null=True, blank=True)
    closed_on = models.DateField(_("ditutup pada"), null=True, blank=True)
    close_reason = models.CharField(
        _("alasan penutupan"), max_length=15, choices=CloseReason, blank=True
    )
    reentry_of = models.ForeignKey(
        "self",
        verbose_name=_("kasus sebelumnya"),
        null=True,
        blank=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reentry_reason = models.CharField(
        _("sebab masuk kembali"), max_length=10, choices=ReentryReason, blank=True, db_default=""
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("kasus")
        verbose_name_plural = _("kasus")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=CaseStatus.values), name="case_status_known"
            ),
            models.UniqueConstraint(
                fields=("client",), condition=Q(is_current=True), name="case_one_current_per_client"
            ),
            models.CheckConstraint(
                condition=Q(is_current=True) | Q(status=CaseStatus.CLOSED),
                name="case_only_closed_is_past",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=NEEDS_RISK) | ~Q(risk=""), name="case_status_has_risk"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=NEEDS_BASE) | ~Q(base=""), name="case_status_has_base"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE))
                | Q(service_started_on__isnull=False),
                name="case_in_service_has_start",
            ),
            models.CheckConstraint(
                condition=~Q(status=CaseStatus.AFTERCARE) | Q(service_ended_on__isnull=False),
                name="case_in_aftercare_has_end",
            ),
            models.CheckConstraint(
                condition=Q(status=CaseStatus.CLOSED, closed_on__isnull=False) & ~Q(close_reason="")
                | (~Q(status=CaseStatus.CLOSED) & Q(closed_on__isnull=True, close_reason="")),
                name="case_closed_has_date_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(reentry_of__isnull=True, reentry_reason="")
                | (Q(reentry_of__isnull=False) & ~Q(reentry_reason="")),
                name="case_reentry_has_reason",
            ),
        )
        indexes = (
            models.Index(
                fields=("institution", "-id"), condition=Q(is_current=True), name="case_list"
            ),
            models.Index(
                fields=("institution", "next_due_on"),
                condition=Q(is_current=True),
                name="case_by_due",
            ),
            models.Index(fields=("lead_worker", "next_due_on"), name="case_by_worker"),
            models.Index(fields=("care_institution", "status"), name="case_by_care"),
        )

    def __str__(self) -> str:
        return f"{self.client_id}/{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.status != CaseStatus.CLOSED

    @property
    def shown_risk(self) -> str:
        """The class that the newest finished instrument found, whether or not a person has decided upon it."""
        return self.found_risk or self.risk

    @property
    def awaits_decision(self) -> bool:
        """The newest proposal has no answer yet: the first one, or one that came while care goes on."""
        return awaits_decision(self.status, undecided=self.is_undecided)

    @property
    def risk_in_words(self) -> str:
        """For lists without badges."""
        risk = str(Risk(self.shown_risk).label) if self.shown_risk else gettext("Belum dinilai")
        if not self.awaits_decision:
            return risk
        return gettext("%(risk)s, belum diputuskan") % {"risk": risk}


@tracked(by="case")
@fenced(by="case")
class CaseSupporter(Case.supporters.through):  # type: ignore[name-defined,misc]
    """The links of `Case.supporters`, so that their changes are kept too."""

    class Meta:
        proxy = True
        verbose_name = _("pendamping kasus")


class CaseEventQuerySet(models.QuerySet["CaseEvent"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


@tracked(by="case")
@fenced(by="case")
class CaseEvent(models.Model):
    """One line of the timeline that people read; every service writes exactly one."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="events"
    )
    kind = models.CharField(_("jenis"), max_length=30, choices=event_kinds)
    at = models.DateTimeField(_("waktu"))
    # None: the system itself, because nobody acted in time (docs/decisions/0020-placing.md).
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("oleh"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Coded values, days, numbers, and names of institutions and staff; a person's own words are the note's.
    facts = models.JSONField(_("fakta"), default=dict, blank=True)
    note = SealedTextField(_("catatan"), blank=True, owner="case.client")
    recorded_at = models.DateTimeField(_("dicatat pada"), db_default=Now())

    objects = CaseEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("peristiwa kasus")
        verbose_name_plural = _("peristiwa kasus")
        indexes = (models.Index(fields=("case", "-at", "-id"), name="event_timeline"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"

    @property
    def title(self) -> str:
        """What the timeline shows in bold, in the language of whoever reads it."""
        return title_of(self.kind, self.facts)

    @property
    def words(self) -> str:
        """What is read below: first what the facts say, then what somebody wrote."""
        return "\n".join(filter(None, [*text_of(self.kind).told(self.facts), self.note]))

    @property
    def tone(self) -> str:
        return text_of(self.kind).tone
