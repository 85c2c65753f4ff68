import pytest
from django.core.exceptions import ValidationError

from clients.forms.fields import NameField


@pytest.mark.parametrize("typed", ["Siti  Aminah ", "Siti\u00a0Aminah", "Siti\u200b Aminah\u202e"])
def test_a_name_is_kept_as_it_will_be_looked_for(typed):
    assert NameField().clean(typed) == "Siti Aminah"


@pytest.mark.parametrize("typed", ["   ", "\u200f\u202e", "\u3000\u200b"])
def test_a_name_that_nobody_can_see_is_no_name(typed):
    with pytest.raises(ValidationError) as refused:
        NameField().clean(typed)

    assert refused.value.code == "required"


@pytest.mark.parametrize("typed", ["12345", "😀", "--", "٣٢"])
def test_a_name_has_letters(typed):
    with pytest.raises(ValidationError):
        NameField().clean(typed)


@pytest.mark.parametrize("typed", ["O'Neil", "St. Nur-Aini", "محمد", "Ng"])
def test_names_of_every_script_are_names(typed):
    assert NameField().clean(typed) == typed
