"""Errors that a person can act on."""

from typing import Any

from django.utils.translation import gettext as _


class DomainError(Exception):
    """The request is well formed, but the state of things forbids it.

    `message` is a sentence for the person, `field` the form field it concerns (None: the whole form),
    `code` a stable word for tests and the API.
    """

    def __init__(self, message: str, *, code: str = "refused", field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field


class StaleVersion(DomainError):
    """Somebody saved this row after the sender had opened it; `row` is the row as it stands, under its lock."""

    def __init__(self, row: Any) -> None:
        super().__init__(
            _("Data ini sudah diubah orang lain sejak Anda membukanya."), code="stale_version"
        )
        self.row = row
