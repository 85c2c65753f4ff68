-- Whoever goes on with after-care sees the file for as long as somebody is to be called, and 30 days more: calls are
-- planned anew when a sentence ends or somebody is found, by people who may not make a share longer themselves. That it
-- goes on was asked for by who keeps the case.
CREATE FUNCTION app.see_while_calling(the_case bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE clients_share AS share SET ends_on = calls.last + 30
    FROM clients_case AS one, care_aftercarehandover AS given, (
        SELECT max(due_on) AS last FROM care_followup WHERE case_id = the_case AND status = %(care.enums.FollowUpStatus.PLANNED)s
    ) AS calls
    WHERE one.id = the_case AND given.case_id = one.id AND given.status = %(care.aftercare_enums.HandoverStatus.ACCEPTED)s
        AND given.institution_id = one.care_institution_id AND share.institution_id = given.institution_id
        AND share.client_id = one.client_id AND share.ends_on < calls.last + 30
$$;
REVOKE ALL ON FUNCTION app.see_while_calling(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.see_while_calling(bigint) TO app_keeper;

CREATE FUNCTION app.calls_change() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM app.see_while_calling(CASE TG_ARGV[0] WHEN 'case' THEN new.id ELSE (to_jsonb(new) ->> 'case_id')::bigint END);
    RETURN NULL;
END $$;
CREATE TRIGGER see_while_calling AFTER INSERT OR UPDATE OF status, due_on ON care_followup FOR EACH ROW
    WHEN (new.status = %(care.enums.FollowUpStatus.PLANNED)s) EXECUTE FUNCTION app.calls_change('row');
-- The case names who cares once the handover is accepted.
CREATE TRIGGER see_while_calling AFTER UPDATE OF care_institution_id ON clients_case FOR EACH ROW
    WHEN (new.care_institution_id IS DISTINCT FROM old.care_institution_id) EXECUTE FUNCTION app.calls_change('case');
