-- What the scanner found. The site writes no verdict of its own: whoever serves people has no way to let a file out.
CREATE FUNCTION app.file_scanned(the_file bigint, verdict text, malware text, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.files_storedfile SET status = verdict, found = malware, scanned_at = moment
    WHERE id = the_file;
END $$;
REVOKE EXECUTE ON FUNCTION app.file_scanned(bigint, text, text, timestamptz) FROM PUBLIC;
GRANT UPDATE (status, found, scanned_at) ON files_storedfile TO app_keeper;
GRANT EXECUTE ON FUNCTION app.file_scanned(bigint, text, text, timestamptz) TO app_login;
