-- What waits for somebody: the one definition, and the table that is kept by it (docs/decisions/0028-what-waits.md).
--
-- late_from is the first day on which a thing is late; nothing else says so. person_id is who it waits for by name;
-- without one it is any colleague at at_institution_id (or also_at_id) whom `audience` names, never anybody
-- of not_people or whom they invited.
-- Answers that nobody else set a day for are due within two days (clients.deadlines.APPROVE_DAYS).

CREATE FUNCTION app.day_of(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS
$$ SELECT (at AT TIME ZONE 'Asia/Jakarta')::date $$;


-- Whoever began a draft goes on with it, unless they are not let in any more or carry the case no longer: then its lead.
CREATE FUNCTION app.holder(the_case bigint, lead bigint, starter bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN starter = lead OR EXISTS (
        SELECT FROM accounts_user AS who WHERE who.id = starter AND who.is_active AND (who.role <> 'social_worker' OR EXISTS (
            SELECT FROM clients_case_supporters AS beside WHERE beside.case_id = the_case AND beside.user_id = starter)))
        THEN starter ELSE lead END
$$;

CREATE VIEW app.waits_of_cases WITH (security_invoker = true) AS
WITH cases AS NOT MATERIALIZED (
    SELECT id, client_id, institution_id, care_institution_id, lead_worker_id, status, next_step, next_due_on, is_current, service_started_on,
        CASE coalesce(nullif(found_risk, ''), risk) WHEN 'high' THEN 1 WHEN 'moderate' THEN 2 ELSE 3 END AS urgency
    FROM clients_case WHERE status <> 'closed'
)
SELECT 'step' AS kind, one.id AS row_id, one.next_step AS what, one.client_id, one.id AS case_id,
    one.institution_id, one.institution_id AS at_institution_id,
    CASE WHEN one.next_step IN ('start_service', 'review', 'follow_up') AND one.care_institution_id <> one.institution_id
        THEN one.care_institution_id END AS also_at_id,
    -- Whoever the plan of after-care names makes its calls.
    CASE WHEN one.next_step = 'follow_up' THEN coalesce(
            (SELECT agreed.contact_by_id FROM care_aftercareplan AS agreed WHERE agreed.case_id = one.id), one.lead_worker_id)
        WHEN one.next_step <> 'second_assessment' THEN one.lead_worker_id END AS person_id,
    '' AS audience, NULL::bigint[] AS not_people, one.next_due_on AS due_on,
    -- Who is to be called on may be called until the window closes.
    1 + CASE WHEN one.next_step = 'follow_up' THEN coalesce(
        (SELECT min(point.window_ends_on) FROM care_followup AS point
            WHERE point.case_id = one.id AND point.status = 'planned'), one.next_due_on)
        ELSE one.next_due_on END AS late_from,
    NULL::date AS falls_on, NULL::date AS from_on, NULL::date AS until_on,
    CASE WHEN one.next_step = 'retriage' THEN 0 ELSE one.urgency END AS urgency
FROM cases AS one WHERE one.is_current AND one.next_step <> ''
    -- Who has been sent to a clinician waits for the result, which is a row of its own.
    AND NOT (one.next_step = 'retriage' AND EXISTS (
        SELECT FROM safety_medicalreferral AS sent WHERE sent.case_id = one.id AND NOT EXISTS (
            SELECT FROM safety_medicalresult AS told WHERE told.referral_id = sent.id)))
UNION ALL
-- A clinician's word; once the leaders were told that it is overdue, it is late and waits for them too.
SELECT 'referral', sent.id, '', one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), one.lead_worker_id, '', NULL, app.day_of(sent.due_at),
    least(app.day_of(sent.due_at) + 1, app.day_of(sent.told_at)), NULL, NULL, NULL, 0
FROM cases AS one JOIN safety_medicalreferral AS sent ON sent.case_id = one.id
WHERE NOT EXISTS (SELECT FROM safety_medicalresult AS told WHERE told.referral_id = sent.id)
UNION ALL
SELECT 'referral_late', sent.id, '', one.client_id, one.id, one.institution_id, one.institution_id, NULL,
    NULL, 'leaders', NULL, app.day_of(sent.due_at), app.day_of(sent.told_at), NULL, NULL, NULL, 0
FROM cases AS one JOIN safety_medicalreferral AS sent ON sent.case_id = one.id
WHERE sent.told_at IS NOT NULL AND NOT EXISTS (SELECT FROM safety_medicalresult AS told WHERE told.referral_id = sent.id)
UNION ALL
-- A danger at home: somebody is to be called; then another person, who leads, says that it is settled.
SELECT 'concern', raised.id, raised.what, one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), one.lead_worker_id, '', NULL, app.day_of(raised.call_by),
    app.day_of(raised.call_by) + 1, NULL, NULL, NULL, 0
