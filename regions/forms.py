"""Choosing regencies: five hundred options under their provinces, without JavaScript."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from regions.known import regencies as known_regencies
from regions.models import Regency


class _ByProvince(ModelChoiceIterator):
    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        known = known_regencies().values()
        for province, regencies in groupby(known, key=lambda row: row.province.name):
            yield province, [self.choice(regency) for regency in regencies]


class LongSelect(forms.Select):
    """A select of hundreds of rows in one go: Django renders a template for every option."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = {str(each) for each in (value if isinstance(value, list | tuple) else [value])}
        given = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        told = format_html_join(
            "", ' {}="{}"', ((k, v) for k, v in given.items() if v not in {False, None, True})
        )
        flags = format_html_join("", " {}", ((k,) for k, v in given.items() if v is True))
        rows = format_html_join("", "{}", ((_option(row, chosen),) for row in self.choices))
        return format_html("<select{}{}>{}</select>", told, flags, rows)


class LongSelectMultiple(LongSelect, forms.SelectMultiple):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"multiple": True, "size": "10", **(attrs or {})})


class RegencyField(forms.ModelChoiceField):
    """Every kabupaten and kota under its province; works by typing too."""

    iterator = _ByProvince
    widget = LongSelect

    def __init__(self, **options: Any) -> None:
        super().__init__(
            queryset=_rows(), empty_label=_("Pilih kabupaten/kota"), blank=False, **options
        )

    def to_python(self, value: Any) -> Regency | None:
        if value in self.empty_values:
            return None
        found = value if isinstance(value, Regency) else known_regencies().get(str(value))
        return found or super().to_python(value)


class RegenciesField(forms.ModelMultipleChoiceField):
    iterator = _ByProvince
    widget = LongSelectMultiple

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=_rows(), **options)


def _rows() -> Any:
    return Regency.objects.select_related("province").order_by("province__code", "name")


def _option(row: tuple[Any, Any], chosen: set[str]) -> SafeString:
    value, label = row
    if isinstance(label, list):
        inner = format_html_join("", "{}", ((_option(each, chosen),) for each in label))
        return format_html('<optgroup label="{}">{}</optgroup>', value, inner)
    mark = " selected" if str(value) in chosen else ""
    return format_html('<option value="{}"{}>{}</option>', str(value), mark, label)
