from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from clients.models import ConsentText


BODY = """Saya sudah dijelaskan dengan bahasa yang saya mengerti bahwa:

1. Data saya (identitas, kesehatan, penggunaan zat, keluarga, dan status hukum) dicatat dalam sistem ATENSI KPN untuk keperluan rehabilitasi sosial saya.
2. Data itu hanya dibuka oleh petugas lembaga yang melayani saya, dan setiap pembukaan dicatat.
3. Data dibagikan kepada lembaga penerima hanya untuk penempatan dan layanan saya.
4. Laporan kepada kementerian hanya memuat angka, tanpa nama saya.
5. Saya boleh meminta salinan, meminta perbaikan, dan menarik persetujuan ini kapan saja tanpa kehilangan hak atas layanan darurat.

Saya menyetujui hal tersebut dengan sukarela."""


class Command(BaseCommand):
    help = (
        "Publish the first consent text where there is none, so that intake works; may run twice. "
        "After migrate, not in it: there no trigger would note it in the trail."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not ConsentText.objects.exists():
            ConsentText.objects.create(version="2026.1", body=BODY, published_on=date(2026, 1, 1))
