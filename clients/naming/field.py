"""The column that a person is found by."""

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Lookup

from clients.naming.keys import keys_of


class KeysField(SearchVectorField):
    """`keys_of` the row's name and registration number, kept in step with them by every save."""

    of = "name"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"editable": False, "null": True, **options})

    def deconstruct(self) -> Any:
        name, _path, args, options = super().deconstruct()
        return name, "django.contrib.postgres.search.SearchVectorField", args, options

    def pre_save(self, model_instance: Any, add: bool) -> str:  # noqa: FBT001  Django's signature
        keys = keys_of(model_instance.name, model_instance.registration_number)
        setattr(model_instance, self.attname, keys)
        return keys

    def select_format(self, compiler: Any, sql: str, params: Any) -> Any:
        """Nobody reads it, so no row brings it along."""
        return "NULL::tsvector", []


@KeysField.register_lookup
class Found(Lookup):  # type: ignore[type-arg]  # it takes no type while it runs
    """`keys_index__found=asked_for("dedi kurniawan")`: not Django's own search, which would read the text as a language."""

    lookup_name = "found"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        left, params = self.process_lhs(compiler, connection)
        return f"{left} @@ %s::tsquery", [*params, self.rhs]
