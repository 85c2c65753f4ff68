"""Development and demonstration: the embedded servers, plain http on this machine only."""

import os

from atensi.settings.base import *  # noqa: F403


# Not a secret: it only ever signs sessions of a demonstration on this machine. `check --deploy` refuses it.
SECRET_KEY = os.environ.get("SECRET_KEY", "django-insecure-demonstration-only")
DEBUG = os.environ.get("ATENSI_DEBUG") == "1"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
SITE_URL = SITE_URL or f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"  # noqa: F405
PRODUCT_LINE = os.environ.get("ATENSI_PRODUCT_LINE", "Rehabilitasi Sosial · Data contoh")
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEMONSTRATION = True
INSTALLED_APPS = [*INSTALLED_APPS, "tools.demonstration"]  # noqa: F405
FIELD_KEYS_FILE = FIELD_KEYS_FILE or str(VAR_DIR / "keys" / "field-keys")  # noqa: F405
SECOND_FACTOR_REQUIRED = False  # so that everybody may look around; `check --deploy` refuses it
