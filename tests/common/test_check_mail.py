"""`manage.py check_mail`: a real letter through a real SMTP server, with production's settings."""

import datetime as dt
import ipaddress
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

from tests.common.post_office import PASSWORD, USER


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("post")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, secret = folder / "certificate.pem", folder / "key.pem"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return pem, secret


@pytest.fixture(scope="module")
def post_office(certificate):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "tests.common.post_office"]
    process = subprocess.Popen(
        [*command, str(port), *map(str, certificate)],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "open\n"
    yield port, process.stdout
    process.terminate()
    process.wait(timeout=10)
    process.stdout.close()


def check_mail(port: int, certificate: Path, **changed: str) -> subprocess.CompletedProcess:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "atensi.settings.prod",
        "SECRET_KEY": "x",
        "SITE_URL": "https://atensi.example",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(port),
        "EMAIL_USER": USER,
        "EMAIL_PASSWORD": PASSWORD,
        "EMAIL_TLS": "starttls",
        "SSL_CERT_FILE": str(certificate),
        **changed,
    }
    return subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "check_mail", "operator@atensi.example"],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_letter_arrives_encrypted_from_the_houses_own_address(post_office, certificate):
    port, counter = post_office

    done = check_mail(port, certificate[0])

    assert done.returncode == 0, done.stderr
    letter = json.loads(counter.readline())
    assert (letter["as"], letter["encrypted"]) == (USER, True)
    assert letter["from"] == "tidak-membalas@atensi.example"
    assert letter["to"] == ["operator@atensi.example"]
    assert "https://atensi.example" in letter["text"]


def test_it_says_by_which_way_and_never_the_password(post_office, certificate):
    port, counter = post_office

    done = check_mail(port, certificate[0], DEFAULT_FROM_EMAIL="surat@atensi.example")

    assert done.returncode == 0, done.stderr
    assert json.loads(counter.readline())["from"] == "surat@atensi.example"
    assert (
        f"127.0.0.1:{port}, STARTTLS, signed in as {USER}, from surat@atensi.example" in done.stdout
    )
    assert PASSWORD not in done.stdout


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"EMAIL_PASSWORD": "salah"}, "SMTPAuthenticationError"),
        ({"EMAIL_TLS": "none"}, "SMTP"),
        ({"EMAIL_PORT": "1"}, "ConnectionRefusedError"),
        ({"SSL_CERT_FILE": "/nowhere"}, "SSLCertVerificationError"),
    ],
)
def test_what_the_post_office_refuses_is_said_in_one_line(
    post_office, certificate, changed, reason
):
    done = check_mail(post_office[0], certificate[0], **changed)

    assert done.returncode == 1
    assert f"Not sent (127.0.0.1:{changed.get('EMAIL_PORT', post_office[0])}" in done.stderr
    assert reason in done.stderr
