"""The trail begins: rows that were there before get one entry, and the copies stand behind the same fence."""

from django.db import migrations

from common.fence import Fence, through


APPS = ("accounts", "care", "clients", "partners", "screening")
BEGIN = """
    INSERT INTO "{history}" ({columns}, pgh_created_at, pgh_label)
    SELECT {columns}, now(), 'begin' FROM "{table}" AS present
    WHERE NOT EXISTS (SELECT FROM "{history}" AS known WHERE known.id = present.id)
"""


def begin(apps, schema_editor):
    for label in APPS:
        for history in apps.get_app_config(label).get_models():
            if history.__name__.endswith("History"):
                tracked = apps.get_model(label, history.__name__.removesuffix("History"))
                schema_editor.execute(_entries(history._meta, tracked._meta))  # noqa: SLF001


def _entries(history, tracked):
    columns = [field.column for field in history.concrete_fields]
    copied = ", ".join(f'"{name}"' for name in columns if not name.startswith("pgh_"))
    return BEGIN.format(history=history.db_table, table=tracked.db_table, columns=copied)


# A copy is seen by whoever sees the row that it hangs on. It is written by the trigger alone, and after a
# deletion that row may be gone, so nothing is asked of what is written; `verify_history` finds what is forged.
CASE = through("clients_case", "case_id")
CLIENT = through("clients_client", "client_id")
SEEN = {
    "clients_clienthistory": through("clients_client", "clients_clienthistory.id"),
    "clients_breakglasshistory": through("clients_breakglass", "clients_breakglasshistory.id"),
    "clients_casehistory": through("clients_case", "clients_casehistory.id"),
    "clients_consenthistory": CLIENT,
    "clients_familycontacthistory": CLIENT,
    "clients_sharehistory": CLIENT,
    "clients_caseeventhistory": CASE,
    "clients_casesupporterhistory": CASE,
    "screening_screeninghistory": CASE,
    "screening_routingdecisionhistory": through("screening_screening", "screening_id"),
    "care_placementhistory": CASE,
    "care_followuphistory": CASE,
    "care_followupcontacthistory": through("care_followup", "follow_up_id"),
}

# The sealer only reads, and the lock that shows it a firm end (common.sealing) needs more than reading.
HORIZON = """
CREATE FUNCTION app.trail_horizon(name regclass, key name) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE highest bigint;
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_trigger WHERE tgrelid = name AND tgname LIKE 'pgtrigger_append_only_%'
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only tables of the trail are sealed';
    END IF;
    EXECUTE format('LOCK TABLE %s IN SHARE MODE', name);
    EXECUTE format('SELECT coalesce(max(%I), 0) FROM %s', key, name) INTO highest;
    RETURN highest;
END $$;
REVOKE EXECUTE ON FUNCTION app.trail_horizon(regclass, name) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.trail_horizon(regclass, name) TO app_read;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("common", "0006_trail"),
        ("accounts", "0006_trail"),
        ("care", "0006_trail"),
        ("clients", "0010_trail"),
        ("partners", "0004_trail"),
        ("screening", "0005_trail"),
    ]

    operations = [
        migrations.RunPython(begin, migrations.RunPython.noop),
        *(Fence(table, seen, "true") for table, seen in SEEN.items()),
        migrations.RunSQL(HORIZON, "DROP FUNCTION app.trail_horizon(regclass, name)"),
    ]
