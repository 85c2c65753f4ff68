"""Provinces and regencies under the Home Ministry's codes (Kemendagri), 38 and 514."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.trail import untracked
from regions.enums import TimeZone


@untracked("published reference data, loaded whole")
class Province(models.Model):
    code = models.CharField(_("kode"), max_length=2, primary_key=True)
    name = models.CharField(_("nama"), max_length=60, unique=True)
    time_zone = models.CharField(_("zona waktu"), max_length=20, choices=TimeZone)

    class Meta:
        verbose_name = _("provinsi")
        verbose_name_plural = _("provinsi")

    def __str__(self) -> str:
        return self.name


@untracked("published reference data, loaded whole")
class Regency(models.Model):
    """A kabupaten or kota; `code` is its four digits without the dot ("3271")."""

    code = models.CharField(_("kode"), max_length=4, primary_key=True)
    province = models.ForeignKey(
        Province, verbose_name=_("provinsi"), on_delete=models.PROTECT, related_name="regencies"
    )
    name = models.CharField(_("nama"), max_length=80)

    class Meta:
        verbose_name = _("kabupaten/kota")
        verbose_name_plural = _("kabupaten/kota")

    def __str__(self) -> str:
        return self.name
