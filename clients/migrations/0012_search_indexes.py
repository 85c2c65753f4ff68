from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("clients", "0011_search_keys"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="client",
            index=models.Index(
                condition=models.Q(("phone_end_index", ""), _negated=True),
                fields=["phone_end_index"],
                name="client_by_phone_end",
            ),
        ),
        AddIndexConcurrently(
            model_name="client",
            index=models.Index(fields=["birth_date"], name="client_by_birth"),
        ),
        AddIndexConcurrently(
            model_name="client",
            index=GinIndex(fields=["keys_index"], name="client_by_keys"),
        ),
        AddIndexConcurrently(
            model_name="familycontact",
            index=models.Index(
                condition=models.Q(("phone_index", ""), _negated=True),
                fields=["phone_index"],
                name="family_by_phone",
            ),
        ),
        AddIndexConcurrently(
            model_name="familycontact",
            index=models.Index(
                condition=models.Q(("phone_end_index", ""), _negated=True),
                fields=["phone_end_index"],
                name="family_by_phone_end",
            ),
        ),
    ]
