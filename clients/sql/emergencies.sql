-- One client, one hour, one person: to be read (clients/models/emergency.py).
CREATE FUNCTION app.emergencies() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(client_id), '{}') FROM clients_breakglass
    WHERE user_id = app.me() AND ends_at > now()
$$;