FROM cases AS one JOIN safety_concern AS raised ON raised.case_id = one.id
WHERE raised.settled_at IS NULL AND raised.acted_at IS NULL
UNION ALL
SELECT 'protection', raised.id, raised.what, one.client_id, one.id, one.institution_id, one.institution_id, NULL,
    NULL, 'leaders', raised.hands, NULL, NULL, NULL, NULL, NULL, 0
FROM cases AS one JOIN safety_concern AS raised ON raised.case_id = one.id
WHERE raised.settled_at IS NULL
UNION ALL
SELECT 'task', task.id, task.kind, one.client_id, one.id, one.institution_id, task.institution_id, NULL,
    task.owner_id, '', NULL, task.due_on,
    -- These are added because something is late already.
    CASE WHEN task.kind IN ('arrival', 'escalation', 'start_care')
        THEN least(task.due_on, app.day_of(task.added_at)) ELSE task.due_on + 1 END,
    CASE WHEN task.kind IN ('escalation', 'start_care') THEN task.due_on END, NULL, NULL,
    CASE WHEN task.kind IN ('safety', 'retriage') THEN 0 ELSE one.urgency END
FROM cases AS one JOIN clients_casetask AS task ON task.case_id = one.id WHERE task.status = 'open'
UNION ALL
SELECT 'request', asked.id, '', one.client_id, one.id, one.institution_id, asked.institution_id, NULL,
    NULL, 'answerers', NULL, asked.answer_due_on, asked.answer_due_on + 1, asked.falls_on, NULL, NULL, one.urgency
FROM cases AS one JOIN care_placement AS asked ON asked.case_id = one.id WHERE asked.status = 'requested'
UNION ALL
SELECT 'override', decision.id, '', one.client_id, one.id, one.institution_id, one.institution_id, NULL,
    NULL, 'leaders', ARRAY[decision.decided_by_id], one.next_due_on, one.next_due_on + 1, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN screening_screening AS held ON held.case_id = one.id
    JOIN screening_routingdecision AS decision ON decision.screening_id = held.id
WHERE decision.status = 'awaiting' AND one.status = 'decision'
UNION ALL
SELECT 'screening', held.id, held.kind, one.client_id, one.id, one.institution_id, one.institution_id, NULL,
    app.holder(one.id, one.lead_worker_id, held.started_by_id), '', NULL, NULL, NULL, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN screening_screening AS held ON held.case_id = one.id
WHERE held.status = 'draft' AND one.next_step NOT IN ('finish_screening', 'retriage')
UNION ALL
SELECT 'assessment', sheet.id, sheet.status, one.client_id, one.id, one.institution_id, one.institution_id, NULL,
    app.holder(one.id, one.lead_worker_id, sheet.started_by_id), '', NULL, NULL, NULL, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN screening_assessment AS sheet ON sheet.case_id = one.id WHERE sheet.status = 'draft'
UNION ALL
SELECT 'signature', sheet.id, '', one.client_id, one.id, one.institution_id, one.institution_id, NULL,
    NULL, 'signers', sheet.writers || sheet.submitted_by_id, app.day_of(sheet.submitted_at) + 2, app.day_of(sheet.submitted_at) + 3,
    NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN screening_assessment AS sheet ON sheet.case_id = one.id WHERE sheet.status = 'submitted'
