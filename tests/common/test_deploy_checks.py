"""`check --deploy` refuses what no real installation may have."""

import pytest

from common import setting_checks as checks


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
