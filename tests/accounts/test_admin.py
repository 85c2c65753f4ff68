"""/admin/: reference data, superusers only, and under our content security policy."""

import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.models import User
from clients.models import ConsentText
from partners.models import Institution
from regions.models import Province, Regency
from tests import people
from tests.clients.factories import ConsentFactory
from tests.partners.factories import InstitutionFactory
from tests.regions.factories import RegencyFactory


pytestmark = pytest.mark.django_db

INDEX = reverse("admin:index")
PAGES = [
    reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for model in (Province, Regency, Institution, ConsentText)
]


@pytest.fixture
def keeper(client):
    """A superuser's browser."""
    client.force_login(
        User.objects.create_superuser("hana@contoh.id", people.PASSWORD, name="Hana Puspita")
    )
    return client


def test_it_keeps_reference_data_only():
    assert set(admin.site._registry) == {Province, Regency, Institution, ConsentText}


@pytest.mark.parametrize("page", [INDEX, *PAGES, reverse("admin:partners_institution_add")])
def test_superusers_enter_and_no_page_breaks_the_policy(keeper, page):
    RegencyFactory()

    assert keeper.get(page).status_code == 200  # the guard of html answers looks for inline code


def test_an_institution_is_changed_on_its_own_page_alone(keeper):
    """The admin knows no versions: it would overwrite what somebody else has just saved."""
    institution = InstitutionFactory()
    url = reverse("admin:partners_institution_change", args=[institution.pk])

    assert keeper.get(url).status_code == 200
    assert keeper.post(url, {"name": "Lain"}).status_code == 403


@pytest.mark.parametrize("person", [people.ani, people.fitri, people.gita])
def test_nobody_else_enters(client, person):
    client.force_login(person())

    assert client.get(INDEX, follow=True).status_code == 403


def test_the_staff_flag_alone_opens_nothing(client):
    fitri = people.fitri()
    User.objects.filter(pk=fitri.pk).update(is_staff=True)
    client.force_login(fitri)

    assert client.get(INDEX, follow=True).status_code == 403
    assert client.get(reverse("admin:login")).status_code == 403


def test_an_inactive_superuser_stays_outside(keeper):
    User.objects.update(is_active=False)

    assert keeper.get(INDEX).status_code == 302


def test_strangers_sign_in_on_our_own_page(client):
    answer = client.get(INDEX, follow=True)

    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))


def test_djangos_own_door_is_shut(client):
    User.objects.create_superuser("hana@contoh.id", people.PASSWORD, name="Hana Puspita")

    client.post(reverse("admin:login"), {"username": "hana@contoh.id", "password": people.PASSWORD})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("model", ["province", "regency"])
def test_regions_are_neither_added_nor_deleted_by_hand(keeper, model):
    row = RegencyFactory()
    pk = row.pk if model == "regency" else row.province_id

    assert keeper.get(reverse(f"admin:regions_{model}_add")).status_code == 403
    assert keeper.get(reverse(f"admin:regions_{model}_delete", args=[pk])).status_code == 403


def test_a_consent_text_in_use_is_read_only(keeper):
    text = ConsentText.objects.current()
    url = reverse("admin:clients_consenttext_change", args=[text.pk])
    assert 'name="body"' in keeper.get(url).content.decode()

    ConsentFactory()

    assert 'name="body"' not in keeper.get(url).content.decode()
    assert keeper.post(url, {"version": "x", "body": "x"}).status_code == 403
