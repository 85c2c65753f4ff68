"""What stands below clients and tells something about clients stands behind their fence."""

from common.fence import fenced
from common.models import DataKey, ReadLog
from files.models import StoredFile


# A key is seen with its person; it is made before the person is there.
fenced(
    using="EXISTS (SELECT 1 FROM clients_client AS seen WHERE seen.key_id = common_datakey.id)",
    check="true",
)(DataKey)

# A file is seen with the person whose key seals it; without one it is about nobody (an agreement), and one that is
# about many (an export) is seen by whoever had it made.
fenced(
    using="{row}.key_id IS NULL AND {row}.own_key = ''"
    " OR {row}.own_key <> '' AND {row}.uploaded_by_id = app.me()"
    " OR EXISTS (SELECT 1 FROM clients_client AS seen WHERE seen.key_id = {row}.key_id)"
)(StoredFile)

ABOUT_A_CLIENT = "EXISTS (SELECT 1 FROM clients_client AS seen WHERE seen.id = any(client_ids))"
fenced(
    using=f"user_id = app.me() OR app.watches() OR {ABOUT_A_CLIENT}", check="user_id = app.me()"
)(ReadLog)
