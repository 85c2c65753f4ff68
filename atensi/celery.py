"""The queue: tasks take ids, call one service and may run twice (architecture, section 3)."""

import os

from celery import Celery


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atensi.settings.prod")
app = Celery("atensi", task_cls="atensi.common.scoped_tasks:ScopedTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
