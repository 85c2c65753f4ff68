-- How many places are taken, and when some will be free, is everybody's business who looks for one; by whom is not.
-- The views read with the rights of an owner who sees the nation, and give nothing but sums.

-- A place is held from the moment a transfer was accepted until the new placement stands.
CREATE VIEW app.occupancy AS
    SELECT institution_id, count(*) AS taken FROM (
        SELECT institution_id FROM care_placement WHERE status = ANY(%(care.models.placement.HOLDS_A_PLACE)s)
        UNION ALL
        SELECT institution_id FROM care_transfer WHERE status = ANY(%(care.models.transfer.HOLDS_A_PLACE)s)
    ) AS held
    WHERE institution_id IS NOT NULL
    GROUP BY institution_id;
ALTER VIEW app.occupancy OWNER TO app_keeper;

-- By the day, because the clock is read by who asks and not in here (docs/decisions/0019-order-of-places.md).
CREATE VIEW app.freeing AS
    SELECT institution_id, planned_end_on AS day, count(*) AS places FROM care_placement
    WHERE status = %(care.enums.PlacementStatus.ACTIVE)s
        AND institution_id IS NOT NULL AND planned_end_on IS NOT NULL
    GROUP BY institution_id, planned_end_on;
ALTER VIEW app.freeing OWNER TO app_keeper;
