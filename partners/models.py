"""Institutions that receive, refer or support clients, and the agreements with them."""

from datetime import date, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from common.fence import UNFENCED
from common.models import Versioned
from common.trail import table_of, tracked
from files.models import StoredFile
from partners.enums import (
    KINDS_FOR_BASE,
    AccreditationGrade,
    AgreementKind,
    AgreementStatus,
    CareBase,
    ClientGroup,
    Component,
    InstitutionKind,
    SpecialNeed,
    WorkDays,
)
from regions.languages import Language
from regions.models import Province, Regency


EXPIRING_DAYS = timedelta(days=90)
OPENS, CLOSES = time(8), time(16)


def _codes(choices: type[models.TextChoices], label: Any, **options: Any) -> Any:
    """A column of codes, empty while nobody has recorded any."""
    code = models.CharField(max_length=20, choices=choices)
    return ArrayField(code, verbose_name=label, default=list, db_default=[], blank=True, **options)


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def for_base(self, base: str) -> Self:
        return self.filter(kind__in=KINDS_FOR_BASE[CareBase(base)])

    def with_valid_agreement(self, on: date) -> Self:
        return self.filter(
            Exists(Agreement.objects.valid_on(on).filter(institution=OuterRef("pk")))
        )

    def with_agreement_for(self, group: str, on: date) -> Self:
        made = Agreement.objects.valid_on(on).covering(group)
        return self.filter(Exists(made.filter(institution=OuterRef("pk"))))

    def accredited(self, on: date) -> Self:
        """Accreditation that has not lapsed; none recorded counts as none needed for a balai only."""
        return self.filter(Q(accreditation_expires_on__gte=on) | Q(kind=InstitutionKind.BALAI))

    def that_take(self, *, sex: str, age: int | None) -> Self:
        rows = self.filter(**{f"takes_{sex}": True})
        return rows if age is None else rows.filter(age_min__lte=age, age_max__gte=age)

    def may_be_offered(self, *, base: str, sex: str, age: int | None, on: date) -> Self:
        """Who may receive a placement request today; free places are checked under a lock on acceptance."""
        return (
            self.active()
            .for_base(base)
            .with_valid_agreement(on)
            .accredited(on)
            .that_take(sex=sex, age=age)
            .filter(capacity__gt=0)
        )


