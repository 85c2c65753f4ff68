"""The page of health, and the figures for a machine that watches."""

import pytest
from django.conf import settings as live
from django.urls import reverse
from django.utils import timezone

from tests import people
from upkeep import services
from upkeep.enums import Watched


pytestmark = pytest.mark.django_db

HEALTH, METRICS = reverse("upkeep:health"), reverse("upkeep:metrics")
TOKEN = "kata-yang-membuka-angka"


def page(client) -> str:
    client.force_login(people.fitri())
    return client.get(HEALTH).content.decode()


def test_it_shows_every_thing_that_is_watched(client):
    shown = page(client)

    for what in Watched:
        assert str(what.label) in shown or what == Watched.ROUNDS
    assert "Pekerja latar dan jam" in shown


def test_a_failed_backup_stands_at_the_top_and_in_its_line(client):
    services.note(Watched.BACKUP, is_well=False, text="pg_dump ended with 1", at=timezone.now())

    shown = page(client)

    assert "Ada yang perlu diperiksa" in shown
    assert "pg_dump ended with 1" in shown


def test_it_is_reached_from_the_menu_of_the_ministry(client):
    client.force_login(people.fitri())

    assert HEALTH in client.get(reverse("desk:home")).content.decode()


@pytest.mark.parametrize("person", [people.ani, people.budi, people.eko, people.gita, people.hadi])
def test_others_may_not_look(client, person):
    client.force_login(person())

    assert client.get(HEALTH).status_code == 403
    assert HEALTH not in client.get(reverse("desk:home")).content.decode()


def test_a_superuser_may_look_whatever_their_role(client):
    operator = people.ani()
    operator.is_superuser = True
    operator.save()
    client.force_login(operator)

    assert client.get(HEALTH).status_code == 200


def test_metrics_are_told_to_who_knows_the_token(client, settings):
    settings.METRICS_TOKEN = TOKEN
    services.note(Watched.BACKUP, is_well=True, text="", at=timezone.now())
    services.note(Watched.DISK, is_well=False, text="", at=timezone.now())

    answer = client.get(METRICS, headers={"Authorization": f"Bearer {TOKEN}"})
    lines = answer.content.decode().splitlines()

    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    assert 'atensi_well{what="backup"} 1' in lines
    assert 'atensi_well{what="disk"} 0' in lines
    assert "atensi_broker_up 1" in lines


@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer salah", f"Basic {TOKEN}x", f"Bearer {TOKEN}é"]
)
def test_without_the_token_there_is_no_such_page(client, settings, given):
    settings.METRICS_TOKEN = TOKEN

    assert client.get(METRICS, headers={"Authorization": given}).status_code == 404


def test_without_a_token_nobody_opens_it(client, settings):
    settings.METRICS_TOKEN = ""

    assert client.get(METRICS, headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.parametrize("task", ["make_rounds", "look_outside", "verify_seals", "verify_history"])
def test_the_clock_asks_for_it_by_itself(task):
    asked = {entry["task"] for entry in live.CELERY_BEAT_SCHEDULE.values()}

    assert f"upkeep.tasks.{task}" in asked
