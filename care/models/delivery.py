"""What was given to one person: sessions, visits, aid, training."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from care.enums import (
    DeliveryKind,
    DeliveryPlace,
    FundSource,
    HomeCondition,
    TrainingResult,
)
from care.models.plan import PlanService
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked
from files.models import StoredFile
from partners.enums import Component
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User

LONGEST = 24 * 60


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-held_on", "-pk")

    def with_people(self) -> Self:
        return self.select_related("case__client", "worker", "institution")

    def with_parts(self) -> Self:
        """Everything that a page about one tells, in one query."""
        return self.with_people().select_related(
            "visit", "aid__file", "training__file", "training__provider"
        )


@tracked(by="case")
@fenced(by="case")
class Delivery(models.Model):
    """One service given on one day by one worker of one institution."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="deliveries"
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga pemberi"),
        on_delete=models.PROTECT,
        related_name="deliveries",
    )
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("petugas"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(_("jenis"), max_length=15, choices=DeliveryKind)
    component = models.CharField(_("komponen"), max_length=3, choices=Component)
    held_on = models.DateField(_("tanggal"))
    duration = models.PositiveSmallIntegerField(_("lama (menit)"), null=True, blank=True)
    place = models.CharField(_("tempat"), max_length=15, choices=DeliveryPlace, blank=True)
    plan_service = models.ForeignKey(
        PlanService,
        verbose_name=_("layanan dalam rencana"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="deliveries",
    )
    summary = SealedTextField(_("ringkasan"), owner="case.client")
    reaction = SealedTextField(_("tanggapan klien"), blank=True, owner="case.client")
    next_on = models.DateField(_("pertemuan berikut"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), db_default=Now())

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("layanan yang diberikan")
        verbose_name_plural = _("layanan yang diberikan")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=DeliveryKind.values), name="delivery_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(component__in=Component.values), name="delivery_component_known"
            ),
            models.CheckConstraint(
                condition=Q(duration__isnull=True) | Q(duration__range=(1, LONGEST)),
                name="delivery_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gte=models.F("held_on")),
                name="delivery_next_is_later",
            ),
        )
        indexes = (
            models.Index(fields=("case", "-held_on", "-id"), name="delivery_of_case"),
            models.Index(fields=("institution", "held_on"), name="delivery_of_institution"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.held_on}"

    @property
    def proof(self) -> StoredFile | None:
        part = getattr(self, "aid", None) or getattr(self, "training", None)
        return part.file if part else None


@tracked(by="delivery")
@fenced(by="delivery")
class HomeVisit(models.Model):
    delivery = models.OneToOneField(
        Delivery, verbose_name=_("layanan"), on_delete=models.PROTECT, related_name="visit"
    )
    met = SealedTextField(_("siapa yang ditemui"), max_length=240, owner="delivery.case.client")
    condition = models.CharField(_("keadaan rumah"), max_length=12, choices=HomeCondition)
    is_unsafe = models.BooleanField(_("ada kekhawatiran keselamatan"), default=False)
    concern = SealedTextField(_("kekhawatiran"), blank=True, owner="delivery.case.client")

    class Meta:
        verbose_name = _("kunjungan rumah")
        verbose_name_plural = _("kunjungan rumah")

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.condition}"


class WithProof(models.Model):
    """A proof beside the row: a file that is sealed with the client's key (files/keeping.py)."""

    file = models.ForeignKey(
        StoredFile,
        verbose_name=_("berkas"),
        to_field="name",
        db_column="file",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True


@tracked(by="delivery")
@fenced(by="delivery")
class Aid(WithProof):
    """Goods or money, in whole rupiah."""

    delivery = models.OneToOneField(
        Delivery, verbose_name=_("layanan"), on_delete=models.PROTECT, related_name="aid"
    )
    item = models.CharField(_("bantuan"), max_length=160)
    quantity = models.DecimalField(_("jumlah"), max_digits=10, decimal_places=2)
    unit = models.CharField(_("satuan"), max_length=30)
    value = models.BigIntegerField(_("nilai (rupiah)"))
    source = models.CharField(_("sumber dana"), max_length=12, choices=FundSource)
    handed_to = SealedTextField(_("diterima oleh"), max_length=160, owner="delivery.case.client")
    tools = SealedTextField(_("daftar alat"), blank=True, owner="delivery.case.client")

    class Meta:
        verbose_name = _("bantuan")
        verbose_name_plural = _("bantuan")
        constraints = (
            models.CheckConstraint(
                condition=Q(quantity__gt=0, value__gte=0), name="aid_of_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.item}"


@tracked(by="delivery")
@fenced(by="delivery")
class Training(WithProof):
    delivery = models.OneToOneField(
        Delivery, verbose_name=_("layanan"), on_delete=models.PROTECT, related_name="training"
    )
    topic = models.CharField(_("pelatihan"), max_length=160)
    hours = models.PositiveSmallIntegerField(_("jam pelajaran"))
    provider = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga pelatih"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    provider_name = models.CharField(_("penyelenggara lain"), max_length=160, blank=True)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("selesai"))
    attained = models.CharField(_("hasil"), max_length=10, choices=TrainingResult)
    certificate = SealedTextField(
        _("nomor sertifikat"), max_length=80, blank=True, owner="delivery.case.client"
    )

    class Meta:
        verbose_name = _("pelatihan")
        verbose_name_plural = _("pelatihan")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on"), hours__gte=1),
                name="training_took_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.topic}"

    @property
    def held_by(self) -> str:
        return self.provider.name if self.provider else self.provider_name
