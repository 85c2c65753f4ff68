"""What a migration holds: tables (docs/decisions/0026-migrations-hold-tables.md).

Words, choices and whatever else the program keeps to itself are left out, so that a new label or a new kind of
event asks for no migration; and a history, which has no constraints, has no relations either.
"""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector

from common.trail import History


LEFT_OUT = {
    "choices",
    "editable",
    "error_messages",
    "help_text",
    "limit_choices_to",
    "upload_to",
    "validators",
    "verbose_name",
    "verbose_name_plural",
    "violation_error_code",
    "violation_error_message",
}
WITHOUT_SEQUENCE: dict[type[Any], type[Any]] = {
    models.AutoField: models.IntegerField,
    models.BigAutoField: models.BigIntegerField,
}


class TablesOnly(MigrationAutodetector):
    def __init__(self, from_state: Any, to_state: Any, questioner: Any = None) -> None:
        for state in to_state.models.values():
            if is_ours(state.app_label):
                _bare(state)
        super().__init__(from_state, to_state, questioner)


def is_ours(label: str) -> bool:
    return Path(apps.get_app_config(label).path).parent == settings.BASE_DIR


def _bare(state: Any) -> None:
    model = apps.get_model(state.app_label, state.name)
    for name, field in state.fields.items():
        kept = model._meta.get_field(name)  # noqa: SLF001  Django's way to ask a model
        is_value = issubclass(model, History) and isinstance(kept, models.ForeignKey)
        state.fields[name] = _value(kept) if is_value else _without_words(field)
    for constraint in state.options.get("constraints", ()):
        constraint.violation_error_message = constraint.default_violation_error_message
        constraint.violation_error_code = None
    for word in LEFT_OUT & state.options.keys():
        del state.options[word]


def _without_words(field: Any) -> Any:
    _name, _path, arguments, options = field.deconstruct()
    if "base_field" in options:
        options["base_field"] = _without_words(options["base_field"])
    return type(field)(
        *arguments, **{name: value for name, value in options.items() if name not in LEFT_OUT}
    )


def _value(key: Any) -> Any:
    """The column of a foreign key, and nothing that leads anywhere."""
    target = key.target_field
    kind = WITHOUT_SEQUENCE.get(type(target), type(target))
    length = {"max_length": target.max_length} if target.max_length else {}
    return kind(null=key.null, db_column=key.column, **length)
