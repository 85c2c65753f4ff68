-- The receiver confirms arrival and does not see the sender's share: the database narrows it with rights of its own,
-- and does nothing else in their name.
CREATE FUNCTION app.sender_only_reads() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE clients_share AS share
    SET read_only = true,
        ends_on = least(coalesce(share.ends_on, new.sender_reads_until), new.sender_reads_until)
    FROM care_placement AS before, clients_case AS one
    WHERE before.id = new.from_placement_id AND one.id = before.case_id AND one.id = new.case_id
      AND share.client_id = one.client_id AND share.institution_id = before.institution_id;
    RETURN NULL;
END $$;
GRANT UPDATE (read_only, ends_on) ON clients_share TO app_keeper;
CREATE TRIGGER sender_only_reads AFTER UPDATE ON care_transfer FOR EACH ROW
    WHEN (old.status = %(care.enums.TransferStatus.TRAVELLING)s
        AND new.status = %(care.enums.TransferStatus.ARRIVED)s AND new.sender_reads_until IS NOT NULL)
    EXECUTE FUNCTION app.sender_only_reads();
