import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("screening", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="screening",
            name="visited",
            field=models.JSONField(
                blank=True, default=dict, verbose_name="revisi terakhir tiap bagian"
            ),
        ),
        migrations.AddField(
            model_name="screening",
            name="saved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="draf disimpan oleh",
            ),
        ),
    ]
