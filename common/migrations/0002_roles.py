"""The database roles and the questions that row policies ask (docs/decisions/0014-fence.md)."""

from django.db import migrations


# Roles belong to the whole server. Where the migrating account may not make them, an administrator runs
# `manage.py db_roles` once before; then they are here already.
ROLES = """
DO $$
DECLARE wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['app_owner', 'app_web', 'app_read', 'app_login'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
                EXECUTE format('CREATE ROLE %I NOINHERIT', wanted);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;  -- another database of this server is being prepared at the same moment
        END;
    END LOOP;
END $$
"""

QUESTIONS = """
CREATE SCHEMA app;

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
"""


class Migration(migrations.Migration):
    dependencies = [("common", "0001_initial")]

    operations = [
        migrations.RunSQL(ROLES, migrations.RunSQL.noop),
        migrations.RunSQL(QUESTIONS, "DROP SCHEMA app CASCADE"),
    ]
