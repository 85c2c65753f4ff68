"""The institution fence around screenings (docs/decisions/0014-fence.md)."""

from django.db import migrations

from common.fence import Fence, through


class Migration(migrations.Migration):
    dependencies = [("screening", "0002_draft_by_section"), ("clients", "0009_fence")]

    operations = [
        Fence("screening_screening", through("clients_case", "case_id")),
        Fence("screening_routingdecision", through("screening_screening", "screening_id")),
    ]
