"""`check --deploy` refuses what no real installation may have."""

import pytest

from common import setting_checks as checks
from common.line_checks import every_line_is_encrypted


STRONG = "kJ3v9Qx_7LmZ2sWb8NfTa1RcYd4EgHu6PoXiVjKq0CyBwMzUtSnA5rDe"


def ids(found) -> list[str]:
    return [each.id for each in found]


@pytest.mark.parametrize("hosts", [["*"], ["atensi.example", "*"]])
def test_a_site_with_any_name_is_refused(settings, hosts):
    settings.ALLOWED_HOSTS = hosts

    assert ids(checks.hosts_are_named()) == ["site.E001"]


def test_a_site_with_names_of_its_own_passes(settings):
    settings.ALLOWED_HOSTS = ["atensi.example", ".kemensos.example"]

    assert checks.hosts_are_named() == []


@pytest.mark.parametrize("key", ["x", "a" * 64, f"django-insecure-{STRONG}", STRONG[:49]])
def test_a_weak_key_is_refused(settings, key):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = key, []

    assert ids(checks.secrets_are_strong()) == ["site.E002"]


def test_a_weak_key_of_before_is_refused_too_and_not_shown(settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = STRONG, [STRONG, "kunci-lama"]

    (error,) = checks.secrets_are_strong()

    assert "SECRET_KEY_FALLBACKS[1]" in error.msg
    assert "kunci-lama" not in error.msg


def test_a_strong_key_passes(settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = STRONG, []

    assert checks.secrets_are_strong() == []


@pytest.mark.parametrize(
    "url", ["", "http://atensi.example", "atensi.example", "https://", "https://a.example/b"]
)
def test_links_in_mails_lead_to_the_site_or_are_refused(settings, url):
    settings.SITE_URL = url

    assert ids(checks.links_in_mails_lead_home()) == ["site.E003"]


def test_an_address_with_https_passes(settings):
    settings.SITE_URL = "https://atensi.example"

    assert checks.links_in_mails_lead_home() == []


def test_a_way_to_the_post_that_nobody_knows_is_refused(settings):
    settings.EMAIL_TLS, settings.EMAIL_HOST_PASSWORD = "yes", ""

    assert ids(checks.the_way_to_the_post_is_known()) == ["mail.E001"]


def test_a_mail_password_in_the_clear_is_refused(settings):
    settings.EMAIL_TLS, settings.EMAIL_HOST_PASSWORD = "none", "rahasia"

    assert ids(checks.the_way_to_the_post_is_known()) == ["mail.E002"]


@pytest.mark.parametrize("way", ["starttls", "tls"])
def test_an_encrypted_way_with_a_password_passes(settings, way):
    settings.EMAIL_TLS, settings.EMAIL_HOST_PASSWORD = way, "rahasia"

    assert checks.the_way_to_the_post_is_known() == []


HERE = {
    "BACKUP_URL": "",
    "RESTORE_CHECK_URL": "",
    "REDIS_URL": "redis://:word@127.0.0.1:6379/0",
    "EMAIL_HOST": "localhost",
    "EMAIL_USE_TLS": False,
    "EMAIL_USE_SSL": False,
    "CLAMD_URL": "unix:///run/clamav/clamd.ctl",
    "STORAGES": {"files": {"OPTIONS": {"endpoint_url": None}}},
    "SAME_MACHINE": [],
}


@pytest.fixture
def lines(settings, monkeypatch):
    """The settings that lead over a network in the clear."""

    def found(DATABASE=None, **told) -> list[str]:  # noqa: N803  named as settings are
        monkeypatch.setitem(settings.DATABASES, "default", DATABASE or {"HOST": ""})
        for name, value in (HERE | told).items():
            setattr(settings, name, value)
        return [error.msg.split()[0] for error in every_line_is_encrypted()]

    return found


def database(where: str, **options) -> dict:
    return {"HOST": where, "OPTIONS": options}


def bucket(url: str) -> dict:
    return {"files": {"OPTIONS": {"endpoint_url": url}}}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DATABASE", database("db.example"), "DATABASE_URL"),
        ("DATABASE", database("10.0.0.5", sslmode="prefer"), "DATABASE_URL"),
        ("DATABASE", database("", host="db.example"), "DATABASE_URL"),
        ("BACKUP_URL", "postgresql://b:w@db.example/atensi", "BACKUP_URL"),
        ("BACKUP_URL", "postgresql://b:w@/atensi?host=db.example", "BACKUP_URL"),
        ("RESTORE_CHECK_URL", "postgresql://b:w@db.example/x?sslmode=allow", "RESTORE_CHECK_URL"),
        ("REDIS_URL", "redis://:word@queue.example:6379/0", "REDIS_URL"),
        ("EMAIL_HOST", "mail.example", "EMAIL_HOST"),
        ("CLAMD_URL", "tcp://scanner.example:3310", "CLAMD_URL"),
        ("STORAGES", bucket("http://s3.example"), "S3_ENDPOINT_URL"),
    ],
)
def test_a_line_over_a_network_in_the_clear_is_refused(lines, name, value, told):
    assert lines(**{name: value}) == [told]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"DATABASE": database("db.example", sslmode="verify-full")},
        {"DATABASE": database("/var/run/postgresql")},
        {"BACKUP_URL": "postgresql://b:w@db.example/atensi?sslmode=require"},
        {"REDIS_URL": "rediss://:word@queue.example:6379/0"},
        {"REDIS_URL": "redis://:word@[::1]:6379/0"},
        {"EMAIL_HOST": "mail.example", "EMAIL_USE_TLS": True},
        {"CLAMD_URL": "tcp://127.0.0.1:3310"},
        {"STORAGES": bucket("https://s3.example")},
        {"DATABASE": database("postgres"), "SAME_MACHINE": ["postgres", "redis"]},
    ],
)
def test_a_line_that_nobody_listens_to_passes(lines, told):
    assert lines(**told) == []


def test_the_word_of_a_connection_is_not_shown(lines):
    lines(REDIS_URL="redis://:rahasia@queue.example:6379/0")

    assert "rahasia" not in str(every_line_is_encrypted())
