"""A list that somebody takes out of the house: what for, who agreed, and until when the file is there."""

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.enums import LEADS_PEOPLE, Role
from common.fence import MINE, fenced
from common.listings import LISTINGS, Listing, Query
from common.models import Answered, Job, ReadLog
from common.sealed.keyring import show
from common.trail import tracked
from exports.enums import Format, Purpose
from files.models import StoredFile
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User

LIFE = timedelta(hours=24)
WAITS = timedelta(days=7)
# More people than these take the consent of a second person.
ALONE = 500


class ExportQuerySet(models.QuerySet["Export"]):
    def visible_to(self, user: "User") -> Self:
        """One's own, and those that wait for one's consent."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        answers = Q(pk__in=())
        if user.role == Role.DATA_OFFICER:
            answers = Q(needs_consent=True)
        elif user.role in LEADS_PEOPLE:
            answers = Q(needs_consent=True, institution_id=user.institution_id)
        return self.filter(Q(asked_by=user) | answers)

    def of(self, user: "User") -> Self:
        return self.filter(asked_by=user)

    def for_answer_by(self, user: "User", at: datetime) -> Self:
        waiting = self.filter(needs_consent=True, answered_at=None, asked_at__gt=at - WAITS)
        return waiting.exclude(asked_by=user)

    def to_take(self, at: datetime) -> Self:
        return self.filter(file__isnull=False, until__gt=at)

    def over_at(self, at: datetime) -> Self:
        """Their file is still there and should not be."""
        return self.filter(file__isnull=False, until__lte=at)


@tracked(exclude=("query",))
@fenced(using=f"asked_by_id = app.me() OR app.watches() OR institution_id = {MINE}")
class Export(Answered):
    """`query` is what the list was narrowed to, hidden under the key file: somebody may have searched for a name.

    `written_down` is the row of the read log that names everybody in the file.
    Whoever asked gets the file, and nobody else; it goes `LIFE` after it was made.
    """

    listing = models.CharField(_("daftar"), max_length=30)
    query = models.TextField(_("saringan"), blank=True, editable=False)
    file_format = models.CharField(_("bentuk berkas"), max_length=5, choices=Format)
    purpose = models.CharField(_("keperluan"), max_length=20, choices=Purpose)
    reason = models.CharField(_("penjelasan keperluan"), max_length=160)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diminta oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("diminta pada"))
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    role = models.CharField(_("peran saat itu"), max_length=20, choices=Role)
    ip = models.GenericIPAddressField(_("alamat IP"), null=True, blank=True)
    rows = models.PositiveIntegerField(_("jumlah baris"))
    people = models.PositiveIntegerField(_("jumlah orang"))
    needs_consent = models.BooleanField(_("perlu persetujuan orang kedua"))
    agreed = models.BooleanField(_("disetujui"), null=True, blank=True)
    answer_note = models.CharField(_("catatan jawaban"), max_length=300, blank=True)
    job = models.OneToOneField(
        Job,
        verbose_name=_("pekerjaan latar"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="export",
    )
    file = models.OneToOneField(
        StoredFile,
        verbose_name=_("berkas"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="export",
    )
    written_down = models.ForeignKey(
        ReadLog,
        verbose_name=_("catatan akses"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,  # nothing is ever taken out of the log
        db_index=False,
    )
    made_at = models.DateTimeField(_("dibuat pada"), null=True, blank=True)
    until = models.DateTimeField(_("dapat diunduh sampai"), null=True, blank=True)

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("ekspor")
        verbose_name_plural = _("ekspor")
        constraints = (
            models.CheckConstraint(
                condition=Q(file_format__in=Format.values), name="export_format_known"
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values), name="export_purpose_known"
            ),
            models.CheckConstraint(
                condition=Q(people__lte=ALONE) | Q(needs_consent=True),
                name="export_of_many_needs_consent",
            ),
            models.CheckConstraint(
                condition=Q(agreed__isnull=True)
                | Q(answered_by__isnull=False, answered_at__isnull=False)
                & ~Q(answered_by=F("asked_by")),
                name="export_answered_by_another",
            ),
            models.CheckConstraint(
                condition=Q(job__isnull=True) | Q(needs_consent=False) | Q(agreed=True),
                name="export_made_with_consent",
            ),
            models.CheckConstraint(
                condition=Q(file__isnull=True) | Q(made_at__isnull=False, until__isnull=False),
                name="export_file_has_an_end",
            ),
        )
        indexes = (
            models.Index(fields=("asked_by", "-id"), name="export_by_asker"),
            models.Index(
                fields=("until",), name="export_to_purge", condition=Q(file__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.listing} {self.pk}"

    @property
    def hands(self) -> set[int | None]:
        return {self.asked_by_id}

    @property
    def list_taken(self) -> Listing:
        return LISTINGS[self.listing]

    @property
    def question(self) -> Query:
        asked: Query = json.loads(show(self.query)) if self.query else {}
        return asked

    @property
    def is_refused(self) -> bool:
        return self.agreed is False

    @property
    def people_in_file(self) -> list[int]:
        return self.written_down.client_ids if self.written_down else []

    def waits_at(self, at: datetime) -> bool:
        return self.needs_consent and self.answered_at is None and at < self.asked_at + WAITS

    def is_there_at(self, at: datetime) -> bool:
        return self.file_id is not None and self.until is not None and at < self.until
