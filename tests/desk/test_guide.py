"""The guide answers for each page, in both languages, by role and by word."""

import pytest
from django.urls import reverse

from desk.guide import topics
from tests import people
from tests.registry import ROUTES


INDONESIAN, ENGLISH = topics.topics("id"), topics.topics("en")
# Without a frame there is no "?": these answer machines, or show nothing but a file.
UNFRAMED = ("api:", "admin:", "403", "404", "health", "styleguide", "upkeep:metrics")


def with_pages() -> list[str]:
    return [
        name
        for name, route in ROUTES.items()
        if "GET" in route.methods and not name.startswith(UNFRAMED) and ":" in name
    ]


def test_both_languages_have_the_same_parts_in_the_same_order():
    assert [one.slug for one in ENGLISH] == [one.slug for one in INDONESIAN]
    assert all(one.title and one.text for one in (*INDONESIAN, *ENGLISH))


@pytest.mark.parametrize("name", with_pages())
def test_a_part_explains_each_page(name):
    assert topics.topic_of(name, "id"), f"docs/guide.md: no part has {name} among its pages"


@pytest.mark.parametrize("one", INDONESIAN, ids=lambda one: one.slug)
def test_each_beginning_that_a_part_names_is_that_of_a_page(one):
    from django.urls import get_resolver

    known = set(ROUTES) | {f"{key}" for key in get_resolver().reverse_dict if isinstance(key, str)}
    for start in one.pages:
        assert any(name.startswith(start) for name in known), start


@pytest.mark.parametrize(
    ("page", "slug"),
    [
        ("clients:new", "klien-baru"),
        ("clients:file", "berkas"),
        ("screening:section", "skrining"),
        ("screening:assessment_section", "asesmen"),
        ("care:placement", "penempatan"),
        ("care:plan_print", "rencana"),
        ("care:waiting_contact", "daftar-tunggu"),
        ("safety:concern", "keselamatan"),
    ],
)
@pytest.mark.django_db
def test_the_question_mark_of_a_page_leads_to_its_part(client, page, slug):
    client.force_login(people.ani())

    answer = client.get(reverse("desk:guide"), {"halaman": page})

    assert answer["Location"] == reverse("desk:topic", args=[slug])


@pytest.mark.django_db
def test_a_page_that_no_part_explains_leads_to_all_parts(client):
    client.force_login(people.ani())

    answer = client.get(reverse("desk:guide"), {"halaman": "nowhere:at_all"})

    assert answer["Location"] == reverse("desk:guide")


@pytest.mark.django_db
def test_every_page_shows_its_question_mark(client):
    client.force_login(people.ani())

    page = client.get(reverse("clients:list")).content.decode()

    assert f'href="{reverse("desk:guide")}?halaman=clients:list"' in page


@pytest.mark.django_db
def test_the_parts_of_one_s_own_role_stand_first(client):
    client.force_login(people.gita())

    context = client.get(reverse("desk:guide")).context

    assert "pengawasan" in {one.slug for one in context["mine"]}
    assert "rencana" in {one.slug for one in context["others"]}


@pytest.mark.django_db
def test_words_in_any_order_find_the_parts_that_say_them(client):
    client.force_login(people.ani())

    context = client.get(reverse("desk:guide"), {"cari": "72 KAMBUH"}).context

    assert [one.slug for one in context["mine"]] == ["kejadian"]


@pytest.mark.django_db
def test_a_word_that_no_part_says_is_told_with_a_way_back(client):
    client.force_login(people.ani())

    page = client.get(reverse("desk:guide"), {"cari": "<b>zzz"}).content.decode()

    assert "Tidak ada bagian tentang “&lt;b&gt;zzz”" in page


@pytest.mark.django_db
def test_a_part_is_drawn_as_a_page(client):
    client.force_login(people.ani())

    page = client.get(reverse("desk:topic", args=["kejadian"])).content.decode()

    assert "<li><strong>Kambuh</strong>" in page


@pytest.mark.django_db
def test_a_part_that_is_none_is_not_found(client):
    client.force_login(people.ani())

    assert client.get(reverse("desk:topic", args=["tidak-ada"])).status_code == 404


@pytest.mark.django_db
def test_whoever_reads_english_reads_the_guide_in_english(client):
    reader = people.ani()
    reader.language = "en"
    reader.save(update_fields=["language"])
    client.force_login(reader)

    page = client.get(reverse("desk:topic", args=["kejadian"])).content.decode()

    assert "Relapse, prison, moving, death" in page
