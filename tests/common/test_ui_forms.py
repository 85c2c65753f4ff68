import re

import pytest
from django import forms
from django.template import Context, Template

from common.forms import DateField, Form


class Visit(Form):
    name = forms.CharField(label="Nama", help_text="Seperti pada KTP.")
    on = DateField(label="Tanggal", required=False)
    kind = forms.ChoiceField(
        label="Jenis",
        choices=[("call", "Telepon"), ("visit", "Kunjungan")],
        widget=forms.RadioSelect,
    )
    agreed = forms.BooleanField(label="Setuju")


@pytest.fixture
def refused() -> Form:
    form = Visit({"name": "", "on": "2026-02-31", "kind": "call", "agreed": "on"})
    form.add_error(None, "Kasus sudah ditutup.")
    return form


def summary(form: Form) -> str:
    tag = '{% cotton error-summary :form="form" %}{% endcotton %}'
    return Template(tag).render(Context({"form": form}))


def element(html: str, identifier: str) -> str:
    return re.search(rf'<\w+[^>]*\bid="{identifier}"[^>]*>', html)[0]


def test_an_error_stands_at_its_field_and_is_tied_to_it(refused):
    group = refused["name"].as_field_group()

    assert "id_name_error" in element(group, "id_name")
    assert 'aria-invalid="true"' in element(group, "id_name")
    assert "Bidang ini harus diisi." in group


def test_a_hint_is_tied_to_its_field():
    assert "id_name_helptext" in element(Visit()["name"].as_field_group(), "id_name")


def test_only_optional_fields_say_so():
    assert "(opsional)" in Visit()["on"].as_field_group()
    assert "(opsional)" not in Visit()["name"].as_field_group()


def test_a_date_is_asked_with_the_browsers_own_field(refused):
    assert 'type="date"' in element(Visit()["on"].as_field_group(), "id_on")


def test_every_choice_is_a_row_with_its_own_label():
    group = Visit()["kind"].as_field_group()

    assert group.count('<label class="choice"') == 2
    assert "<legend" in group


def test_a_tick_box_is_one_row():
    assert '<label class="choice" for="id_agreed">' in Visit()["agreed"].as_field_group()


def test_the_summary_links_to_each_wrong_field(refused):
    links = re.findall(r'href="#([^"]+)"', summary(refused))

    assert links == ["id_name", "id_on"]


def test_the_summary_tells_what_belongs_to_no_field(refused):
    assert "Kasus sudah ditutup." in summary(refused)


def test_the_link_to_a_group_of_choices_finds_it():
    form = Visit({"name": "Rian", "agreed": "on"})

    (target,) = re.findall(r'href="#([^"]+)"', summary(form))

    assert element(form["kind"].as_field_group(), target).startswith("<legend")


def test_a_form_without_errors_has_no_summary():
    assert summary(Visit()).strip() == ""


def test_the_input_is_kept():
    refused = Visit({"name": "<Rian>", "on": "x"})

    assert 'value="&lt;Rian&gt;"' in element(refused["name"].as_field_group(), "id_name")