UNION ALL
SELECT 'plan_draft', plan.id, '', one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), app.holder(one.id, one.lead_worker_id, plan.drafted_by_id), '', NULL, NULL, NULL, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN care_serviceplan AS plan ON plan.case_id = one.id WHERE plan.status = 'draft'
UNION ALL
SELECT 'plan', plan.id, '', one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), NULL, 'answerers', plan.writers || plan.submitted_by_id || plan.drafted_by_id,
    app.day_of(plan.submitted_at) + 2, app.day_of(plan.submitted_at) + 3, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN care_serviceplan AS plan ON plan.case_id = one.id WHERE plan.status = 'submitted'
UNION ALL
SELECT 'plan_agreement', plan.id, '', one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), app.holder(one.id, one.lead_worker_id, plan.drafted_by_id), '', NULL, NULL, NULL, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN care_serviceplan AS plan ON plan.case_id = one.id WHERE plan.status = 'approved'
UNION ALL
SELECT 'ending_draft', ending.id, '', one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), app.holder(one.id, one.lead_worker_id, ending.prepared_by_id), '', NULL, NULL, NULL, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN care_termination AS ending ON ending.case_id = one.id WHERE ending.status = 'prepared'
UNION ALL
SELECT 'ending', ending.id, '', one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), NULL, 'answerers', ending.writers || ending.asked_by_id || ending.prepared_by_id,
    app.day_of(ending.asked_at) + 2, app.day_of(ending.asked_at) + 3, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN care_termination AS ending ON ending.case_id = one.id WHERE ending.status = 'asked'
UNION ALL
-- Whoever was reached at a core point is asked within two weeks (care: BEGINS_WITHIN).
SELECT 'outcome', point.id, point.milestone, one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), coalesce(
        (SELECT agreed.contact_by_id FROM care_aftercareplan AS agreed WHERE agreed.case_id = one.id), one.lead_worker_id),
    '', NULL, point.closed_on + 7, point.closed_on + 8, NULL, NULL, point.closed_on + 14, one.urgency
FROM cases AS one JOIN care_followup AS point ON point.case_id = one.id
WHERE one.status = 'aftercare' AND point.status = 'reached' AND point.milestone IN ('W4', 'M3', 'M6', 'M12')
    AND NOT EXISTS (SELECT FROM care_outcomeinterview AS asked WHERE asked.case_id = one.id AND asked.point = point.milestone)
UNION ALL
-- How life was before care is asked once care has begun, soon: after a month it is told from memory, so it may still
-- be asked and waits no more, as of whoever will not tell it. Nobody is asked without consent.
SELECT 'outcome_start', one.id, '', one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), one.lead_worker_id, '', NULL,
    one.service_started_on + 7, one.service_started_on + 8, NULL, NULL, one.service_started_on + 30, one.urgency
FROM cases AS one
WHERE one.status IN ('in_service', 'aftercare') AND one.service_started_on IS NOT NULL
    AND EXISTS (SELECT FROM clients_consent AS given WHERE given.client_id = one.client_id AND given.withdrawn_at IS NULL)
    AND NOT EXISTS (SELECT FROM care_outcomeinterview AS asked WHERE asked.case_id = one.id AND asked.point = 'start')
UNION ALL
-- The day somebody comes out of prison is the most dangerous of all: who does not know it asks for it. Nobody may
-- know it, on remand or for life: once the prison was reached it is asked for with its next call (care: PRISON_EVERY).
SELECT 'release_day', serves.id, '', one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), coalesce(
        (SELECT agreed.contact_by_id FROM care_aftercareplan AS agreed WHERE agreed.case_id = one.id), one.lead_worker_id),
    '', NULL, asking.due_on, asking.due_on + 1, NULL, asking.last_on + 90 - 14, NULL, 1
