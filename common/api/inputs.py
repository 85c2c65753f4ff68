"""What may be sent. The rules of a form are the rules of the API: one home for both.

A serializer of the form's fields tells the schema and refuses what JSON can get wrong (types, lengths,
NUL bytes, unknown names); then the form itself is filled in and says the rest in its own words.
"""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from rest_framework import serializers

from common.sealed import SealedTextField


LARGEST_ID = 2**63 - 1


class Text(serializers.CharField):
    """Text is text: no number and no truth value is quietly made into one."""

    def __init__(self, **options: Any) -> None:
        super().__init__(trim_whitespace=False, **options)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return str(super().to_internal_value(data))


class Flag(serializers.BooleanField):
    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return bool(data)


class Id(serializers.IntegerField):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"min_value": 1, "max_value": LARGEST_ID, **options})


class Visible(serializers.PrimaryKeyRelatedField):
    """A row that the asking person may see; anybody else's does not exist."""

    def __init__(self, model: type[models.Model], **options: Any) -> None:
        self.model = model
        super().__init__(queryset=model._default_manager.none(), pk_field=Id(), **options)  # noqa: SLF001

    def get_queryset(self) -> Any:
        return self.model._default_manager.visible_to(self.context["request"].user)  # type: ignore[attr-defined]  # noqa: SLF001


class Input(serializers.Serializer):
    """Takes the fields that it names and no others."""

    form: ClassVar[type[forms.Form] | None] = None

    def __init_subclass__(cls, **options: Any) -> None:
        """A relation to rows about people that is not narrowed to the asking person is a mistake of ours."""
        super().__init_subclass__(**options)
        for name, field in cls._declared_fields.items():
            if isinstance(field, serializers.RelatedField) and not _is_narrowed(field):
                raise TypeError(f"{cls.__name__}.{name}: use Visible({name.title()})")

    def to_internal_value(self, data: Any) -> Any:
        given = super().to_internal_value(data)
        unknown = ", ".join(
            sorted(ascii(name)[:40] for name in data if name not in self.fields)[:5]
        )
        if unknown:
            told = _("Isian tidak dikenal: %(names)s.") % {"names": unknown}
            raise serializers.ValidationError({"non_field_errors": [told]})
        return given


class ModelOutput(serializers.ModelSerializer):
    """What is told of a row; never what may be written to it."""

    serializer_field_mapping: ClassVar[Any] = {
        **serializers.ModelSerializer.serializer_field_mapping,
        SealedTextField: serializers.CharField,
    }

    def get_fields(self) -> Any:
        fields = super().get_fields()
        for field in fields.values():
            field.read_only = True
        return fields


def takes(form: type[forms.Form], **own: serializers.Field) -> type[Input]:
    """An Input with the fields of a form that people see; `own` adds to them, or says better than their class what they take."""
    asked = {name: field for name, field in form.base_fields.items() if not field.widget.is_hidden}
    fields = {name: _field(field) for name, field in asked.items() if name not in own} | own
    name = form.__name__.removesuffix("Form").removesuffix("Fields") + "Input"
    return type(
        name, (Input,), {"form": form, "__doc__": "", "__module__": form.__module__, **fields}
    )


def _is_narrowed(field: Any) -> bool:
    if field.read_only or isinstance(field, Visible):
        return True
    return not hasattr(field.queryset, "visible_to")


def _field(field: forms.Field) -> serializers.Field:
    told = {"required": field.required, "help_text": field.label}
    if isinstance(field, forms.BooleanField):
        return Flag(**told)
    if isinstance(field, forms.DateField):
        return serializers.DateField(**told)
    if isinstance(field, forms.TimeField):
        return serializers.TimeField(**told)
    if isinstance(field, forms.ModelChoiceField):
        return _row(field, told)
    if isinstance(field, forms.ChoiceField):
        choices = [(value, label) for value, label in field.widget.choices if value]
        return serializers.ChoiceField(choices=choices, allow_blank=not field.required, **told)
    if isinstance(field, forms.CharField):
        return Text(max_length=field.max_length, allow_blank=not field.required, **told)
    raise TypeError(f"say what {type(field).__name__} takes")


def _row(field: Any, told: dict[str, Any]) -> serializers.Field:
    """Which rows may be chosen is the form's to say: it offers them to the asking person."""
    pk: Any = field.queryset.model._meta.pk  # noqa: SLF001
    if isinstance(pk, models.CharField):
        return Text(max_length=pk.max_length, **told)
    return Id(allow_null=not field.required, **told)
