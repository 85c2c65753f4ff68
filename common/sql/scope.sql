-- What the policies and the triggers ask of a scope (common.scope).

CREATE FUNCTION app.institutions() RETURNS bigint[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE given text := current_setting('app.institutions', true);
BEGIN
    IF coalesce(given, '') = '' THEN
        RAISE insufficient_privilege USING MESSAGE = 'no scope is open: rows about people need acting(scope)';
    END IF;
    RETURN given::bigint[];
END $$;

CREATE FUNCTION app.me() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('app.user', true), ''), '0')::bigint
$$;

-- Data officers see who looked at whom and who broke a glass, never a client's row.
CREATE FUNCTION app.watches() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('app.watches', true), '') = 'yes'
$$;

-- Who reads the nation notes in the log that they did.
CREATE POLICY fence_note ON common_readlog FOR INSERT TO app_read WITH CHECK (user_id = app.me());
