"""Tests: real PostgreSQL and Valkey, fast hashing, no waiting."""

from atensi.settings.base import *  # noqa: F403


SECRET_KEY = "tests-only"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = "https://atensi.example"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
ACCOUNT_RATE_LIMITS = False
PRODUCT_LINE = "Rehabilitasi Sosial · Uji"
FIELD_KEYS_FILE = str(BASE_DIR / "tests" / "field-keys")  # noqa: F405
# A code that was read at the end of its half minute is still good when the request arrives.
MFA_TOTP_TOLERANCE = 1
SECOND_FACTOR_REQUIRED = False  # the tests of the gate turn it on
INSTALLED_APPS = [*INSTALLED_APPS, "tools.demonstration"]  # noqa: F405
# Tables that nobody has analysed look large: a second process for ten rows costs more than reading them.
DATABASES["default"]["OPTIONS"]["options"] += " -c max_parallel_workers_per_gather=0"  # noqa: F405