FROM cases AS one JOIN care_imprisonment AS serves ON serves.case_id = one.id
    CROSS JOIN LATERAL (
        SELECT max(point.closed_on) AS last_on, coalesce(max(point.closed_on) + 90, app.day_of(serves.recorded_at) + 7) AS due_on
        FROM care_followup AS point
        WHERE point.case_id = one.id AND point.milestone LIKE 'P%' AND point.status = 'reached'
            AND point.closed_on >= serves.began_on
    ) AS asking
WHERE one.status = 'aftercare' AND serves.ended_on IS NULL AND serves.release_on IS NULL
    AND EXISTS (SELECT FROM clients_consent AS given WHERE given.client_id = one.client_id AND given.withdrawn_at IS NULL)
UNION ALL
SELECT 'outcome_draft', asked.id, asked.point, one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), app.holder(one.id, one.lead_worker_id, asked.started_by_id), '', NULL,
    app.day_of(asked.started_at) + 7, app.day_of(asked.started_at) + 8, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN care_outcomeinterview AS asked ON asked.case_id = one.id WHERE asked.status = 'draft'
UNION ALL
-- Within three days somebody decides what follows a relapse.
SELECT 'relapse', fell.id, fell.status, one.client_id, one.id, one.institution_id, one.institution_id,
    nullif(one.care_institution_id, one.institution_id), one.lead_worker_id, '', NULL,
    app.day_of(fell.named_at) + 3, app.day_of(fell.named_at) + 4, NULL, NULL, NULL, 0
FROM cases AS one JOIN care_relapse AS fell ON fell.case_id = one.id WHERE fell.status <> 'settled'
UNION ALL
-- Who has been on the way for days is a task on every desk concerned (care: ask_after_arrivals).
SELECT 'arrival', moved.id, '', one.client_id, one.id, one.institution_id,
    coalesce(moved.institution_id, one.institution_id), NULL,
    CASE WHEN moved.institution_id IS NULL THEN one.lead_worker_id END, '', NULL,
    moved.departed_on + 2, moved.departed_on + 3, NULL, NULL, NULL, one.urgency
FROM cases AS one JOIN care_transfer AS moved ON moved.case_id = one.id
WHERE moved.status = 'travelling' AND NOT EXISTS (
    SELECT FROM clients_casetask AS task WHERE task.case_id = one.id AND task.kind = 'arrival' AND task.status = 'open');

CREATE VIEW app.waits_by_law WITH (security_invoker = true) AS
WITH cases AS NOT MATERIALIZED (
    SELECT id, client_id, institution_id, lead_worker_id, legal_status, opened_on,
        CASE risk WHEN 'high' THEN 1 WHEN 'moderate' THEN 2 ELSE 3 END AS urgency
    FROM clients_case WHERE status <> 'closed'
)
-- An order that ends is spoken of three times before, and from the day after until somebody marks it as done.
SELECT 'order_' || near.days AS kind, ordered.id AS row_id, '' AS what, one.client_id, one.id AS case_id,
    one.institution_id, one.institution_id AS at_institution_id, NULL::bigint AS also_at_id, one.lead_worker_id AS person_id,
    '' AS audience, NULL::bigint[] AS not_people, ordered.ends_on AS due_on, NULL::date AS late_from, NULL::date AS falls_on,
    ordered.ends_on - near.days AS from_on, ordered.ends_on - near.until AS until_on, near.urgency
FROM cases AS one JOIN law_order AS ordered ON ordered.case_id = one.id
    CROSS JOIN (VALUES (30, 15, 3), (14, 8, 2), (7, 0, 1)) AS near (days, until, urgency)
WHERE ordered.closed_on IS NULL AND ordered.ends_on IS NOT NULL
UNION ALL
SELECT 'order_over', ordered.id, '', one.client_id, one.id, one.institution_id, one.institution_id, NULL, one.lead_worker_id,
    '', NULL, ordered.ends_on, ordered.ends_on + 1, NULL, ordered.ends_on + 1, NULL, 1
