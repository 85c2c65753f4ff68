import pytest
from django.core.exceptions import ValidationError

from clients.forms.fields import PhoneField
from partners.forms import InstitutionForm


FIELDS = {"a person's": PhoneField(), "an institution's": InstitutionForm.base_fields["phone"]}
every_field = pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)


@every_field
@pytest.mark.parametrize(
    "typed", ["------", "( ) . -", "12-34-5", "000000", "0000-0000-0000", "+62", "08123x5678"]
)
def test_what_reaches_nobody_is_no_telephone(field, typed):
    with pytest.raises(ValidationError):
        field.clean(typed)


@every_field
@pytest.mark.parametrize(
    "typed", ["", "0812 3456 7890", "(0274) 512-345", "+62 812.3456.7890", "512345"]
)
def test_a_telephone_is_kept_as_it_is_written(field, typed):
    assert field.clean(typed) == typed
