"""script/bench: the demonstration's settings, plus the floor to compare with and a count of the queries."""

import sys

from atensi.settings.dev import *  # noqa: F403


# What only developers have installed, and libraries take along where they find it: a worker is to weigh what it
# weighs in production (requirements.txt).
sys.modules |= dict.fromkeys(("greenlet", "jinja2", "msgpack", "pygments", "requests"))  # type: ignore[arg-type]

ROOT_URLCONF = "tools.bench.urls"
MIDDLEWARE = ["tools.bench.middleware.tell", *MIDDLEWARE]  # noqa: F405
TEMPLATES[0]["DIRS"].append(BASE_DIR / "tools" / "bench" / "templates")  # noqa: F405
# Reports that are made here are looked at by nobody, and no worker shall hear of them.
MEDIA_ROOT = VAR_DIR / "bench-media"  # noqa: F405
CELERY_BROKER_URL = "memory://localhost"
