import pytest

from accounts.enums import Role
from accounts.models import User
from accounts.services.people import Person, add_user, save_preferences
from common.errors import DomainError
from tests import people


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_yet")]

PASSWORD = "sepatu-merah-di-atas-meja"


def person(**changes):
    facts = {"email": "hana@contoh.id", "name": "Hana Puspita", "role": Role.MINISTRY_ADMIN}
    return Person(**facts | changes)


def test_a_person_is_given_an_account_they_can_sign_in_with():
    add_user(person=person(), password=PASSWORD)

    user = User.objects.get(email="hana@contoh.id")
    assert user.check_password(PASSWORD)
    assert (user.is_active, user.is_staff, user.is_superuser) == (True, False, False)


def test_an_account_of_an_institution_belongs_to_it():
    melati = people.melati()

    user = add_user(person=person(role=Role.SOCIAL_WORKER, institution=melati), password=PASSWORD)

    assert user.institution == melati


def test_the_email_is_kept_in_small_letters():
    add_user(person=person(email="Hana@Contoh.ID"), password=PASSWORD)

    assert User.objects.get().email == "hana@contoh.id"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "hana"}, "email"),
        ({"email": "hana\x00@contoh.id"}, "email"),
        ({"email": f"{'h' * 10_000}@contoh.id"}, "email"),
        ({"name": " "}, "name"),
        ({"name": "x" * 10_000}, "name"),
        ({"name": "Hana\x00"}, "name"),
        ({"role": "king"}, "role"),
        ({"role": Role.SOCIAL_WORKER}, "institution"),
    ],
)
def test_facts_that_cannot_be_are_refused(changes, field):
    with pytest.raises(DomainError) as refused:
        add_user(person=person(**changes), password=PASSWORD)

    assert refused.value.field == field
    assert not User.objects.exists()


@pytest.mark.parametrize("role", [Role.MINISTRY_ADMIN, Role.AUDITOR, Role.DATA_OFFICER])
def test_a_national_role_has_no_institution(role):
    with pytest.raises(DomainError) as refused:
        add_user(person=person(role=role, institution=people.melati()), password=PASSWORD)

    assert refused.value.code == "no_institution"


@pytest.mark.parametrize("password", ["", "pendek", "qwertyuiop123", "Hana Puspita!"])
def test_a_weak_password_is_refused(password):
    with pytest.raises(DomainError) as refused:
        add_user(person=person(), password=password)

    assert refused.value.field == "password"


def test_an_email_in_use_is_refused_in_any_case():
    add_user(person=person(), password=PASSWORD)

    with pytest.raises(DomainError) as refused:
        add_user(person=person(email="HANA@contoh.id"), password=PASSWORD)

    assert refused.value.code == "email_taken"
    assert User.objects.count() == 1


def test_preferences_stay_with_the_person():
    save_preferences(user=people.ani(), theme="dark", language="en")

    ani = people.ani()
    assert (ani.theme, ani.language) == ("dark", "en")
