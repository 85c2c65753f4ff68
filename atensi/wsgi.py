"""The door for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atensi.settings.prod")
# Somebody is waiting for every statement of ours; background work may take its time.
os.environ.setdefault("STATEMENT_SECONDS", "10")
application = get_wsgi_application()
