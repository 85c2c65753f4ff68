import pytest
from django.urls import reverse

from tests import people


pytestmark = pytest.mark.django_db

URL = reverse("accounts:preferences")


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


def test_the_page_starts_with_what_was_chosen_before(ani):
    form = ani.get(URL).context["form"]

    assert (form["theme"].value(), form["language"].value()) == ("system", "id")


def test_the_choice_of_theme_is_in_the_next_page(ani):
    answer = ani.post(URL, {"theme": "dark", "language": "id"}, follow=True)

    assert 'data-theme="dark"' in answer.content.decode()


def test_the_choice_of_language_speaks_from_the_next_page_on(ani):
    answer = ani.post(URL, {"theme": "system", "language": "en"}, follow=True)

    assert '<html lang="en"' in answer.content.decode()
    assert answer["Content-Language"] == "en"


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"theme": "dark"},
        {"theme": "pink", "language": "id"},
        {"theme": "dark", "language": "fr"},
        {"theme": "dark\x00", "language": "id"},
    ],
)
def test_an_unknown_choice_is_refused(ani, sent):
    assert ani.post(URL, sent).status_code == 422
    assert people.ani().theme == "system"


def test_one_chooses_only_for_oneself(ani):
    budi = people.budi()

    ani.post(URL, {"theme": "dark", "language": "en", "user": budi.pk})

    assert people.budi().theme == "system"


def test_whoever_is_not_signed_in_is_asked_to(client):
    assert client.get(URL).status_code == 302
