"""A vital interest ends with the next consent; where one was given already, it ended then."""

from django.db import migrations, models


ENDED = """
UPDATE clients_vitalinterest AS vital SET ended_at = given.at
    FROM (SELECT client_id, max(recorded_at) AS at FROM clients_consent GROUP BY client_id) AS given
    WHERE given.client_id = vital.client_id AND given.at >= vital.recorded_at;
SET CONSTRAINTS ALL IMMEDIATE;
"""


def column() -> models.DateTimeField:
    return models.DateTimeField(blank=True, null=True)


class Migration(migrations.Migration):
    holds_because = "few people are received before they can agree"
    dependencies = [
        ("clients", "0009_needs"),
    ]

    operations = [
        migrations.AddField(model_name="vitalinterest", name="ended_at", field=column()),
        migrations.AddField(model_name="vitalinteresthistory", name="ended_at", field=column()),
        migrations.RunSQL(ENDED, migrations.RunSQL.noop),
    ]
