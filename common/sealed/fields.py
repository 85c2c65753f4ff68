"""Model fields: text and JSON that are stored sealed, and the fingerprint by which a number can be found."""

import json
from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.core.exceptions import FieldError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.lookups import GreaterThan
from django.db.models.query_utils import DeferredAttribute
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from common.sealed import datakeys
from common.sealed.box import Erased, Opened, SealBroken, Sealed, seal, unseal
from common.sealed.index import index_of


if TYPE_CHECKING:
    Field = models.Field[Any, Any]
    CharField = models.CharField[str, str]
else:
    Field, CharField = models.Field, models.CharField

SOMETHING = b"x"
# Of no text: whether there is a value, and (the trail's triggers) whether the column has changed.
COMPARES_COLUMNS = {"isnull", "df"}


def is_written(name: str) -> Any:
    """A condition for constraints: the sealed field `name` is not empty."""
    length = models.Func(
        models.F(name), function="octet_length", output_field=models.IntegerField()
    )
    return models.Q(GreaterThan(length, 0))


def _is_erased(owner: Any) -> bool:
    """An older copy in a history table does not know it yet; the person's own row does."""
    tracked = getattr(type(owner), "pgh_tracked_model", None)
    row = tracked._default_manager.filter(key_id=owner.key_id).first() if tracked else owner  # noqa: SLF001
    return getattr(row, "erased_at", None) is not None


class SealedAttribute(DeferredAttribute):
    """Opens the value when somebody reads it; what nobody reads stays closed and is saved as it was."""

    field: "SealedTextField"

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        value = super().__get__(instance, owner)
        if isinstance(value, Sealed):
            value = instance.__dict__[self.field.attname] = self.field.open(instance, value)
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        known = instance.__dict__.get(self.field.attname)
        if not (type(value) is str and isinstance(known, Opened) and known == value):
            instance.__dict__[self.field.attname] = value


class SealedTextField(Field):
    """`owner` leads from the row to the object whose `key_id` names the key: "self", "client", "case.client"."""

    description = "Sealed text"
    descriptor_class = SealedAttribute

    def __init__(self, *args: Any, owner: str = "self", **options: Any) -> None:
        super().__init__(*args, **options)
        self.owner = owner
        if self.max_length is not None:
            self.validators.append(MaxLengthValidator(self.max_length))

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "owner": self.owner}

    def get_internal_type(self) -> str:
        return "BinaryField"

    @property
    def about(self) -> str:
        """What a value is bound to. A history table's copies are bound to the column that they copy."""
        model = getattr(self.model, "pgh_tracked_model", None) or self.model
        return f"{model._meta.label}.{self.name}"  # noqa: SLF001

    @cached_property
    def _brings_the_key(self) -> bool:
        """A person's first sealed field makes their key, even when there is nothing to seal yet."""
        fields = self.model._meta.concrete_fields  # noqa: SLF001
        first = next(field for field in fields if isinstance(field, SealedTextField))
        return self.owner == "self" and first is self

    def owner_of(self, instance: models.Model) -> Any:
        return instance if self.owner == "self" else attrgetter(self.owner)(instance)

    def open(self, instance: models.Model, sealed: Sealed) -> Opened:
        key_id = self.owner_of(instance).key_id
        key = datakeys.find(key_id)
        if key is None and not _is_erased(self.owner_of(instance)):
            raise SealBroken(f"The key of a value of {self.about} is out of reach, and not erased.")
        text = Erased(_("(dihapus)")) if key is None else Opened(unseal(key, sealed, self.about))
        text.sealed, text.home = sealed, (self.about, key_id)
        return text

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001  Django's signature
        if self._brings_the_key and (add or model_instance._state.adding):  # noqa: SLF001
            datakeys.make_along(self.owner_of(model_instance).key_id)
        value = model_instance.__dict__.get(self.attname, "")
        if not value or isinstance(value, Sealed):
            return value
        key_id = self.owner_of(model_instance).key_id
        if not (isinstance(value, Opened) and value.home == (self.about, key_id)):
            value = model_instance.__dict__[self.attname] = self._close(str(value), key_id)
        return value.sealed

    def _close(self, text: str, key_id: UUID) -> Opened:
        key = datakeys.find(key_id)
        if key is None:
            raise SealBroken(
                f"The key of this person has been destroyed: nothing more goes into {self.about}."
            )
        opened = Opened(text)
        opened.sealed, opened.home = seal(key, text, self.about), (self.about, key_id)
        return opened

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        if value is None:
            return None
        data = bytes(value)
        return Sealed(data) if data else ""

    def to_python(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str | Sealed) else str(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        if isinstance(value, str):
            # Only a check of the model's constraints brings text this far, and it asks whether there is any.
            value = SOMETHING if value else b""
        return None if value is None else connection.Database.Binary(bytes(value))

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if isinstance(value, str) and value:
            raise FieldError(
                f"{self.about} is sealed with its owner's key: set it on the object and save that."
            )
        return super().get_db_prep_save(value, connection)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name not in COMPARES_COLUMNS:
            raise FieldError(f"{self.about} is sealed and cannot be searched; look for its index.")
        return super().get_lookup(lookup_name)

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.about} is sealed and cannot be searched; look for its index.")

    def formfield(self, **options: Any) -> Any:
        widget = {} if self.max_length else {"widget": forms.Textarea}
        defaults = {"form_class": forms.CharField, "max_length": self.max_length, **widget}
        return super().formfield(**{**defaults, **options})


