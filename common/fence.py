"""The institution fence: row-level security on every table with a path to a client.

Migrations put it up (`Fence`), `manage.py db_roles` gives the rights that go with it, and a test demands that
no table about people stands outside (tests/architecture/test_fence.py).
"""

from typing import Any

from django.db.migrations.operations.base import Operation


# Tables that hold facts about people without a path to a client's row, or need none: each with its reason.
UNFENCED: dict[str, str] = {}

MINE = "any((select app.institutions())::bigint[])"
SHARED = "any((select app.shared())::bigint[])"


def through(parent: str, column: str) -> str:
    """Rows whose parent can be seen; the parent's own policy answers, so the rule stands in one place."""
    return f"EXISTS (SELECT 1 FROM {parent} AS above WHERE above.id = {column})"


class Fence(Operation):
    """Row-level security for one table: `using` says which rows the web role sees, `check` which it may write."""

    reduces_to_sql = True
    reversible = True
    atomic = True

    def __init__(self, table: str, using: str, check: str = "") -> None:
        self.table = table
        self.using = using
        self.check = check or using

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The fence is the database's alone."""

    def database_forwards(self, app_label: str, schema_editor: Any, *_states: Any) -> None:
        for statement in self.statements():
            schema_editor.execute(statement)

    def database_backwards(self, app_label: str, schema_editor: Any, *_states: Any) -> None:
        for name in ("web", "read", "owner"):
            schema_editor.execute(f"DROP POLICY fence_{name} ON {self.table}")
        schema_editor.execute(f"ALTER TABLE {self.table} NO FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {self.table} DISABLE ROW LEVEL SECURITY")

    def statements(self) -> list[str]:
        table = self.table
        return [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY fence_web ON {table} TO app_web USING ({self.using}) WITH CHECK ({self.check})",
            f"CREATE POLICY fence_read ON {table} FOR SELECT TO app_read USING (true)",
            f"CREATE POLICY fence_owner ON {table} TO app_owner USING (true) WITH CHECK (true)",
        ]

    def describe(self) -> str:
        return f"Fence {self.table}"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [self.table, self.using, self.check], {})
