"""One section of what is filled in over time: an assessment, or an interview about outcomes."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.sealed import Erased


class Part(models.Model):
    """Coded `answers`, free `words` (a JSON object of texts), an instrument's `result`: all sealed, so each table has its own.

    `code` is a section's or an instrument's; `version` the instrument's. `revision` counts its savings:
    whoever saves from an older page is told so.
    """

    answers: Any
    words: Any
    result: Any

    code = models.CharField(_("bagian"), max_length=20)
    version = models.CharField(_("versi"), max_length=10, blank=True)
    is_complete = models.BooleanField(_("lengkap"), default=False)
    revision = models.PositiveIntegerField(_("revisi"), default=0)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("disimpan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    saved_at = models.DateTimeField(_("disimpan pada"))

    class Meta:
        abstract = True

    @property
    def texts(self) -> dict[str, str]:
        """The free words by question; none are left of a person who was erased."""
        if not self.words or isinstance(self.words, Erased):
            return {}
        read: dict[str, str] = json.loads(self.words)
        return read

    @texts.setter
    def texts(self, given: dict[str, str]) -> None:
        self.words = json.dumps(given, ensure_ascii=False) if given else ""
