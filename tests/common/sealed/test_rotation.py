"""A new key for the data keys: nobody's texts are touched, and the old key can go."""

import io

import pytest
from django.core.management import CommandError, call_command

from clients.models import Client
from common.models import DataKey
from common.sealed import KeysUnusable, datakeys
from common.sealed.datakeys import rewrap
from tests.clients.factories import ClientFactory
from tests.common.sealed import keys


pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path, settings):
    """Under it, people with a telephone are registered with the key "old"."""
    path = keys.write(tmp_path / "field-keys", "old")
    settings.FIELD_KEYS_FILE = str(path)
    yield path
    datakeys.forget_all()


@pytest.fixture
def three(file):
    clients = [ClientFactory(phone=f"08120000000{number}") for number in range(3)]
    datakeys.forget_all()
    return clients


def phones() -> list[str]:
    datakeys.forget_all()
    return [row.phone for row in Client.objects.order_by("pk")]


def rotate() -> str:
    out = io.StringIO()
    call_command("rotate_keys", stdout=out)
    return out.getvalue()


def test_rotation_keeps_everything_readable_without_the_old_key(three, file):
    keys.write(file, "new", "old")
    told = rotate()
    keys.write(file, "new")

    assert phones() == ["081200000000", "081200000001", "081200000002"]
    assert "3 data keys wrapped with new; 0 still with another." in told
    assert "No longer needed for this database: old." in told


def test_before_rotation_old_and_new_texts_are_readable(three, file):
    keys.write(file, "new", "old")
    ClientFactory(phone="081200000003")

    assert len(set(phones())) == 4
    assert set(DataKey.objects.values_list("kek", flat=True)) == {"new", "old"}


def test_a_key_that_was_dropped_too_early_is_missed_loudly(three, file):
    keys.write(file, "new")

    with pytest.raises(KeysUnusable, match='no key "old"'):
        phones()
    with pytest.raises(CommandError, match='no key "old"'):
        rotate()


def test_rotating_twice_changes_nothing(three, file):
    keys.write(file, "new", "old")
    rotate()
    before = list(DataKey.objects.order_by("pk").values_list())

    assert "0 data keys wrapped with new" in rotate()
    assert [bytes(row[2]) for row in before] == [
        bytes(row.wrapped) for row in DataKey.objects.order_by("pk")
    ]


def test_rotation_goes_on_batch_by_batch_to_the_end(three, file, monkeypatch):
    monkeypatch.setattr(datakeys, "AT_ONCE", 2)
    keys.write(file, "new", "old")
    count, last = rewrap(None)
    rest, end = rewrap(last)

    assert (count, rest) == (2, 1)
    assert rewrap(end) == (0, None)


def test_the_command_puts_a_new_key_first(three, file):
    out = io.StringIO()
    call_command("new_field_key", stdout=out)
    first = file.read_text().split(":")[0]

    assert f"the newest key is {first}." in out.getvalue()
    assert f"3 data keys wrapped with {first}" in rotate()


def test_the_command_makes_the_first_file(tmp_path, settings):
    settings.FIELD_KEYS_FILE = str(tmp_path / "keys" / "field-keys")
    call_command("new_field_key", stdout=io.StringIO())

    assert ClientFactory(phone="0812345678").phone == "0812345678"


def test_the_command_leaves_a_garbled_file_alone(file):
    file.write_text("nonsense\n")

    with pytest.raises(CommandError, match="base64"):
        call_command("new_field_key")
    assert file.read_text() == "nonsense\n"
