"""The legal register of a case: where its proceedings stand, what was ordered, who goes along from the Bapas."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.enums import LegalStatus
from clients.models import Case
from common.fence import fenced
from common.models import Versioned
from common.sealed import SealedTextField
from common.trail import tracked
from files.models import StoredFile
from law.enums import OrderedBy, OrderEnd
from partners.enums import CareBase


if TYPE_CHECKING:
    from accounts.models import User

R = TypeVar("R", bound="Any")
LONGEST_MONTHS = 60


class RegisterQuerySet(models.QuerySet[R]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))


class Register(Versioned):
    """A row of the register: people correct it, and every correction is kept."""

    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), db_default=Now(), editable=False)

    class Meta:
        abstract = True


class StageQuerySet(RegisterQuerySet["Stage"]):
    def newest_first(self) -> Self:
        return self.order_by("-since", "-pk")


@tracked(by="case")
@fenced(by="case")
class Stage(Register):
    """Where the proceedings stood from a day on. The newest is `Case.legal_status` (law/sql/register.sql)."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="legal_stages"
    )
    legal_status = models.CharField(_("tahap perkara"), max_length=12, choices=LegalStatus)
    since = models.DateField(_("sejak"))
    is_detained = models.BooleanField(_("klien ditahan"), default=False)
    note = SealedTextField(_("keterangan"), blank=True, owner="case.client")

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = _("tahap perkara")
        verbose_name_plural = _("tahap perkara")
        constraints = (
            models.CheckConstraint(
                condition=Q(legal_status__in=LegalStatus.values), name="stage_status_known"
            ),
        )
        indexes = (models.Index(fields=("case", "-since", "-id"), name="stage_of_case"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.legal_status} {self.since}"

    @property
    def client_id(self) -> int:
        return self.case.client_id


class OrderQuerySet(RegisterQuerySet["Order"]):
    def open(self) -> Self:
        """Looked after still, whether or not its last day is past."""
        return self.filter(closed_on__isnull=True)

    def newest_first(self) -> Self:
        return self.order_by("-given_on", "-pk")


@tracked(by="case")
@fenced(by="case")
class Order(Register):
    """What a judge or a prosecutor orders, or a TAT recommends. `ends_on` moves with each extension."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="legal_orders"
    )
    ordered_by = models.CharField(_("diberikan oleh"), max_length=10, choices=OrderedBy)
    office = SealedTextField(_("pengadilan atau kantor"), max_length=160, owner="case.client")
    letter_number = SealedTextField(_("nomor surat"), max_length=120, owner="case.client")
    given_on = models.DateField(_("tanggal surat"))
    articles = SealedTextField(_("pasal"), max_length=240, blank=True, owner="case.client")
    ordered_base = models.CharField(
        _("tempat yang ditetapkan"), max_length=12, choices=CareBase, blank=True
    )
    months = models.PositiveSmallIntegerField(_("lama (bulan)"), null=True, blank=True)
    begins_on = models.DateField(_("mulai"), null=True, blank=True)
    ends_on = models.DateField(_("berakhir"), null=True, blank=True)
    report_due_on = models.DateField(_("laporan berikut paling lambat"), null=True, blank=True)
    note = SealedTextField(_("keterangan"), blank=True, owner="case.client")
    file = models.ForeignKey(
        StoredFile,
        verbose_name=_("berkas surat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_on = models.DateField(_("selesai pada"), null=True, blank=True)
    closed_as = models.CharField(_("selesai karena"), max_length=12, choices=OrderEnd, blank=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("surat perkara")
        verbose_name_plural = _("surat perkara")
        constraints = (
            models.CheckConstraint(
                condition=Q(ordered_by__in=OrderedBy.values), name="order_by_known"
            ),
            models.CheckConstraint(
                condition=Q(months__isnull=True) | Q(months__range=(1, LONGEST_MONTHS)),
                name="order_months_in_range",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(begins_on__isnull=False, ends_on__gte=F("begins_on")),
                name="order_ends_after_begin",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_as="")
                | (Q(closed_on__isnull=False) & ~Q(closed_as="")),
                name="order_closed_has_reason",
            ),
        )
        indexes = (models.Index(fields=("case", "-given_on", "-id"), name="order_of_case"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.ordered_by} {self.given_on}"

    @property
    def client_id(self) -> int:
        return self.case.client_id

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    def is_in_force(self, day: date) -> bool:
        return self.is_open and (self.ends_on is None or self.ends_on >= day)

    @property
    def binds(self) -> bool:
        return self.ordered_by != OrderedBy.TAT


@tracked(by="order")
@fenced(by="order")
class Extension(models.Model):
    """A term made longer; a mistake in it is mended by the next one, or on the order itself."""

    order = models.ForeignKey(
        Order, verbose_name=_("surat perkara"), on_delete=models.PROTECT, related_name="extensions"
    )
    letter_number = SealedTextField(_("nomor surat"), max_length=120, owner="order.case.client")
    given_on = models.DateField(_("tanggal surat"))
    was_until = models.DateField(_("semula sampai"))
    until_on = models.DateField(_("sampai"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), db_default=Now())

    class Meta:
        verbose_name = _("perpanjangan")
        verbose_name_plural = _("perpanjangan")
        ordering = ("given_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until_on__gt=F("was_until")), name="extension_is_longer"
            ),
        )

    def __str__(self) -> str:
        return f"{self.order_id} {self.until_on}"


@tracked(by="case")
@fenced(by="case")
class ProbationOfficer(Register):
    """The PK (pembimbing kemasyarakatan) of the Bapas who goes along, with a child always (UU 11/2012 art. 65)."""

    case = models.OneToOneField(
        Case,
        verbose_name=_("kasus"),
        on_delete=models.PROTECT,
        related_name="probation_officer",
    )
    office = SealedTextField(_("Bapas"), max_length=160, owner="case.client")
    name = SealedTextField(_("nama PK"), max_length=160, owner="case.client")
    phone = SealedTextField(_("telepon PK"), max_length=30, blank=True, owner="case.client")

    objects = RegisterQuerySet["ProbationOfficer"].as_manager()

    class Meta:
        verbose_name = _("pendamping Bapas")
        verbose_name_plural = _("pendamping Bapas")

    def __str__(self) -> str:
        return f"{self.case_id}"

    @property
    def client_id(self) -> int:
        return self.case.client_id