@tracked()
class Institution(Versioned):
    name = models.CharField(_("nama"), max_length=160)
    kind = models.CharField(_("jenis"), max_length=20, choices=InstitutionKind)
    regency = models.ForeignKey(
        Regency,
        verbose_name=_("kabupaten/kota"),
        on_delete=models.PROTECT,
        related_name="institutions",
    )
    address = models.CharField(_("alamat"), max_length=240, blank=True)
    phone = models.CharField(_("telepon"), max_length=30, blank=True)
    email = models.EmailField(_("surel"), blank=True)
    covers_provinces = models.ManyToManyField(
        Province, verbose_name=_("cakupan provinsi"), blank=True, related_name="covered_by"
    )
    covers_regencies = models.ManyToManyField(
        Regency, verbose_name=_("cakupan kabupaten/kota"), blank=True, related_name="covered_by"
    )
    takes_male = models.BooleanField(_("menerima laki-laki"), default=True)
    takes_female = models.BooleanField(_("menerima perempuan"), default=False)
    is_residential = models.BooleanField(_("klien tinggal di dalam"), default=True, db_default=True)
    age_min = models.PositiveSmallIntegerField(_("usia terendah"), default=18)
    age_max = models.PositiveSmallIntegerField(_("usia tertinggi"), default=65)
    capacity = models.PositiveSmallIntegerField(
        _("daya tampung"),
        default=0,
        help_text=_("Jumlah tempat untuk klien; 0 bila tidak menerima penempatan."),
    )
    accreditation_grade = models.CharField(
        _("akreditasi"), max_length=1, choices=AccreditationGrade, blank=True
    )
    accreditation_expires_on = models.DateField(
        _("akreditasi berlaku sampai"), null=True, blank=True
    )
    mentor = models.ForeignKey(
        "self",
        verbose_name=_("balai pendamping"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mentored",
        limit_choices_to={"kind": InstitutionKind.BALAI},
    )
    components = _codes(Component, _("layanan yang diberikan"))
    special_needs = _codes(SpecialNeed, _("kebutuhan khusus yang dilayani"))
    languages = _codes(Language, _("bahasa daerah"))
    social_workers = models.PositiveSmallIntegerField(
        _("jumlah pekerja sosial"), default=0, db_default=0
    )
    counsellors = models.PositiveSmallIntegerField(
        _("jumlah konselor adiksi"), default=0, db_default=0
    )
    mail_domains = ArrayField(
        models.CharField(max_length=253),
        verbose_name=_("domain surel petugas"),
        default=list,
        db_default=[],
        blank=True,
    )
    admission_criteria = models.TextField(
        _("syarat masuk"), max_length=2000, blank=True, default="", db_default=""
    )
    # By the clock of its province; whoever has to be told of something is told then.
    opens_at = models.TimeField(_("buka pukul"), default=OPENS, db_default=OPENS)
    closes_at = models.TimeField(_("tutup pukul"), default=CLOSES, db_default=CLOSES)
    work_days = models.PositiveSmallIntegerField(
        _("hari kerja"), choices=WorkDays, default=WorkDays.FIVE, db_default=WorkDays.FIVE
    )
    is_active = models.BooleanField(_("aktif"), default=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("lembaga")
        verbose_name_plural = _("lembaga")
        constraints = (
            models.UniqueConstraint(
                fields=("name", "regency"), name="institution_unique_name_in_regency"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=InstitutionKind.values), name="institution_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(age_min__lte=F("age_max")), name="institution_ages_in_order"
            ),
            models.CheckConstraint(
                condition=Q(opens_at__lt=F("closes_at"), work_days__in=WorkDays.values),
                name="institution_hours_in_order",
            ),
            models.CheckConstraint(
                condition=Q(components__contained_by=Component.values),
                name="institution_components_known",
            ),
            models.CheckConstraint(
                condition=Q(special_needs__contained_by=SpecialNeed.values),
                name="institution_special_needs_known",
            ),
            models.CheckConstraint(
                condition=Q(languages__contained_by=Language.values),
                name="institution_languages_known",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """WIB, WITA or WIT: the clock of its province."""
        return ZoneInfo(self.regency.province.time_zone)

    def is_open_at(self, moment: datetime) -> bool:
        """In its working hours, the work days counted from Monday."""
        local = moment.astimezone(self.zone)
        return local.weekday() < self.work_days and self.opens_at <= local.time() < self.closes_at

    @property
    def houses(self) -> bool:
        """People sleep there: in a balai always, in an LKS or IPWL where it says so."""
        return self.is_residential or self.kind == InstitutionKind.BALAI


@tracked(by="institution")
class InstitutionProvince(Institution.covers_provinces.through):  # type: ignore[name-defined,misc]
    class Meta:
        proxy = True
        verbose_name = _("cakupan provinsi")


@tracked(by="institution")
class InstitutionRegency(Institution.covers_regencies.through):  # type: ignore[name-defined,misc]
    class Meta:
        proxy = True
        verbose_name = _("cakupan kabupaten/kota")


def valid_on(day: date) -> Q:
    """Signed, begun, not run out and not terminated on `day` (both ends of the period count)."""
    return Q(
        Q(terminated_on__isnull=True) | Q(terminated_on__gt=day),
        signed_on__lte=day,
        starts_on__lte=day,
        ends_on__gte=day,
    )


def expiring_between(first: date, last: date) -> Q:
    return Q(signed_on__isnull=False, terminated_on__isnull=True, ends_on__range=(first, last))


def over_on(day: date) -> Q:
    """Run out, or terminated, by `day`."""
    return Q(signed_on__isnull=False) & (Q(terminated_on__lte=day) | Q(ends_on__lt=day))


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))

    def expiring_between(self, first: date, last: date) -> Self:
        return self.filter(expiring_between(first, last))

    def covering(self, group: str) -> Self:
        """An agreement that names no group is made for everybody."""
        return self.filter(Q(groups=[]) | Q(groups__contains=[group]))


@tracked(by="institution")
class Agreement(Versioned):
    """A MoU or PKS between the programme (or a balai for it) and one institution."""

    kind = models.CharField(_("jenis"), max_length=3, choices=AgreementKind)
    number = models.CharField(_("nomor"), max_length=80, unique=True)
    title = models.CharField(_("tentang"), max_length=200)
    institution = models.ForeignKey(
        Institution, verbose_name=_("mitra"), on_delete=models.PROTECT, related_name="agreements"
    )
    first_party = models.CharField(_("pihak pertama"), max_length=160)
    first_signer = models.CharField(_("penanda tangan pihak pertama"), max_length=120, blank=True)
    second_signer = models.CharField(_("penanda tangan mitra"), max_length=120, blank=True)
    scope = models.TextField(_("ruang lingkup"), max_length=4000)
    groups = _codes(ClientGroup, _("berlaku untuk"))
    signed_on = models.DateField(_("ditandatangani pada"), null=True, blank=True)
    starts_on = models.DateField(_("berlaku mulai"))
    ends_on = models.DateField(_("berlaku sampai"))
    terminated_on = models.DateField(_("diakhiri pada"), null=True, blank=True)
    termination_reason = models.TextField(_("alasan diakhiri"), max_length=1000, blank=True)
    document = models.ForeignKey(
        StoredFile,
        verbose_name=_("naskah (PDF)"),
        to_field="name",
        db_column="document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("perjanjian")
        verbose_name_plural = _("perjanjian")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="agreement_ends_after_start",
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum tanggal mulai."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=AgreementKind.values), name="agreement_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(terminated_on__isnull=True) | ~Q(termination_reason=""),
                name="agreement_terminated_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(groups__contained_by=ClientGroup.values),
                name="agreement_groups_known",
            ),
        )
        indexes = (models.Index(fields=("institution", "ends_on"), name="agreement_by_end"),)

    def __str__(self) -> str:
        return self.number

    @property
    def group_labels(self) -> list[str]:
        return [str(ClientGroup(code).label) for code in self.groups]

    def status_on(self, day: date) -> AgreementStatus:
        if self.terminated_on is not None and self.terminated_on <= day:
            return AgreementStatus.TERMINATED
        if self.signed_on is None:
            return AgreementStatus.UNSIGNED
        if self.ends_on < day:
            return AgreementStatus.ENDED
        if max(self.starts_on, self.signed_on) > day:
            return AgreementStatus.UPCOMING
        soon = self.ends_on <= day + EXPIRING_DAYS
        return AgreementStatus.EXPIRING if soon else AgreementStatus.VALID


UNFENCED[table_of(Agreement)] = (
    "its document is a file about nobody; whoever is signed in may read it"
)
