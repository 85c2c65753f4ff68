"""What the API itself refuses, before any rule about people is asked."""

from django.utils.translation import gettext_lazy
from rest_framework.exceptions import APIException


class KeyMissing(APIException):
    status_code = 400
    default_code = "idempotency_key_missing"
    default_detail = gettext_lazy(
        "Kirim kepala Idempotency-Key dengan UUID baru untuk tiap tulisan."
    )


class VersionMissing(APIException):
    status_code = 428
    default_code = "version_missing"
    default_detail = gettext_lazy("Kirim kepala If-Match dengan ETag dari pembacaan terakhir.")


class VersionStale(APIException):
    status_code = 412
    default_code = "version_stale"
    default_detail = gettext_lazy(
        "Data ini sudah diubah sejak terakhir dibaca. Baca lagi, lalu ulangi."
    )


class TooLong(APIException):
    status_code = 413
    default_code = "too_long"
    default_detail = gettext_lazy("Isi permintaan terlalu panjang.")
