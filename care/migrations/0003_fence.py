"""The institution fence around placements and after-care (docs/decisions/0014-fence.md)."""

from django.db import migrations

from common.fence import Fence, through


# How many places are taken is everybody's business who looks for one; by whom is not. The view reads with the
# rights of its owner, who sees the nation, and gives nothing but sums.
OCCUPANCY = """
CREATE VIEW app.occupancy AS
    SELECT institution_id, count(*) AS taken FROM care_placement
    WHERE status IN ('accepted', 'active') AND institution_id IS NOT NULL
    GROUP BY institution_id;
GRANT USAGE, CREATE ON SCHEMA app TO app_read;
GRANT SELECT ON care_placement TO app_read;
ALTER VIEW app.occupancy OWNER TO app_read;
REVOKE CREATE ON SCHEMA app FROM app_read;
"""


class Migration(migrations.Migration):
    dependencies = [("care", "0002_overlap_without_end"), ("screening", "0003_fence")]

    operations = [
        Fence("care_placement", through("clients_case", "case_id")),
        Fence("care_followup", through("clients_case", "case_id")),
        Fence("care_followupcontact", through("care_followup", "follow_up_id")),
        migrations.RunSQL(OCCUPANCY, "DROP VIEW app.occupancy"),
    ]