FROM cases AS one JOIN law_order AS ordered ON ordered.case_id = one.id
WHERE ordered.closed_on IS NULL AND ordered.ends_on IS NOT NULL
UNION ALL
SELECT 'court_report', ordered.id, '', one.client_id, one.id, one.institution_id, one.institution_id, NULL, one.lead_worker_id,
    '', NULL, ordered.report_due_on, ordered.report_due_on + 1, NULL, ordered.report_due_on - 14, NULL, 2
FROM cases AS one JOIN law_order AS ordered ON ordered.case_id = one.id
WHERE ordered.closed_on IS NULL AND ordered.report_due_on IS NOT NULL
UNION ALL
SELECT 'order_missing', one.id, '', one.client_id, one.id, one.institution_id, one.institution_id, NULL, one.lead_worker_id,
    '', NULL, NULL, NULL, NULL, NULL, NULL, one.urgency
FROM cases AS one
WHERE one.legal_status = 'court_order' AND NOT EXISTS (SELECT FROM law_order AS ordered WHERE ordered.case_id = one.id)
UNION ALL
-- A child in proceedings has an officer of the Bapas beside it (UU 11/2012 art. 65); until it is 18.
SELECT 'bapas', one.id, '', one.client_id, one.id, one.institution_id, one.institution_id, NULL, one.lead_worker_id,
    '', NULL, one.opened_on + 3, NULL, NULL, NULL, (person.birth_date + interval '18 years')::date - 1, one.urgency
FROM cases AS one JOIN clients_client AS person ON person.id = one.client_id
WHERE one.legal_status <> 'none' AND person.birth_date + interval '18 years' > one.opened_on
    AND NOT EXISTS (SELECT FROM law_probationofficer AS beside WHERE beside.case_id = one.id);

CREATE VIEW app.waits_for_consent WITH (security_invoker = true) AS
-- Whoever was a child when a guardian agreed is asked themselves at 18 (UU 27/2022 art. 25); told 30 days before.
SELECT 'own_consent' AS kind, one.id AS row_id, '' AS what, one.client_id, one.id AS case_id, one.institution_id,
    one.institution_id AS at_institution_id, NULL::bigint AS also_at_id, one.lead_worker_id AS person_id,
    '' AS audience, NULL::bigint[] AS not_people, grown.on_day AS due_on, grown.on_day + 1 AS late_from, NULL::date AS falls_on,
    grown.on_day - 30 AS from_on, NULL::date AS until_on, 2 AS urgency
FROM clients_case AS one JOIN clients_client AS person ON person.id = one.client_id
    CROSS JOIN LATERAL (SELECT (person.birth_date + interval '18 years')::date AS on_day) AS grown
WHERE one.status <> 'closed' AND one.is_current
    AND EXISTS (SELECT FROM clients_consent AS given WHERE given.client_id = person.id AND given.withdrawn_at IS NULL
        AND given.given_by = 'guardian' AND given.given_on < grown.on_day)
    AND NOT EXISTS (SELECT FROM clients_consent AS given WHERE given.client_id = person.id AND given.withdrawn_at IS NULL
        AND given.given_by = 'self')
UNION ALL
-- Whose life was looked after before they could agree is asked within 72 hours (UU 27/2022 art. 20).
SELECT 'vital', one.id, vital.reason, one.client_id, one.id, one.institution_id, one.institution_id, NULL, one.lead_worker_id,
    '', NULL, app.day_of(vital.recorded_at) + 3, app.day_of(vital.recorded_at) + 4, NULL, NULL, NULL, 0
FROM clients_case AS one JOIN clients_vitalinterest AS vital ON vital.client_id = one.client_id
WHERE one.status <> 'closed' AND one.is_current AND vital.ended_at IS NULL;

CREATE VIEW app.waits_for_a_lead WITH (security_invoker = true) AS
-- Whoever led a case is not let in any more, or works elsewhere: a leader hands it to somebody else.
SELECT 'handover' AS kind, one.id AS row_id, '' AS what, one.client_id, one.id AS case_id, one.institution_id,
    one.institution_id AS at_institution_id, NULL::bigint AS also_at_id, NULL::bigint AS person_id,
    'leaders' AS audience, NULL::bigint[] AS not_people, NULL::date AS due_on, NULL::date AS late_from, NULL::date AS falls_on,
    NULL::date AS from_on, NULL::date AS until_on, 1 AS urgency
