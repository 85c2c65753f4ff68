-- What the register says now is the case's legal status, and nobody else writes it (law/models.py).
CREATE FUNCTION app.stage_is_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE clients_case SET legal_status = newest.legal_status
        FROM (SELECT legal_status FROM law_stage WHERE case_id = new.case_id ORDER BY since DESC, id DESC LIMIT 1) AS newest
        WHERE clients_case.id = new.case_id AND clients_case.legal_status <> newest.legal_status;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER stage_is_status AFTER INSERT OR UPDATE ON law_stage
    FOR EACH ROW EXECUTE FUNCTION app.stage_is_status();

CREATE FUNCTION app.status_by_register() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the legal status of case % is what its register says', new.id;
END $$;
CREATE OR REPLACE TRIGGER status_by_register BEFORE UPDATE ON clients_case FOR EACH ROW
    WHEN (old.legal_status IS DISTINCT FROM new.legal_status AND pg_trigger_depth() = 0)
    EXECUTE FUNCTION app.status_by_register();
