"""One concept, one word (docs/words.md): what a row has come to is its status."""

from django.apps import apps
from django.conf import settings

from common.tables import is_ours


def test_no_column_and_no_enum_says_state():
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if is_ours(model._meta.app_label)
        for field in model._meta.local_fields
    }
    enums = "\n".join(path.read_text() for path in settings.BASE_DIR.glob("*/enums*.py"))

    assert "care.Transfer.status" in fields
    assert [name for name in sorted(fields) if name.endswith(("state", "State"))] == []
    assert "State(TextChoices)" not in enums
