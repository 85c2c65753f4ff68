"""The person, and the people close to them."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now, Upper
from django.utils.translation import gettext_lazy as _

from clients.ages import age_on
from clients.enums import (
    Education,
    FamilyRelation,
    Interpreter,
    MaritalStatus,
    Mobility,
    Nationality,
    NikMissingReason,
    Senses,
    Sex,
    UnitWish,
)
from clients.models.case import Case
from clients.models.emergency import OPENED
from clients.models.share import SHARED, SHARED_FOR_WRITING
from clients.models.visibility import rows_for
from clients.naming.field import KeysField
from common.fence import MINE, ROW, fenced
from common.models import Versioned
from common.sealed import BlindIndexField, SealedTextField, index_of, with_indexes
from common.trail import tracked
from partners.models import Institution
from regions.models import Regency


if TYPE_CHECKING:
    from accounts.models import User


def _need(name: Any, choices: type[models.TextChoices]) -> SealedTextField:
    """Sealed, since it tells of disability, origin or identity; empty while nobody has asked."""
    return SealedTextField(name, max_length=20, blank=True, default="", choices=choices)


class ClientQuerySet(models.QuerySet["Client"]):
    def visible_to(self, user: "User") -> Self:
        return rows_for(self, user, client="id", carried=_carried_by)


def _carried_by(user: "User") -> Q:
    """Clients with a case that `user` leads or supports."""
    cases = Case.objects.filter(client=OuterRef("pk"))
    return Q(Exists(cases.carried_by(user).order_by()))


@tracked()
@fenced(
    using=f"institution_id = {MINE} OR id = {SHARED} OR id = {OPENED}",
    # A guest reads the person and works on the case; the person's own row stays the owner's.
    check=f"institution_id = {MINE}",
    guests=f"{ROW}.institution_id = {MINE} OR {ROW}.id = {SHARED_FOR_WRITING}",
)
class Client(Versioned):
    key_id = models.UUIDField(_("kunci data"), default=uuid4, unique=True, editable=False)
    registration_number = models.CharField(_("nomor klien"), max_length=20, unique=True)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga pendaftar"),
        on_delete=models.PROTECT,
        related_name="clients",
    )
    name = models.CharField(_("nama lengkap"), max_length=160)
    keys_index = KeysField()
    nik = SealedTextField(_("NIK"), max_length=16, blank=True)
    nik_index = BlindIndexField(of="nik", kind="nik")
    nik_missing_reason = models.CharField(
        _("alasan NIK tidak ada"), max_length=20, choices=NikMissingReason, blank=True
    )
    nomor_kk = SealedTextField(_("nomor KK"), max_length=16, blank=True)
    sex = models.CharField(_("jenis kelamin"), max_length=6, choices=Sex)
    birth_date = models.DateField(_("tanggal lahir"))
    birth_date_estimated = models.BooleanField(_("tanggal lahir perkiraan"), default=False)
    birth_place = models.CharField(_("tempat lahir"), max_length=80, blank=True)
    regency = models.ForeignKey(
        Regency,
        verbose_name=_("kabupaten/kota tempat tinggal"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    address = SealedTextField(_("alamat"), max_length=240, blank=True)
    phone = SealedTextField(_("telepon"), max_length=30, blank=True)
    phone_index = BlindIndexField(of="phone", kind="tel")
    phone_end_index = BlindIndexField(of="phone", kind="tel_end")
    marital_status = models.CharField(
        _("status perkawinan"), max_length=10, choices=MaritalStatus, blank=True
    )
    education = models.CharField(
        _("pendidikan terakhir"), max_length=20, choices=Education, blank=True
    )
    occupation = models.CharField(_("pekerjaan"), max_length=80, blank=True)
    no_family = models.BooleanField(_("tidak ada keluarga"), default=False, db_default=False)
    interpreter = _need(_("bahasa dan juru bahasa"), Interpreter)
    nationality = _need(_("kewarganegaraan"), Nationality)
    mobility = _need(_("gerak"), Mobility)
    senses = _need(_("pendengaran dan penglihatan"), Senses)
    unit_wish = _need(_("unit yang aman"), UnitWish)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("didaftarkan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    registered_at = models.DateTimeField(_("didaftarkan pada"), db_default=Now())
    erased_at = models.DateTimeField(_("dihapus pada"), null=True, blank=True, editable=False)

    objects = ClientQuerySet.as_manager()

    class Meta:
        verbose_name = _("klien")
        verbose_name_plural = _("klien")
        constraints = (
            models.CheckConstraint(condition=Q(sex__in=Sex.values), name="client_sex_known"),
            models.CheckConstraint(
                condition=Q(nik_index="", nik_missing_reason__in=NikMissingReason.values)
                | (~Q(nik_index="") & Q(nik_missing_reason=""))
                | Q(nik_index="", erased_at__isnull=False),
                name="client_nik_or_reason",
                violation_error_message=_("Isi NIK, atau pilih alasan mengapa NIK tidak ada."),
            ),
            models.UniqueConstraint(
                fields=("institution", "nik_index"),
                condition=~Q(nik_index=""),
                name="client_unique_nik_in_institution",
            ),
        )
        indexes = (
            models.Index(fields=("nik_index",), condition=~Q(nik_index=""), name="client_by_nik"),
            models.Index(
                fields=("phone_index",), condition=~Q(phone_index=""), name="client_by_phone"
            ),
            models.Index(
                fields=("phone_end_index",),
                condition=~Q(phone_end_index=""),
                name="client_by_phone_end",
            ),
            models.Index(Upper("name"), "birth_date", name="client_by_name_and_birth"),
            models.Index(fields=("birth_date",), name="client_by_birth"),
            GinIndex(fields=("keys_index",), name="client_by_keys"),
            models.Index(fields=("institution", "-id"), name="client_by_institution"),
        )

    def __str__(self) -> str:
        return self.registration_number

    def save(self, *args: Any, **options: Any) -> None:
        fields = options.get("update_fields")
        if fields is not None:
            options["update_fields"] = with_indexes(Client, fields)
        super().save(*args, **options)

    def clean(self) -> None:
        super().clean()
        self.nik_index = index_of("nik", self.nik)
        self.phone_index = index_of("tel", self.phone)

    def age_on(self, day: date) -> int:
        return age_on(self.birth_date, day)

    @property
    def has_family(self) -> bool:
        """Somebody of the family is known; a friend or a neighbour is none."""
        return self.family_contacts.exclude(relation=FamilyRelation.OTHER).exists()


@tracked(by="client")
@fenced(by="client")
class FamilyContact(Versioned):
    client = models.ForeignKey(
        Client, verbose_name=_("klien"), on_delete=models.CASCADE, related_name="family_contacts"
    )
    name = SealedTextField(_("nama"), max_length=160, owner="client")
    relation = models.CharField(_("hubungan"), max_length=10, choices=FamilyRelation)
    phone = SealedTextField(_("telepon"), max_length=30, blank=True, owner="client")
    phone_index = BlindIndexField(of="phone", kind="tel")
    phone_end_index = BlindIndexField(of="phone", kind="tel_end")
    address = SealedTextField(_("alamat"), max_length=240, blank=True, owner="client")
    is_guardian = models.BooleanField(_("wali atau penanggung jawab"), default=False)
    may_be_contacted = models.BooleanField(_("klien setuju orang ini dihubungi"), default=False)

    class Meta:
        verbose_name = _("kontak keluarga")
        verbose_name_plural = _("kontak keluarga")
        indexes = (
            models.Index(
                fields=("phone_index",), condition=~Q(phone_index=""), name="family_by_phone"
            ),
            models.Index(
                fields=("phone_end_index",),
                condition=~Q(phone_end_index=""),
                name="family_by_phone_end",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **options: Any) -> None:
        fields = options.get("update_fields")
        if fields is not None:
            options["update_fields"] = with_indexes(FamilyContact, fields)
        super().save(*args, **options)
