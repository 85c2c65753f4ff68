"""One row for each file that somebody brought; the file itself lies in the storage, under a name of ours."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from common.fence import replaced_whole
from common.trail import tracked
from files.enums import FileKind, ScanStatus


def new_name() -> str:
    """Tells nothing; what the person's own file was called stays outside."""
    number = uuid4().hex
    return f"files/{number[:2]}/{number}"


@replaced_whole
@tracked(exclude=("own_key",))
class StoredFile(models.Model):
    """Whatever has a file points here. `key_id` names the data key of the person whom it is about, if there is one.

    What is about many people has a key of its own, hidden under the key file, that goes with the row.

    What the scanner found is written by `app.file_scanned` alone (files/sql/scanning.sql).
    """

    name = models.CharField(_("nama di penyimpanan"), max_length=100, unique=True, editable=False)
    key_id = models.UUIDField(_("kunci data"), null=True, blank=True, editable=False)
    own_key = models.TextField(_("kunci sendiri"), blank=True, editable=False)
    # What version 0.2 sealed, as text and bound to this word instead of the file's name.
    bound_to = models.CharField(_("terikat pada"), max_length=40, blank=True, editable=False)
    kind = models.CharField(_("jenis"), max_length=80, choices=FileKind)
    status = models.CharField(
        _("pemindaian"), max_length=10, choices=ScanStatus, default=ScanStatus.UNSCANNED
    )
    found = models.CharField(_("yang ditemukan"), max_length=120, blank=True)
    scanned_at = models.DateTimeField(_("dipindai pada"), null=True, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diunggah oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("diunggah pada"), db_default=Now())

    class Meta:
        verbose_name = _("berkas unggahan")
        verbose_name_plural = _("berkas unggahan")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=FileKind.values), name="file_kind_known"),
            models.CheckConstraint(
                condition=Q(status__in=ScanStatus.values), name="file_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status=ScanStatus.UNSCANNED) | Q(scanned_at__isnull=False),
                name="file_scanned_when",
            ),
            models.CheckConstraint(
                condition=Q(own_key="") | Q(key_id__isnull=True), name="file_has_one_key"
            ),
        )
        indexes = (
            models.Index(
                fields=("id",), name="file_unscanned", condition=Q(status=ScanStatus.UNSCANNED)
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_sealed(self) -> bool:
        return self.key_id is not None or bool(self.own_key)

    @property
    def is_bad(self) -> bool:
        return self.status == ScanStatus.BAD

    @property
    def is_held(self) -> bool:
        """Nobody gets it: the scanner has not said yet that it is clean, or has said that it is not."""
        return self.is_bad or (bool(settings.CLAMD_URL) and self.status != ScanStatus.CLEAN)

    def file_name(self, stem: str) -> str:
        return f"{stem}.{FileKind(self.kind).ending}"
