-- One's position among those who wait for the same is one's own business; who the others are is not. The view reads
-- with the rights of an owner who sees the nation, and gives nothing but numbers: by risk, then by time.
CREATE VIEW app.waiting_place AS
    SELECT entry.id AS entry_id, entry.institution_id,
        row_number() OVER (PARTITION BY entry.institution_id, entry.province_id, sought.base ORDER BY
            coalesce(array_position(%(care.models.waiting.URGENCY)s, coalesce(nullif(sought.found_risk, ''), sought.risk)::text), 99),
            entry.queued_at, entry.id) AS position,
        count(*) OVER (PARTITION BY entry.institution_id, entry.province_id, sought.base) AS total
    FROM care_waitingentry AS entry JOIN clients_case AS sought ON sought.id = entry.case_id
    WHERE entry.status = ANY(%(care.enums.IN_QUEUE)s) AND sought.status = %(clients.enums.CaseStatus.PLACEMENT)s;
ALTER VIEW app.waiting_place OWNER TO app_keeper;
