"""The column of a proof's file stays, and what it names becomes a row of its own, which also says of which kind it is.

In the histories the kind stays where it is: the seals cover it.
"""

import django.db.models.deletion
from django.db import migrations, models


TABLES = ("aid", "training")
# The triggers of the new table come after the migration, so its history is told here.
ADOPT = """
INSERT INTO files_storedfile (name, key_id, bound_to, kind, status, found, uploaded_by_id, uploaded_at)
    SELECT proof.file, clients_client.key_id, 'care.paper', proof.file_kind, 'unscanned', '', given.recorded_by_id, given.recorded_at
    FROM care_{table} AS proof
    JOIN care_delivery AS given ON given.id = proof.delivery_id
    JOIN clients_case ON clients_case.id = given.case_id
    JOIN clients_client ON clients_client.id = clients_case.client_id
    WHERE proof.file <> '';
INSERT INTO files_storedfilehistory
    (pgh_created_at, pgh_label, id, name, key_id, bound_to, kind, status, found, scanned_at, uploaded_by_id, uploaded_at)
    SELECT now(), 'insert', id, name, key_id, bound_to, kind, status, found, scanned_at, uploaded_by_id, uploaded_at
    FROM files_storedfile WHERE name IN (SELECT file FROM care_{table});
UPDATE care_{table} SET file = NULL WHERE file = '';
SET CONSTRAINTS ALL IMMEDIATE;
"""
WITHOUT = "ALTER TABLE care_{table}history ALTER COLUMN file_kind SET DEFAULT ''"
MAY_BE_NONE = "ALTER TABLE care_{table} ALTER COLUMN file DROP NOT NULL"


def column() -> models.ForeignKey:
    return models.ForeignKey(
        blank=True,
        db_column="file",
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="files.storedfile",
        to_field="name",
    )


def steps(table: str) -> list[migrations.operations.base.Operation]:
    return [
        migrations.AlterField(
            model_name=f"{table}history",
            name="file",
            field=models.CharField(db_column="file", max_length=100, null=True),
        ),
        migrations.RunSQL(MAY_BE_NONE.format(table=table), migrations.RunSQL.noop),
        migrations.RunSQL(ADOPT.format(table=table), migrations.RunSQL.noop),
        migrations.AlterField(model_name=table, name="file", field=column()),
        migrations.RemoveField(model_name=table, name="file_kind"),
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(WITHOUT.format(table=table), migrations.RunSQL.noop)],
            [migrations.RemoveField(model_name=f"{table}history", name="file_kind")],
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_initial"),
        ("care", "0002_serviceplan_writers_serviceplanhistory_writers_and_more"),
        ("clients", "0001_initial"),
    ]

    operations = [step for table in TABLES for step in steps(table)]
