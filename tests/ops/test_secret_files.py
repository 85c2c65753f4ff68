"""Each secret may come out of a file, so that it lies in a vault and in no environment that one writes by hand."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from common.secret_files import SECRETS, NoSecret, take


ASK = "from django.conf import settings as s; print(s.SECRET_KEY, s.EMAIL_HOST_PASSWORD, s.DATABASES['default']['PASSWORD'])"


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_is_taken_from_its_file_without_the_line_s_end(tmp_path, name):
    (tmp_path / "secret").write_text("rahasia\n")
    environment = {f"{name}_FILE": str(tmp_path / "secret")}

    take(environment)
    take(environment)

    assert environment == {name: "rahasia"}


def test_a_secret_that_two_places_tell_is_refused(tmp_path):
    (tmp_path / "secret").write_text("rahasia")

    with pytest.raises(NoSecret, match="Both METRICS_TOKEN and METRICS_TOKEN_FILE"):
        take({"METRICS_TOKEN": "lain", "METRICS_TOKEN_FILE": str(tmp_path / "secret")})


@pytest.mark.parametrize("content", [None, "", "\n", b"\xff\xfe"])
def test_a_file_that_tells_nothing_is_said_by_its_name_and_not_by_its_content(tmp_path, content):
    path = tmp_path / "secret"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    with pytest.raises(NoSecret, match=f"REDIS_URL_FILE={path}"):
        take({"REDIS_URL_FILE": str(path)})


def test_production_starts_from_files_alone(tmp_path):
    told = {
        "SECRET_KEY": "kunci-dari-berkas",
        "EMAIL_PASSWORD": "surat",
        "DATABASE_URL": "postgresql://app_login:basis@127.0.0.1/atensi",
    }
    for name, secret in told.items():
        (tmp_path / name).write_text(f"{secret}\n")
    environment = {
        "PATH": os.environ["PATH"],
        "SITE_URL": "https://atensi.example",
        "DJANGO_SETTINGS_MODULE": "atensi.settings.prod",
        **{f"{name}_FILE": str(tmp_path / name) for name in told},
    }

    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.split() == ["kunci-dari-berkas", "surat", "basis"], done.stderr
