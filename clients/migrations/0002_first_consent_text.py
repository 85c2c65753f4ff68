"""The first consent text, so that intake works on a fresh database; later versions are added as reference data."""

from datetime import date

from django.db import migrations


BODY = """Saya sudah dijelaskan dengan bahasa yang saya mengerti bahwa:

1. Data saya (identitas, kesehatan, penggunaan zat, keluarga, dan status hukum) dicatat dalam sistem ATENSI KPN untuk keperluan rehabilitasi sosial saya.
2. Data itu hanya dibuka oleh petugas lembaga yang melayani saya, dan setiap pembukaan dicatat.
3. Data dibagikan kepada lembaga penerima hanya untuk penempatan dan layanan saya.
4. Laporan kepada kementerian hanya memuat angka, tanpa nama saya.
5. Saya boleh meminta salinan, meminta perbaikan, dan menarik persetujuan ini kapan saja tanpa kehilangan hak atas layanan darurat.

Saya menyetujui hal tersebut dengan sukarela."""


def publish(apps, schema_editor):
    apps.get_model("clients", "ConsentText").objects.get_or_create(
        version="2026.1", defaults={"body": BODY, "published_on": date(2026, 1, 1)}
    )


class Migration(migrations.Migration):
    dependencies = [("clients", "0001_initial")]

    operations = [migrations.RunPython(publish, migrations.RunPython.noop)]
