-- The files that others have opened to an institution of mine.
CREATE FUNCTION app.shared() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(client_id), '{}') FROM clients_share
    WHERE institution_id = any((select app.institutions())::bigint[])
      AND (ends_on IS NULL OR ends_on >= (now() AT TIME ZONE 'Asia/Jakarta')::date)
$$;

-- The same without those that are only read.
CREATE FUNCTION app.shared_for_writing() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(client_id), '{}') FROM clients_share
    WHERE institution_id = any((select app.institutions())::bigint[]) AND NOT read_only
      AND (ends_on IS NULL OR ends_on >= (now() AT TIME ZONE 'Asia/Jakarta')::date)
$$;

-- Whoever received a share may end it sooner; only the owner makes it longer, or opens it for writing again.
CREATE FUNCTION app.share_only_shorter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'app_web' AND NOT (old.owner_id = any(app.institutions())) AND (
        (new.id, new.client_id, new.owner_id, new.institution_id, new.granted_by_id)
            IS DISTINCT FROM (old.id, old.client_id, old.owner_id, old.institution_id, old.granted_by_id)
        OR coalesce(new.ends_on, 'infinity') > coalesce(old.ends_on, 'infinity')
        OR (old.read_only AND NOT new.read_only)
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a share is only ended sooner by who received it';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER share_only_shorter BEFORE UPDATE ON clients_share
    FOR EACH ROW EXECUTE FUNCTION app.share_only_shorter();

CREATE POLICY fence_share ON clients_share AS RESTRICTIVE FOR INSERT TO app_web
    WITH CHECK (owner_id = any((select app.institutions())::bigint[]));