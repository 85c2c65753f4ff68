"""`manage.py add_user`"""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from tests import people


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_yet")]

PASSWORD = "sepatu-merah-di-atas-meja"
HANA = ("--email=hana@contoh.id", "--name=Hana  Puspita", "--password-stdin")


@pytest.fixture
def typed(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))


@pytest.mark.usefixtures("typed")
def test_gives_an_account_with_the_password_from_standard_input(capsys):
    call_command("add_user", *HANA, "--role=auditor")

    user = User.objects.get(email="hana@contoh.id")
    assert user.name == "Hana Puspita"
    assert user.check_password(PASSWORD)
    assert capsys.readouterr().out == "hana@contoh.id: Auditor\n"


@pytest.mark.usefixtures("typed")
def test_gives_an_account_at_an_institution():
    melati = people.melati()

    call_command("add_user", *HANA, "--role=supervisor", f"--institution={melati.pk}")

    assert User.objects.get(email="hana@contoh.id").institution == melati


@pytest.mark.usefixtures("typed")
def test_an_unknown_institution_is_one_clear_sentence():
    with pytest.raises(CommandError, match="There is no institution 987654"):
        call_command("add_user", *HANA, "--role=supervisor", "--institution=987654")


@pytest.mark.usefixtures("typed")
def test_a_role_without_its_institution_is_one_clear_sentence():
    with pytest.raises(CommandError, match="Pilih lembaganya"):
        call_command("add_user", *HANA, "--role=supervisor")


def test_two_different_passwords_give_no_account(monkeypatch):
    answers = iter([PASSWORD, f"{PASSWORD}!"])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(answers))

    with pytest.raises(CommandError, match="differ"):
        call_command("add_user", *HANA[:2], "--role=auditor")

    assert not User.objects.exists()


def test_the_password_is_asked_for_twice(monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSWORD)

    call_command("add_user", *HANA[:2], "--role=auditor")

    assert User.objects.get().check_password(PASSWORD)
