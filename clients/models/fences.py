"""Machinery of the kernel that tells something about clients stands behind their fence."""

from common.fence import fenced
from common.models import DataKey, ReadLog


# A key is seen with its person; it is made before the person is there.
fenced(
    using="EXISTS (SELECT 1 FROM clients_client AS seen WHERE seen.key_id = common_datakey.id)",
    check="true",
)(DataKey)

ABOUT_A_CLIENT = "EXISTS (SELECT 1 FROM clients_client AS seen WHERE seen.id = any(client_ids))"
fenced(
    using=f"user_id = app.me() OR app.watches() OR {ABOUT_A_CLIENT}", check="user_id = app.me()"
)(ReadLog)
