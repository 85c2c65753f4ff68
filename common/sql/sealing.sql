-- The sealer only reads, and the lock that shows it a firm end (common.sealing) needs more than reading.
CREATE FUNCTION app.trail_horizon(name regclass, key name) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE highest bigint;
BEGIN
    -- A name proves nothing: whoever may make a view can give its trigger any.
    IF NOT EXISTS (
        SELECT FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE tgrelid = name AND tgname LIKE 'pgtrigger_append_only_%'
          AND relkind = 'r' AND relnamespace = 'public'::regnamespace
          AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = name AND attname = key AND attnum > 0)
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only tables of the trail are sealed';
    END IF;
    EXECUTE format('LOCK TABLE %s IN SHARE MODE', name);
    EXECUTE format('SELECT coalesce(max(%I), 0) FROM %s', key, name) INTO highest;
    RETURN highest;
END $$;
REVOKE EXECUTE ON FUNCTION app.trail_horizon(regclass, name) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.trail_horizon(regclass, name) TO app_read;
