"""Consent to the processing of personal data (UU 27/2022 art. 20-25): who, when, which text."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.enums import ConsentGiver, ConsentMethod, VitalReason
from clients.models.client import Client
from common.fence import fenced
from common.sealed import SealedTextField, is_written
from common.trail import tracked


class VitalInterestQuerySet(models.QuerySet["VitalInterest"]):
    def in_force(self) -> Self:
        return self.filter(ended_at__isnull=True)


@tracked(by="client")
@fenced(by="client")
class VitalInterest(models.Model):
    """On which ground a person's life was looked after before they could agree, and by whom (UU 27/2022 art. 20).

    It allows triage alone, and ends with the next consent. One that ended does not come back: when that consent is
    taken back, another row says why a life is at stake again.
    """

    client = models.ForeignKey(
        Client, verbose_name=_("klien"), on_delete=models.CASCADE, related_name="vital_interests"
    )
    reason = models.CharField(_("alasan"), max_length=12, choices=VitalReason)
    words = SealedTextField(_("keadaan klien"), owner="client")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"))
    ended_at = models.DateTimeField(_("berakhir pada"), null=True, blank=True)

    objects = VitalInterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("kepentingan vital")
        verbose_name_plural = _("kepentingan vital")
        constraints = (
            models.CheckConstraint(
                condition=Q(reason__in=VitalReason.values) & is_written("words"),
                name="vital_interest_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.client_id} {self.reason}"


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def current(self) -> "ConsentText":
        """The newest published text. A fresh database has one (`load_consent_text`)."""
        return self.order_by("-published_on", "-pk")[:1].get()


@tracked()
class ConsentText(models.Model):
    version = models.CharField(_("versi"), max_length=20, unique=True)
    body = models.TextField(_("isi"))
    published_on = models.DateField(_("terbit pada"))

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("naskah persetujuan")
        verbose_name_plural = _("naskah persetujuan")

    def __str__(self) -> str:
        return self.version


class ConsentQuerySet(models.QuerySet["Consent"]):
    def in_force(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


@tracked(by="client")
@fenced(by="client")
class Consent(models.Model):
    client = models.ForeignKey(
        Client, verbose_name=_("klien"), on_delete=models.CASCADE, related_name="consents"
    )
    text = models.ForeignKey(
        ConsentText, verbose_name=_("naskah"), on_delete=models.PROTECT, related_name="+"
    )
    given_by = models.CharField(_("diberikan oleh"), max_length=10, choices=ConsentGiver)
    guardian_name = SealedTextField(_("nama wali"), max_length=160, blank=True, owner="client")
    method = models.CharField(_("cara"), max_length=10, choices=ConsentMethod)
    given_on = models.DateField(_("diberikan pada"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), db_default=Now())
    withdrawn_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True)
    withdrawn_by = models.CharField(
        _("ditarik oleh"), max_length=10, choices=ConsentGiver, blank=True
    )
    withdrawal_note = SealedTextField(_("catatan penarikan"), blank=True, owner="client")
    withdrawal_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("penarikan dicatat oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("persetujuan")
        verbose_name_plural = _("persetujuan")
        constraints = (
            models.CheckConstraint(
                condition=Q(given_by=ConsentGiver.SELF) | is_written("guardian_name"),
                name="consent_guardian_is_named",
                violation_error_message=_("Isi nama wali yang memberi persetujuan."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.text_id} {self.given_on}"
