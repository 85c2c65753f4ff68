"""Places that are planned to become free, beside those that are taken (docs/decisions/0019-order-of-places.md)."""

import django.db.models.deletion
from django.db import migrations, models


# Sums by the day and nothing about whose they are, read with the rights of an owner who sees the nation, as
# app.occupancy. By the day, because the clock is read by who asks and not in here.
FREEING = """
CREATE VIEW app.freeing AS
    SELECT institution_id, planned_end_on AS day, count(*) AS places FROM care_placement
    WHERE status = 'active' AND institution_id IS NOT NULL AND planned_end_on IS NOT NULL
    GROUP BY institution_id, planned_end_on;
GRANT USAGE, CREATE ON SCHEMA app TO app_read;
ALTER VIEW app.freeing OWNER TO app_read;
REVOKE CREATE ON SCHEMA app FROM app_read;
"""


class Migration(migrations.Migration):
    dependencies = [("care", "0006_trail"), ("partners", "0005_matching")]

    operations = [
        migrations.RunSQL(FREEING, "DROP VIEW app.freeing"),
        migrations.CreateModel(
            name="Freeing",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "institution_id",
                        "day",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partners.institution",
                        verbose_name="lembaga",
                    ),
                ),
                ("day", models.DateField(verbose_name="hari")),
                ("places", models.PositiveIntegerField(verbose_name="tempat")),
            ],
            options={
                "verbose_name": "tempat yang akan kosong",
                "verbose_name_plural": "tempat yang akan kosong",
                "db_table": 'app"."freeing',
                "managed": False,
            },
        ),
    ]
