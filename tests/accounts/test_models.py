from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accounts.enums import Role
from accounts.models import User
from clients.models import Client
from tests import people


pytestmark = pytest.mark.django_db


def test_colleagues_work_at_the_same_institution():
    ani, budi = people.ani(), people.budi()
    people.citra()

    assert set(User.objects.colleagues_of(ani)) == {ani, budi}


def test_somebody_who_left_is_no_colleague():
    ani, budi = people.ani(), people.budi()
    User.objects.filter(pk=budi.pk).update(is_active=False)

    assert set(User.objects.colleagues_of(ani)) == {ani}


def test_the_ministry_has_no_colleagues_to_hand_work_to():
    people.gita()

    assert not User.objects.colleagues_of(people.fitri()).exists()


def test_the_head_of_a_balai_carries_no_cases():
    citra = people.citra()
    eko = people.eko()

    assert set(User.objects.colleagues_of(eko).who_carry_cases()) == {citra}


@pytest.mark.parametrize(
    ("role", "institution"),
    [
        (Role.SOCIAL_WORKER, None),
        (Role.MINISTRY_ADMIN, people.melati),
        (Role.AUDITOR, people.melati),
    ],
)
def test_the_database_holds_role_and_institution_together(role, institution):
    place = institution() if institution else None

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("x@contoh.id", name="X", role=role, institution=place)


def test_the_database_knows_one_email_in_any_case():
    people.ani()

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="ANI@contoh.id", name="X", role=Role.AUDITOR)])


def test_an_inactive_person_sees_nobody():
    ani = people.ani()
    Client.objects.create(
        registration_number="KPN-26-00001",
        institution=ani.institution,
        name="Rian",
        nik_missing_reason="no_card",
        sex="male",
        birth_date=date(2000, 1, 1),
        regency=ani.institution.regency,
        registered_by=ani,
    )
    budi = people.budi()
    assert Client.objects.visible_to(budi).exists()

    budi.is_active = False

    assert not Client.objects.visible_to(budi).exists()


def test_a_person_is_called_by_their_first_name():
    assert people.ani().get_short_name() == "Ani"
