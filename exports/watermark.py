"""What an export says of itself: who took it, when, what for, narrowed to what."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _, override

from common.dates import day
from common.templatetags.ui import moment
from exports.enums import Purpose
from exports.models import Export


# What is asked of whoever took it along; our own file is gone long before.
KEPT = timedelta(days=30)
LONGEST_PURPOSE = 200


def watermark(export: Export, at: datetime, *, rows: int, people: int) -> list[tuple[str, str]]:
    user = export.asked_by
    place = user.institution.name if user.institution else _("Seluruh Indonesia")
    return [
        (_("Daftar"), str(export.list_taken.label)),
        (_("Nomor ekspor"), str(export.pk)),
        (_("Dibuat oleh"), f"{user.name}, {user.get_role_display()}, {place}"),
        (_("Waktu"), moment(at)),
        (_("Keperluan"), f"{Purpose(export.purpose).label}: {export.reason}"),
        (_("Disetujui oleh"), _agreed(export)),
        (_("Saringan"), "; ".join(filters_of(export)) or _("tanpa saringan")),
        (_("Isi"), _("%(rows)d baris, %(people)d orang") % {"rows": rows, "people": people}),
        (_("Sistem"), f"{settings.PRODUCT_NAME}, {settings.LETTERHEAD}"),
        (
            _("Rahasia"),
            _(
                "Data pribadi menurut UU 27/2022. Hanya untuk keperluan di atas; hapus sesudah dipakai,"
                " paling lambat %(day)s."
            )
            % {"day": day(at + KEPT)},
        ),
    ]


def purpose_of(export: Export) -> str:
    """As the read log keeps it: in the language of the records."""
    with override(settings.LANGUAGE_CODE):
        return f"{Purpose(export.purpose).label}: {export.reason}"[:LONGEST_PURPOSE]


def filters_of(export: Export) -> list[str]:
    return export.list_taken.said(export.asked_by, export.question)


def _agreed(export: Export) -> str:
    if export.answered_by is None:
        return _("tidak diperlukan (paling banyak 500 orang)")
    return f"{export.answered_by.name}, {moment(export.answered_at)}"
