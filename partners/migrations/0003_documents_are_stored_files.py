"""The column of an agreement's document stays, and what it names becomes a row of its own."""

import django.db.models.deletion
from django.db import migrations, models


# The triggers of the new table come after the migration, so its history is told here.
ADOPT = """
INSERT INTO files_storedfile (name, bound_to, kind, status, found, uploaded_by_id, uploaded_at)
    SELECT document, '', 'application/pdf', 'unscanned', '', recorded_by_id, coalesce(changed_at, now())
    FROM partners_agreement WHERE document <> '';
INSERT INTO files_storedfilehistory
    (pgh_created_at, pgh_label, id, name, key_id, bound_to, kind, status, found, scanned_at, uploaded_by_id, uploaded_at)
    SELECT now(), 'insert', id, name, key_id, bound_to, kind, status, found, scanned_at, uploaded_by_id, uploaded_at
    FROM files_storedfile WHERE name IN (SELECT document FROM partners_agreement);
UPDATE partners_agreement SET document = NULL WHERE document = '';
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_initial"),
        ("partners", "0002_institution_mail_domains_and_more"),
    ]

    operations = [
        migrations.AlterField(
            model_name="agreementhistory",
            name="document",
            field=models.CharField(db_column="document", max_length=100, null=True),
        ),
        migrations.RunSQL(
            "ALTER TABLE partners_agreement ALTER COLUMN document DROP NOT NULL",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(ADOPT, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="agreement",
            name="document",
            field=models.ForeignKey(
                blank=True,
                db_column="document",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="files.storedfile",
                to_field="name",
            ),
        ),
    ]
