"""The queue: tasks take ids, call one service and may run twice (architecture, section 3)."""

import os
from logging.config import dictConfig
from typing import Any

from celery import Celery
from celery.signals import setup_logging

from common import logs


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atensi.settings.prod")
app = Celery("atensi", task_cls="common.scoped_tasks:ScopedTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def speak_like_the_site(**_: Any) -> None:
    """Celery's own lines would quote the words of exceptions."""
    dictConfig(logs.configuration())