FROM clients_case AS one JOIN accounts_user AS worker ON worker.id = one.lead_worker_id
WHERE one.status <> 'closed' AND one.is_current
    AND (NOT worker.is_active OR worker.institution_id IS DISTINCT FROM one.institution_id);

CREATE VIEW app.waits_after_death WITH (security_invoker = true) AS
-- A case that a death has closed waits for its date, place and cause; what nobody knows is written down as that. Of
-- whoever was erased nothing more is written.
SELECT 'death' AS kind, one.id AS row_id, '' AS what, one.client_id, one.id AS case_id, one.institution_id,
    one.institution_id AS at_institution_id, nullif(one.care_institution_id, one.institution_id) AS also_at_id,
    one.lead_worker_id AS person_id, '' AS audience, NULL::bigint[] AS not_people, one.closed_on + 3 AS due_on,
    one.closed_on + 4 AS late_from, NULL::date AS falls_on, NULL::date AS from_on, NULL::date AS until_on, 1 AS urgency
FROM clients_case AS one JOIN clients_client AS person ON person.id = one.client_id AND person.erased_at IS NULL
WHERE one.close_reason = 'died' AND NOT EXISTS (SELECT FROM care_death AS told WHERE told.case_id = one.id);

CREATE VIEW app.waits_beside WITH (security_invoker = true) AS
SELECT 'emergency' AS kind, glass.id AS row_id, '' AS what, glass.client_id, NULL::bigint AS case_id,
    glass.institution_id, glass.institution_id AS at_institution_id, NULL::bigint AS also_at_id, NULL::bigint AS person_id,
    'watchers' AS audience, ARRAY[glass.user_id] AS not_people, NULL::date AS due_on, NULL::date AS late_from,
    NULL::date AS falls_on, NULL::date AS from_on, NULL::date AS until_on, 1 AS urgency
FROM clients_breakglass AS glass WHERE glass.reviewed_at IS NULL
UNION ALL
SELECT 'agreement', signed.id, '', NULL, NULL, signed.institution_id, signed.institution_id, NULL, NULL, 'heads', NULL,
    signed.ends_on, NULL, NULL, signed.ends_on - 90, signed.ends_on, 3
FROM partners_agreement AS signed WHERE signed.signed_on IS NOT NULL AND signed.terminated_on IS NULL
UNION ALL
SELECT 'submission', sent.id, sent.status, NULL, NULL, sent.institution_id, sent.institution_id, NULL, NULL, 'heads',
    NULL, NULL, NULL, NULL, NULL, NULL, 3
FROM reports_submission AS sent WHERE sent.status IN ('draft', 'returned')
UNION ALL
-- After seven days the question is over (exports.models.WAITS).
SELECT 'export', asked.id, '', NULL, NULL, asked.institution_id, asked.institution_id, NULL, NULL, 'watchers',
    ARRAY[asked.asked_by_id], app.day_of(asked.asked_at) + 2, app.day_of(asked.asked_at) + 3, app.day_of(asked.asked_at) + 7,
    NULL, app.day_of(asked.asked_at) + 6, 3
FROM exports_export AS asked WHERE asked.needs_consent AND asked.answered_at IS NULL;

CREATE VIEW app.waits_now WITH (security_invoker = true) AS
SELECT * FROM app.waits_of_cases UNION ALL SELECT * FROM app.waits_by_law
    UNION ALL SELECT * FROM app.waits_for_consent UNION ALL SELECT * FROM app.waits_for_a_lead
    UNION ALL SELECT * FROM app.waits_after_death UNION ALL SELECT * FROM app.waits_beside;

