"""A migration step that turns a plain column into a sealed one, rows and all."""

from itertools import count
from typing import Any

from django.db.migrations import AlterField
from psycopg2.extras import execute_values

from common.sealed import datakeys
from common.sealed.box import seal


class SealText(AlterField):
    """Like AlterField; the owners' keys have to be there already. There is no way back."""

    reversible = False

    def database_forwards(
        self, app_label: str, schema_editor: Any, _from_state: Any, to_state: Any
    ) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        table, column = model._meta.db_table, model._meta.get_field(self.name).column  # noqa: SLF001
        # Rows that this migration has changed would have their foreign keys looked at after the next ALTER.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute(
            f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE bytea'
            f" USING convert_to(\"{column}\", 'UTF8')"
        )
        last = 0
        for _batch in count():
            rows = self._plain(model, last)
            if not rows:
                return
            last = rows[-1][0]
            self._seal(schema_editor, model, [row for row in rows if row[2]])

    def _plain(self, model: Any, after: int) -> list[tuple[int, Any, bytes]]:
        """Rows with the id of their owner's key, in the order of their own ids."""
        owner = model._meta.get_field(self.name).owner  # noqa: SLF001
        key = "key_id" if owner == "self" else f"{owner.replace('.', '__')}__key_id"
        rows = model.objects.filter(pk__gt=after).order_by("pk").values_list("pk", key, self.name)
        return list(rows[: datakeys.AT_ONCE])

    def _seal(self, schema_editor: Any, model: Any, rows: list[tuple[int, Any, bytes]]) -> None:
        field = model._meta.get_field(self.name)  # noqa: SLF001
        datakeys.preload(key_id for _pk, key_id, _text in rows)
        sealed = []
        for pk, key_id, text in rows:
            key = datakeys.find(key_id)
            assert key is not None, f"{field.about} of {pk} has an owner without a key"  # noqa: S101
            sealed.append((pk, seal(key, bytes(text).decode(), field.about)))
        with schema_editor.connection.cursor() as cursor:
            execute_values(
                cursor.cursor,
                f'UPDATE "{model._meta.db_table}" t SET "{field.column}" = v.sealed'  # noqa: S608, SLF001
                " FROM (VALUES %s) AS v (id, sealed) WHERE t.id = v.id",
                sealed,
                template="(%s, %s::bytea)",
                page_size=datakeys.AT_ONCE,
            )