def written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class SealedJSONAttribute(SealedAttribute):
    """Opens the value when somebody reads it, and remembers what it was: a dict may be changed where it lies."""

    field: "SealedJSONField"

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        value = super(SealedAttribute, self).__get__(instance, owner)
        if isinstance(value, Sealed):
            text = self.field.open(instance, value)
            instance.__dict__[self.field.memory] = text
            value = instance.__dict__[self.field.attname] = self.field.read(text)
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedJSONField(SealedTextField):
    """Of an erased person nothing is left: the field is as if it had never been filled."""

    description = "Sealed JSON"
    descriptor_class = SealedJSONAttribute

    @property
    def memory(self) -> str:
        return f"_{self.attname}_as_opened"

    @property
    def nothing(self) -> Any:
        return None if self.null else self.get_default()

    def read(self, text: Opened) -> Any:
        return self.nothing if isinstance(text, Erased) else json.loads(text)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001  Django's signature
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Sealed):
            return value
        opened = model_instance.__dict__.get(self.memory)
        if isinstance(opened, Erased) and value == self.nothing:
            return opened.sealed
        if not value:
            return b""
        text, key_id = written(value), self.owner_of(model_instance).key_id
        if not (opened == text and opened.home == (self.about, key_id)):
            opened = model_instance.__dict__[self.memory] = self._close(text, key_id)
        return opened.sealed

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        if value is None:
            return None
        data = bytes(value)
        return Sealed(data) if data else self.get_default()

    def to_python(self, value: Any) -> Any:
        return value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        if isinstance(value, dict | list):
            # Only a check of the model's constraints brings it this far, and it asks whether there is any.
            value = SOMETHING if value else b""
        return super().get_db_prep_value(value, connection, prepared)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if isinstance(value, dict | list) and value:
            raise FieldError(
                f"{self.about} is sealed with its owner's key: set it on the object and save that."
            )
        return super().get_db_prep_save(value, connection)


def with_indexes(model: type[models.Model], names: Iterable[str]) -> set[str]:
    """For `update_fields`: what is found by goes with the column that it is made `of`."""
    saved = set(names)
    fields = model._meta.concrete_fields  # noqa: SLF001  Django's way to ask a model
    return saved | {field.name for field in fields if getattr(field, "of", "") in saved}


class BlindIndexField(CharField):
    """`index_of(kind, …)` of the sealed field `of`, kept in step with it by every save of both."""

    def __init__(self, *args: Any, of: str = "", kind: str = "", **options: Any) -> None:
        super().__init__(*args, **{"max_length": 64, "blank": True, "editable": False, **options})
        self.of, self.kind = of, kind

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "of": self.of, "kind": self.kind}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001  Django's signature
        text = model_instance.__dict__.get(self.of)
        if isinstance(text, str) and not isinstance(text, Erased):
            setattr(model_instance, self.attname, index_of(self.kind, text))
        return str(getattr(model_instance, self.attname))
