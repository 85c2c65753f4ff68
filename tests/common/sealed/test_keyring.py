import pytest

from common import keyfile
from common.sealed import KeysUnusable, SealBroken
from common.sealed.checks import check_key_file
from common.sealed.keyring import hide, keyring, show
from tests.common.sealed import keys


@pytest.fixture
def file(tmp_path, settings):
    path = keys.write(tmp_path / "field-keys", "new", "old")
    settings.FIELD_KEYS_FILE = str(path)
    return path


def test_what_is_wrapped_with_the_newest_key_opens_again(file):
    name, wrapped = keyring().wrap(b"a data key")

    assert (name, keyring().unwrap(name, wrapped)) == ("new", b"a data key")


def test_a_wrapped_key_under_another_keys_name_is_refused(file):
    _name, wrapped = keyring().wrap(b"a data key")

    with pytest.raises(SealBroken):
        keyring().unwrap("old", wrapped)


def test_a_key_that_has_left_the_file_is_missed_by_name(file):
    with pytest.raises(KeysUnusable, match='no key "older"'):
        keyring().unwrap("older", b"anything")


def test_a_new_key_is_used_without_a_restart(file):
    keyring()
    newest = keyfile.add(file)

    assert keyring().newest == newest
    assert list(keyring().keys) == [newest, "new", "old"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "at least one key"),
        ("k1:QUFB\n", "base64 of 32 bytes"),
        ("k1:not base64 at all\n", "base64 of 32 bytes"),
        (f"index:{'A' * 43}=\n", "at least one key"),
        (f"k1:{'A' * 43}=\n", 'the line "index:'),
    ],
)
def test_a_garbled_file_is_told_in_a_sentence(file, text, complaint):
    file.write_text(text)

    with pytest.raises(KeysUnusable, match=complaint):
        keyring()


@pytest.mark.parametrize("path", ["", "/nowhere/field-keys"])
def test_a_missing_file_is_told_in_a_sentence(settings, path):
    settings.FIELD_KEYS_FILE = path

    with pytest.raises(KeysUnusable, match="cannot be read: FIELD_KEYS_FILE"):
        keyring()


def test_the_deployment_check_asks_for_the_file(settings):
    settings.FIELD_KEYS_FILE = ""

    assert [message.id for message in check_key_file()] == ["sealed.E001"]


def test_the_deployment_check_warns_of_a_file_that_others_read(file):
    file.chmod(0o644)
    warned = [message.id for message in check_key_file()]
    file.chmod(0o600)

    assert (warned, check_key_file()) == (["sealed.W001"], [])


def test_a_file_of_ones_own_is_made_once_and_for_its_owner_alone(tmp_path, settings):
    path = tmp_path / "keys" / "field-keys"
    keyfile.make(path)
    first = path.read_text()
    keyfile.make(path)
    settings.FIELD_KEYS_FILE = str(path)

    assert path.read_text() == first
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(keyring().keys) == 1
    assert [file.name for file in path.parent.iterdir()] == ["field-keys"]


def test_what_waits_in_a_session_is_hidden_and_can_be_shown(file):
    hidden = hide("3271011503000004")

    assert "3271" not in hidden
    assert show(hidden) == "3271011503000004"
