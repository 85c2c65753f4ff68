"""The machinery's own tables. None of them is about a person."""

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from common.enums import JobStatus, ReadAction
from common.errors import StaleVersion
from common.trail import append_only, untracked


class Versioned(models.Model):
    """A row that people edit over time. Who saves says which version they saw; nobody overwrites the unseen."""

    version = models.PositiveIntegerField(_("versi"), default=1, db_default=1, editable=False)
    changed_at = models.DateTimeField(_("diubah pada"), null=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diubah oleh"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    VERSION_COLUMNS: ClassVar = ("version", "changed_at", "changed_by")

    class Meta:
        abstract = True

    def become_next_version(self, seen: int, *, actor: Any, at: datetime) -> None:
        """Before a change is saved, under the row's lock: only there the look holds until the commit."""
        if self.version != seen:
            raise StaleVersion(self)
        self.version += 1
        self.changed_by, self.changed_at = actor, at


class Answered(models.Model):
    """Something that was asked of others: who answered it, when, and (`answer_note` of the model) in which words."""

    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dijawab oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)
    answer_note: Any

    ANSWER_COLUMNS: ClassVar = ("answered_by", "answered_at", "answer_note")

    class Meta:
        abstract = True

    def take_answer(self, note: str, *, actor: Any, at: datetime) -> None:
        """The caller saves `ANSWER_COLUMNS`."""
        self.answer_note, self.answered_by, self.answered_at = note, actor, at


class WrittenByMany(models.Model):
    """Something that several people write before another person answers for it."""

    writers = ArrayField(
        models.BigIntegerField(), verbose_name=_("penulis"), default=list, editable=False
    )

    class Meta:
        abstract = True

    def add_writer(self, user_id: int) -> None:
        """The caller saves `writers`."""
        self.writers = sorted({*self.writers, user_id})


