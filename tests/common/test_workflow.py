"""One kind of table of moves: what it answers, how a row follows it, and that the documentation draws what the code obeys."""

import pytest
from django.conf import settings
from django.db.models import TextChoices

from clients.models import Case
from common.errors import DomainError
from common.management.commands.draw_workflows import drawn
from common.workflow import IllegalMove, Workflow, every_workflow, move


class Light(TextChoices):
    RED = "red", "Merah"
    GREEN = "green", "Hijau"
    OFF = "off", "Padam"


LIGHT = Workflow(
    ("go", (Light.RED,), Light.GREEN),
    ("stop", (Light.GREEN,), Light.RED),
    ("break", (Light.RED, Light.GREEN), Light.OFF),
    title="Lampu",
)
ALL = [pytest.param(table, id=f"{source}:{table.title}") for source, table in every_workflow()]


def test_a_verb_leads_where_the_table_says():
    assert LIGHT.next("go", "red") is Light.GREEN


@pytest.mark.parametrize(("verb", "status"), [("go", "green"), ("go", "off"), ("fly", "red")])
def test_any_other_verb_leads_nowhere(verb, status):
    assert not LIGHT.may(verb, status)
    with pytest.raises(IllegalMove):
        LIGHT.next(verb, status)


def test_a_table_cannot_be_changed():
    with pytest.raises(AttributeError):
        LIGHT.moves = ()


def test_a_row_moves():
    row = Case(status="red")

    move(row, "break", LIGHT)

    assert row.status == Light.OFF


def test_a_move_out_of_turn_says_how_things_stand_and_changes_nothing():
    row = Case(status="off")

    with pytest.raises(DomainError) as refused:
        move(row, "go", LIGHT)

    assert refused.value.code == "wrong_status"
    assert refused.value.message == (
        "Statusnya sudah “Padam”. Muat ulang halaman untuk melihat perubahannya."
    )
    assert row.status == "off"


def test_every_table_of_the_system_is_found():
    assert {table.title for _source, table in every_workflow()} >= {
        "Kasus", "Asesmen", "Penempatan", "Daftar tunggu", "Pemindahan", "Basis pendukung",
        "Rencana layanan", "Terminasi", "Kiriman laporan",
    }  # fmt: skip


@pytest.mark.parametrize("table", ALL)
def test_every_status_can_be_reached_but_the_first(table):
    first, *others = table.statuses

    assert {target for _verb, _sources, target in table.moves} >= set(others), first


def test_the_documentation_draws_what_the_code_obeys():
    """After a change of a table: `manage.py draw_workflows`."""
    assert (settings.BASE_DIR / "docs" / "workflows.md").read_text() == drawn()
