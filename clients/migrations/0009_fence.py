"""The institution fence around clients and what hangs on them (docs/decisions/0014-fence.md)."""

from django.db import migrations

from common.fence import MINE, SHARED, Fence, through


SHARED_CLIENTS = """
CREATE FUNCTION app.shared() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(client_id), '{}') FROM clients_share
    WHERE institution_id = any((select app.institutions())::bigint[])
      AND (ends_on IS NULL OR ends_on >= (now() AT TIME ZONE 'Asia/Jakarta')::date)
$$;
"""

# One client, one hour, one person: to be read (clients/models/emergency.py).
EMERGENCIES = """
CREATE FUNCTION app.emergencies() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(client_id), '{}') FROM clients_breakglass
    WHERE user_id = app.me() AND ends_at > now()
$$;
"""

# A foreign key looks past row security: without the owner in it, anybody could share anybody's client.
OWNED_SHARE = """
ALTER TABLE clients_client ADD CONSTRAINT client_with_institution UNIQUE (id, institution_id);
ALTER TABLE clients_share ADD CONSTRAINT share_of_the_owners_client
    FOREIGN KEY (client_id, owner_id) REFERENCES clients_client (id, institution_id)
    DEFERRABLE INITIALLY DEFERRED;
"""
UNOWNED_SHARE = """
ALTER TABLE clients_share DROP CONSTRAINT share_of_the_owners_client;
ALTER TABLE clients_client DROP CONSTRAINT client_with_institution;
"""

# Whoever received a share may end it sooner; only the owner makes it longer.
ONLY_SHORTER = """
CREATE FUNCTION app.share_only_shorter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'app_web' AND NOT (old.owner_id = any(app.institutions())) AND (
        (new.id, new.client_id, new.owner_id, new.institution_id, new.granted_by_id)
            IS DISTINCT FROM (old.id, old.client_id, old.owner_id, old.institution_id, old.granted_by_id)
        OR coalesce(new.ends_on, 'infinity') > coalesce(old.ends_on, 'infinity')
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a share is only ended sooner by who received it';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER share_only_shorter BEFORE UPDATE ON clients_share
    FOR EACH ROW EXECUTE FUNCTION app.share_only_shorter();
"""
ANY_LENGTH = """
DROP TRIGGER share_only_shorter ON clients_share;
DROP FUNCTION app.share_only_shorter();
"""

ONLY_THE_OWNER = f"""
CREATE POLICY fence_share ON clients_share AS RESTRICTIVE FOR INSERT TO app_web
    WITH CHECK (owner_id = {MINE});
CREATE POLICY fence_unshare ON clients_share AS RESTRICTIVE FOR DELETE TO app_web
    USING (owner_id = {MINE});
"""
ANYBODY = """
DROP POLICY fence_share ON clients_share;
DROP POLICY fence_unshare ON clients_share;
"""

OPENED = "any((select app.emergencies())::bigint[])"
OF_CLIENT = through("clients_client", "client_id")
OF_CASE = through("clients_case", "case_id")
OF_KEY = "EXISTS (SELECT 1 FROM clients_client AS seen WHERE seen.key_id = common_datakey.id)"
ABOUT_A_CLIENT = "EXISTS (SELECT 1 FROM clients_client AS seen WHERE seen.id = any(client_ids))"


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0007_sealed"),
        ("common", "0005_data_keys"),
    ]

    operations = [
        migrations.RunSQL(SHARED_CLIENTS, "DROP FUNCTION app.shared()"),
        migrations.RunSQL(EMERGENCIES, "DROP FUNCTION app.emergencies()"),
        migrations.RunSQL(OWNED_SHARE, UNOWNED_SHARE),
        migrations.RunSQL(ONLY_SHORTER, ANY_LENGTH),
        # A guest reads the person and works on the case; the person's own row stays the owner's.
        Fence(
            "clients_client",
            f"institution_id = {MINE} OR id = {SHARED} OR id = {OPENED}",
            f"institution_id = {MINE}",
        ),
        Fence(
            "clients_share",
            f"owner_id = {MINE} OR institution_id = {MINE}",
        ),
        migrations.RunSQL(ONLY_THE_OWNER, ANYBODY),
        Fence(
            "clients_case",
            f"institution_id = {MINE} OR client_id = {SHARED} OR client_id = {OPENED}",
            f"{OF_CLIENT} AND (institution_id = {MINE} OR client_id = {SHARED})",
        ),
        Fence("clients_case_supporters", OF_CASE),
        Fence("clients_caseevent", OF_CASE),
        Fence("clients_familycontact", OF_CLIENT),
        Fence("clients_consent", OF_CLIENT),
        # A key is seen with its person; it is made before the person is there.
        Fence("common_datakey", OF_KEY, "true"),
        # Without a look at the client: the client's own policy asks this table who has broken the glass.
        Fence(
            "clients_breakglass",
            f"user_id = app.me() OR app.watches() OR institution_id = {MINE}",
        ),
        Fence(
            "common_readlog",
            f"user_id = app.me() OR app.watches() OR {ABOUT_A_CLIENT}",
            "user_id = app.me()",
        ),
        migrations.RunSQL(
            "CREATE POLICY fence_note ON common_readlog FOR INSERT TO app_read WITH CHECK (user_id = app.me())",
            "DROP POLICY fence_note ON common_readlog",
        ),
    ]
