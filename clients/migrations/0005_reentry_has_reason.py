from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0004_reentry"),
    ]

    operations = [
        ValidateConstraint(model_name="case", name="case_reentry_has_reason"),
    ]
