"""A password that was stolen elsewhere is refused, by a list of hashes that the operator names."""

import hashlib

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.breached import NotALine, is_listed
from accounts.checks import stolen_passwords_are_known


pytestmark = pytest.mark.django_db

STOLEN = [f"kuda-lumping-pagi-{number}" for number in range(200)]


def written(path, passwords, *, behind=":3", end="\n"):
    hashes = sorted(hashlib.sha1(word.encode()).hexdigest().upper() for word in passwords)
    path.write_bytes("".join(f"{each}{behind}{end}" for each in hashes).encode())
    return str(path)


@pytest.mark.parametrize(("behind", "end"), [(":3", "\n"), ("", "\n"), (":12345", "\r\n")])
def test_each_password_of_the_list_is_found_and_no_other(tmp_path, behind, end):
    path = written(tmp_path / "list", STOLEN, behind=behind, end=end)

    assert [word for word in STOLEN if not is_listed(path, word)] == []
    assert [word for word in STOLEN if is_listed(path, f"{word}!")] == []


def test_a_list_of_one_and_an_empty_one_can_be_asked(tmp_path):
    assert is_listed(written(tmp_path / "one", STOLEN[:1]), STOLEN[0])
    assert not is_listed(written(tmp_path / "none", []), STOLEN[0])


def test_a_stolen_password_is_refused(tmp_path, settings):
    settings.BREACHED_PASSWORDS = written(tmp_path / "list", STOLEN)

    with pytest.raises(ValidationError, match="pernah bocor"):
        validate_password(STOLEN[7])
    validate_password("sepatu-merah-di-atap")


def test_a_list_that_is_none_is_not_taken_for_one_without_this_password(tmp_path):
    path = tmp_path / "list"
    path.write_text("123456\npassword\n")

    with pytest.raises(NotALine):
        is_listed(str(path), STOLEN[0])


@pytest.mark.parametrize(
    ("content", "found"),
    [(None, ["accounts.E002"]), ("password\n", ["accounts.E002"]), ("", [])],
)
def test_a_deployment_with_a_list_that_cannot_be_asked_is_refused(
    tmp_path, settings, content, found
):
    path = tmp_path / "list"
    if content is not None:
        path.write_text(content)
    settings.BREACHED_PASSWORDS = str(path)

    assert [each.id for each in stolen_passwords_are_known()] == found


def test_a_deployment_without_a_list_is_warned(settings):
    settings.BREACHED_PASSWORDS = ""

    assert [each.id for each in stolen_passwords_are_known()] == ["accounts.W001"]