CREATE FUNCTION app.wait_again(the_case bigint) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    -- Two who change the same case take turns, so that the second sees what the first left.
    PERFORM FROM clients_case WHERE id = the_case FOR NO KEY UPDATE;
    DELETE FROM clients_wait WHERE case_id = the_case;
    INSERT INTO clients_wait (kind, row_id, what, client_id, case_id, institution_id, at_institution_id, also_at_id, person_id,
        audience, not_people, due_on, late_from, falls_on, from_on, until_on, urgency)
        SELECT * FROM app.waits_of_cases WHERE case_id = the_case
        UNION ALL SELECT * FROM app.waits_by_law WHERE case_id = the_case
        UNION ALL SELECT * FROM app.waits_for_consent WHERE case_id = the_case
        UNION ALL SELECT * FROM app.waits_for_a_lead WHERE case_id = the_case
        UNION ALL SELECT * FROM app.waits_after_death WHERE case_id = the_case;
END $$;

-- The triggers write with rights of their own: the site may only read what they wrote.
CREATE FUNCTION app.case_waits() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM app.wait_again(CASE TG_OP WHEN 'DELETE' THEN old.id ELSE new.id END);
    RETURN NULL;
END $$;

CREATE FUNCTION app.row_waits() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM app.wait_again(CASE TG_OP WHEN 'DELETE' THEN old.case_id ELSE new.case_id END);
    RETURN NULL;
END $$;

CREATE FUNCTION app.client_waits() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM app.wait_again(one.id) FROM clients_case AS one
        WHERE one.client_id = (to_jsonb(new) ->> TG_ARGV[0])::bigint AND (one.status <> 'closed' OR one.close_reason = 'died');
    RETURN NULL;
END $$;

CREATE FUNCTION app.worker_waits() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- What they had begun falls to whoever leads the case.
    PERFORM app.wait_again(one.id) FROM clients_case AS one WHERE one.status <> 'closed' AND (one.lead_worker_id = new.id
        OR one.id IN (SELECT held.case_id FROM clients_wait AS held WHERE held.person_id = new.id));
    RETURN NULL;
END $$;

CREATE FUNCTION app.decision_waits() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM app.wait_again(held.case_id) FROM screening_screening AS held
        WHERE held.id = CASE TG_OP WHEN 'DELETE' THEN old.screening_id ELSE new.screening_id END;
    RETURN NULL;
END $$;

CREATE FUNCTION app.result_waits() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM app.wait_again(sent.case_id) FROM safety_medicalreferral AS sent
        WHERE sent.id = CASE TG_OP WHEN 'DELETE' THEN old.referral_id ELSE new.referral_id END;
    RETURN NULL;
END $$;

CREATE FUNCTION app.beside_waits() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    the_row bigint := CASE TG_OP WHEN 'DELETE' THEN old.id ELSE new.id END;
BEGIN
    DELETE FROM clients_wait WHERE kind = TG_ARGV[0] AND row_id = the_row;
    INSERT INTO clients_wait (kind, row_id, what, client_id, case_id, institution_id, at_institution_id, also_at_id, person_id,
        audience, not_people, due_on, late_from, falls_on, from_on, until_on, urgency)
        SELECT * FROM app.waits_beside WHERE kind = TG_ARGV[0] AND row_id = the_row;
    RETURN NULL;
END $$;

CREATE FUNCTION app.wait_all() RETURNS void LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM clients_wait;
    INSERT INTO clients_wait (kind, row_id, what, client_id, case_id, institution_id, at_institution_id, also_at_id, person_id,
        audience, not_people, due_on, late_from, falls_on, from_on, until_on, urgency)
        SELECT * FROM app.waits_now;
