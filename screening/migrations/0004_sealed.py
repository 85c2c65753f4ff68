import django.db.models.lookups
from django.db import migrations, models

import common.sealed.fields
from common.sealed.migrating import SealText


class Migration(migrations.Migration):
    dependencies = [
        ("screening", "0003_fence"),
        ("clients", "0007_sealed"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="routingdecision",
            name="decision_override_has_reason",
        ),
        SealText(
            model_name="routingdecision",
            name="reason",
            field=common.sealed.fields.SealedTextField(
                blank=True, owner="screening.case.client", verbose_name="penjelasan"
            ),
        ),
        migrations.AddConstraint(
            model_name="routingdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("base", models.F("proposed_base")), ("override_code", "")),
                    models.Q(
                        models.Q(("base", models.F("proposed_base")), _negated=True),
                        models.Q(("override_code", ""), _negated=True),
                        django.db.models.lookups.GreaterThan(
                            models.Func(
                                models.F("reason"),
                                function="octet_length",
                                output_field=models.IntegerField(),
                            ),
                            0,
                        ),
                    ),
                    _connector="OR",
                ),
                name="decision_override_has_reason",
                violation_error_message="Keputusan yang berbeda dari usulan memerlukan alasan.",
            ),
        ),
    ]