@untracked("machinery: its row changes with every step of the work")
class Job(models.Model):
    """A piece of background work: the ledger, of which the queue's message is only the bell.

    `kind` and `key` together are the work's meaning, so asking twice finds the same row.
    """

    kind = models.CharField(_("jenis"), max_length=40)
    key = models.CharField(_("kunci"), max_length=120)
    status = models.CharField(
        _("status"), max_length=10, choices=JobStatus, default=JobStatus.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    done = models.PositiveIntegerField(_("langkah selesai"), default=0)
    total = models.PositiveIntegerField(_("jumlah langkah"), default=0)
    message = models.CharField(_("pesan"), max_length=200, blank=True)
    error = models.TextField(_("kesalahan"), blank=True)
    payload = models.JSONField(_("muatan"), default=dict, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diminta oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("dibuat pada"), db_default=Now())
    lease_until = models.DateTimeField(_("disewa sampai"), null=True, blank=True)
    finished_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("pekerjaan latar")
        verbose_name_plural = _("pekerjaan latar")
        constraints = (
            models.UniqueConstraint(fields=("kind", "key"), name="job_unique_meaning"),
            models.CheckConstraint(
                condition=models.Q(status__in=JobStatus.values), name="job_status_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"

    @property
    def is_over(self) -> bool:
        return self.status in {JobStatus.DONE, JobStatus.FAILED}

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.total) if self.total else 0


@untracked("append-only and sealed itself")
class ReadLog(models.Model):
    """Who looked at whom, when and what for (UU 27/2022 art. 31: processing must be recorded)."""

    at = models.DateTimeField(_("waktu"), db_default=Now())
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pengguna"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    role = models.CharField(_("peran saat itu"), max_length=20, blank=True)
    action = models.CharField(_("tindakan"), max_length=12, choices=ReadAction)
    client_ids = ArrayField(models.BigIntegerField(), verbose_name=_("klien"))
    purpose = models.CharField(_("keperluan"), max_length=200, blank=True)
    request_id = models.UUIDField(_("permintaan"), null=True, blank=True)
    ip = models.GenericIPAddressField(_("alamat IP"), null=True, blank=True)

    class Meta:
        verbose_name = _("catatan akses")
        verbose_name_plural = _("catatan akses")
        indexes = (
            GinIndex(fields=("client_ids",), name="readlog_client_ids"),
            models.Index(fields=("user", "-id"), name="readlog_by_user"),
        )
        triggers = (append_only(),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"


@untracked("append-only itself, and chained")
class AuditSeal(models.Model):
    """One hash over the rows of `table` with ids after `after_id` up to `upto_id`, chained to the seal before."""

    number = models.BigIntegerField(_("nomor"), primary_key=True)
    at = models.DateTimeField(_("waktu"))
    table = models.CharField(_("tabel"), max_length=63)
    columns = ArrayField(models.CharField(max_length=63), verbose_name=_("kolom"))
    after_id = models.BigIntegerField(_("sesudah"))
    upto_id = models.BigIntegerField(_("sampai"))
    rows = models.PositiveIntegerField(_("jumlah baris"))
    previous = models.CharField(_("segel sebelumnya"), max_length=64, unique=True)
    sha256 = models.CharField(_("sidik jari SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("segel jejak")
        verbose_name_plural = _("segel jejak")
        indexes = (models.Index(fields=("table", "-number"), name="seal_by_table"),)
        triggers = (append_only(),)

    def __str__(self) -> str:
        return f"{self.number} {self.table}"


@untracked("the last number given out; the numbers stand on the rows that got them")
class Counter(models.Model):
    """The last number given out in a series ("client:26", "report:26")."""

    name = models.CharField(_("deret"), max_length=40, primary_key=True)
    last = models.PositiveIntegerField(_("nomor terakhir"), default=0)

    class Meta:
        verbose_name = _("deret nomor")
        verbose_name_plural = _("deret nomor")

    def __str__(self) -> str:
        return f"{self.name}: {self.last}"


@untracked("machinery: counted anew every minute")
class Summary(models.Model):
    """Sums over the whole nation as they were at a moment: what pages show, and papers never (`common.summary`)."""

    name = models.CharField(_("nama"), max_length=40, primary_key=True)
    figures = models.JSONField(_("angka"))
    counted_at = models.DateTimeField(_("dihitung pada"))

    class Meta:
        verbose_name = _("angka nasional")
        verbose_name_plural = _("angka nasional")

    def __str__(self) -> str:
        return f"{self.name} {self.counted_at:%Y-%m-%d %H:%M:%S}"


@untracked("machinery, forgotten after a month")
class IdempotencyKey(models.Model):
    """What came of something sent once. Never what was sent: a keyed fingerprint, and where it led."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pengguna"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    key = models.CharField(_("kunci"), max_length=64)
    fingerprint = models.CharField(_("sidik kiriman"), max_length=64)
    status = models.PositiveSmallIntegerField(_("status jawaban"), default=0)
    location = models.TextField(_("alamat jawaban"), blank=True)
    reference = models.JSONField(_("rujukan"), default=dict, blank=True)
    created_at = models.DateTimeField(_("dibuat pada"), db_default=Now())

    class Meta:
        verbose_name = _("kunci kiriman")
        verbose_name_plural = _("kunci kiriman")
        constraints = (
            models.UniqueConstraint(fields=("user", "key"), name="idempotency_one_of_each_person"),
        )

    def __str__(self) -> str:
        return self.key


@untracked("keys, once destroyed, of which no copy may be left")
class DataKey(models.Model):
    """The key of one person's sealed fields, itself wrapped by the key `kek` of the key file.

    `Client.key_id` names it, without a foreign key: deleting the row is how a person is forgotten.
    """

    id = models.UUIDField(primary_key=True)
    kek = models.CharField(_("kunci pembungkus"), max_length=40)
    wrapped = models.BinaryField(_("kunci terbungkus"))

    class Meta:
        verbose_name = _("kunci data")
        verbose_name_plural = _("kunci data")

    def __str__(self) -> str:
        return f"{self.pk} ({self.kek})"
