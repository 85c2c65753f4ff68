"""Rows that were there before the trail get one entry, so that each can be compared with its last change."""

from django.db import migrations


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


class Migration(migrations.Migration):
    dependencies = [
        ("common", "0002_trail"),
        ("accounts", "0003_trail"),
        ("care", "0003_trail"),
        ("clients", "0003_trail"),
        ("partners", "0003_trail"),
        ("screening", "0003_trail"),
    ]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
