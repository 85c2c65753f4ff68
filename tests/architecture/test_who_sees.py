"""Architecture section 4, person by person, at every address that is about one client."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from clients.models import Case, Share
from tests import people
from tests.architecture.test_access_map import OF_A_PERSON, address
from tests.architecture.undoing import undone
from tests.clients.factories import ShareFactory


pytestmark = pytest.mark.django_db
METHODS = ("get", "post")


def hired(name, role, institution) -> User:
    email = f"{name.lower()}@contoh.id"
    return User.objects.create_user(email, "x", name=name, role=role, institution=institution)


def colleague_without_the_case() -> User:
    return hired("Hana", Role.SOCIAL_WORKER, people.melati())


def receivers_worker_without_the_case() -> User:
    share()
    return people.citra()


def head_of_a_third_house() -> User:
    share()
    return hired("Joko", Role.BALAI_MANAGER, people.harapan())


def receiver_after_the_share() -> User:
    share(ends_on=timezone.localdate() - timedelta(days=1))
    return people.eko()


def receivers_helper_after_the_share() -> User:
    share(ends_on=timezone.localdate() - timedelta(days=1))
    Case.objects.get().supporters.add(people.citra())
    return people.citra()


STRANGERS = (
    colleague_without_the_case,
    receivers_worker_without_the_case,
    head_of_a_third_house,
    receiver_after_the_share,
    receivers_helper_after_the_share,
    people.fitri,
)


def share(**facts) -> None:
    client = Case.objects.get().client
    if not Share.objects.exists():
        ShareFactory(client=client, institution=people.kenanga(), **facts)


@pytest.mark.parametrize("name", sorted(OF_A_PERSON))
def test_it_does_not_exist_for_strangers(client, name):
    url = address(name)

    for who in STRANGERS:
        with undone():
            client.force_login(who())
            statuses = {getattr(client, method)(url).status_code for method in METHODS}
            assert statuses <= {404, 405}, who


def supervisor() -> User:
    return people.budi()


def receiver() -> User:
    share()
    return people.eko()


def receivers_helper() -> User:
    share()
    Case.objects.get().supporters.add(people.citra())
    return people.citra()


def colleague_who_supports() -> User:
    helper = colleague_without_the_case()
    Case.objects.get().supporters.add(helper)
    return helper


THOSE_INVOLVED = (
    people.ani,
    supervisor,
    receiver,
    receivers_helper,
    colleague_who_supports,
    people.gita,
)


@pytest.mark.parametrize("name", sorted(OF_A_PERSON))
def test_it_exists_for_those_involved(client, name):
    """What they may do with it is said by each app's own tests: allowed, or 403, never 404."""
    url = address(name)

    for who in THOSE_INVOLVED:
        with undone():
            client.force_login(who())
            assert client.get(url).status_code in {200, 302, 403, 405}, who


# Only the institution that keeps the case decides these (clients/permissions.py, care/permissions.py).
OF_THE_OWNER = (
    "clients:edit",
    "clients:withdraw_consent",
    "clients:reassign",
    "clients:reopen",
    "clients:close",
    "care:request",
    "care:transfer_new",
    "care:transfer_withdraw",
    "care:support_new",
    "care:withdraw",
    "care:reoffer",
    "care:wait",
    "care:waiting_contact",
    "care:waiting_interim",
    "care:waiting_leave",
)


@pytest.mark.parametrize("who", [receiver, receivers_helper])
@pytest.mark.parametrize("name", OF_THE_OWNER)
def test_a_guest_does_not_do_what_the_owner_does(client, name, who):
    url = address(name)
    client.force_login(who())

    assert client.post(url, {}).status_code == 403


@pytest.mark.parametrize("name", ["care:accept", "care:decline"])
@pytest.mark.parametrize("who", [people.ani, supervisor, receivers_helper])
def test_only_those_who_answer_for_the_places_give_them(client, name, who):
    url = address(name)
    client.force_login(who())

    assert client.post(url, {}).status_code == 403


@pytest.mark.parametrize("name", ["desk:home", "clients:list", "care:placements", "reports:list"])
def test_whoever_has_left_is_out_at_the_next_click(client, name):
    leaver = people.ani()
    client.force_login(leaver)
    assert client.get(reverse(name)).status_code == 200

    User.objects.filter(pk=leaver.pk).update(is_active=False)

    assert reverse("account_login") in client.get(reverse(name))["Location"]


@pytest.mark.parametrize(
    "name", ["clients:list", "clients:new", "clients:intake", "clients:matches"]
)
def test_the_ministry_opens_no_page_of_clients(client, name):
    client.force_login(people.fitri())

    assert client.get(reverse(name)).status_code == 403


def test_an_auditor_revealing_a_number_leaves_a_trace_and_nothing_else(client):
    url = address("clients:reveal")
    client.force_login(people.gita())

    assert client.post(url, {"purpose": "check"}).status_code == 200
    assert not Case.objects.get().events.exists()
