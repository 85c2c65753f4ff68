from django.contrib.postgres.search import SearchVectorField
from django.db import migrations

import common.sealed.fields


def _number(kind: str) -> common.sealed.fields.BlindIndexField:
    return common.sealed.fields.BlindIndexField(
        blank=True, editable=False, kind=kind, max_length=64, of="phone"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0010_vital_interest_ends"),
    ]

    # Filled by `manage.py fill_search_keys`: telephones are sealed, and no migration has the keys.
    operations = [
        migrations.AddField(
            model_name="client",
            name="keys_index",
            field=SearchVectorField(editable=False, null=True),
        ),
        migrations.AddField(model_name="client", name="phone_end_index", field=_number("tel_end")),
        migrations.AddField(
            model_name="familycontact", name="phone_end_index", field=_number("tel_end")
        ),
        migrations.AddField(model_name="familycontact", name="phone_index", field=_number("tel")),
    ]
