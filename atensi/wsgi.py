"""The door for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atensi.settings.prod")
# Somebody is waiting for every statement of ours; background work may take its time.
os.environ.setdefault("STATEMENT_SECONDS", "10")
application = get_wsgi_application()
# Every page is imported before the workers part, and what they share is left alone by the collector: looking at an
# object copies its page of memory.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