$$;
REVOKE ALL ON FUNCTION app.wait_all(), app.wait_again(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.wait_again(bigint) TO app_keeper;
GRANT SELECT ON app.waits_of_cases, app.waits_by_law, app.waits_for_consent, app.waits_for_a_lead, app.waits_after_death, app.waits_beside, app.waits_now TO app_keeper;
GRANT SELECT ON partners_agreement, reports_submission TO app_keeper;
GRANT SELECT (id, is_active, role, institution_id) ON accounts_user TO app_keeper;
GRANT UPDATE (id) ON clients_case TO app_keeper; -- for the lock alone

-- Which tables the definition reads, and a change of which columns counts.
DO $$
DECLARE
    source record;
    columns text[];
BEGIN
    FOR source IN SELECT * FROM (VALUES
        ('clients_case', 'case_waits()', 'status next_step next_due_on is_current risk found_risk institution_id
            care_institution_id lead_worker_id client_id legal_status service_started_on close_reason'),
        ('clients_casetask', 'row_waits()', 'status kind owner_id institution_id due_on'),
        ('law_order', 'row_waits()', 'closed_on ends_on report_due_on'),
        ('law_probationofficer', 'row_waits()', 'case_id'),
        ('clients_breakglass', 'beside_waits(''emergency'')', 'reviewed_at'),
        ('safety_medicalreferral', 'row_waits()', 'due_at told_at'),
        ('safety_medicalresult', 'result_waits()', 'referral_id'),
        ('safety_concern', 'row_waits()', 'call_by acted_at settled_at hands'),
        ('screening_screening', 'row_waits()', 'status kind'),
        ('screening_routingdecision', 'decision_waits()', 'status decided_by_id'),
        ('screening_assessment', 'row_waits()', 'status submitted_at submitted_by_id'),
        ('care_placement', 'row_waits()', 'status institution_id answer_due_on falls_on'),
        ('care_serviceplan', 'row_waits()', 'status submitted_at submitted_by_id drafted_by_id'),
        ('care_termination', 'row_waits()', 'status asked_at asked_by_id prepared_by_id'),
        ('care_relapse', 'row_waits()', 'status'),
        ('care_imprisonment', 'row_waits()', 'began_on ended_on release_on'),
        ('care_death', 'row_waits()', 'case_id'),
        ('care_transfer', 'row_waits()', 'status departed_on institution_id'),
        ('care_followup', 'row_waits()', 'status window_ends_on'),
        ('care_outcomeinterview', 'row_waits()', 'status'),
        ('care_aftercareplan', 'row_waits()', 'contact_by_id'),
        ('partners_agreement', 'beside_waits(''agreement'')', 'signed_on terminated_on ends_on institution_id'),
        ('reports_submission', 'beside_waits(''submission'')', 'status institution_id'),
        ('exports_export', 'beside_waits(''export'')', 'answered_at')
    ) AS sources(name, function, columns)
    LOOP
        columns := regexp_split_to_array(source.columns, '\s+');
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER waits_begin AFTER INSERT OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.%s',
            source.name, source.function);
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER waits_change AFTER UPDATE ON %I FOR EACH ROW'
            ' WHEN ((old.%s) IS DISTINCT FROM (new.%s)) EXECUTE FUNCTION app.%s',
            source.name, array_to_string(columns, ', old.'), array_to_string(columns, ', new.'), source.function);
    END LOOP;
END $$;

CREATE OR REPLACE TRIGGER waits_change AFTER UPDATE ON clients_client FOR EACH ROW
    WHEN ((old.birth_date, old.erased_at) IS DISTINCT FROM (new.birth_date, new.erased_at)) EXECUTE FUNCTION app.client_waits('id');
CREATE OR REPLACE TRIGGER waits_change AFTER UPDATE ON accounts_user FOR EACH ROW
    WHEN ((old.is_active, old.institution_id) IS DISTINCT FROM (new.is_active, new.institution_id))
    EXECUTE FUNCTION app.worker_waits();
CREATE OR REPLACE TRIGGER waits_change AFTER INSERT OR UPDATE ON clients_vitalinterest FOR EACH ROW
    EXECUTE FUNCTION app.client_waits('client_id');
CREATE OR REPLACE TRIGGER waits_change AFTER INSERT OR UPDATE ON clients_consent FOR EACH ROW
    EXECUTE FUNCTION app.client_waits('client_id');

SELECT app.wait_all();
