"""Looks at what is around the site; each says how it was in a few words, or raises `NotWell`."""

import datetime as dt
import shutil
import socket
import ssl
from urllib.parse import urlsplit

from cryptography import x509
from django.conf import settings
from django.core.mail import get_connection

from common.enums import JobStatus
from common.models import Job
from common.scope import acting, nation
from files.enums import ScanStatus
from files.models import StoredFile
from files.scanner import ScannerAway, malware_in


SECONDS = 5
LEAST_FREE_PERCENT = 10
LEAST_DAYS = 14
QUEUE = "celery"
LONGEST_WAIT = dt.timedelta(minutes=10)
A_DAY = dt.timedelta(days=1)


class NotWell(Exception):
    """What was looked at is not as it should be."""


def queue(at: dt.datetime) -> str:
    waiting = Job.objects.filter(status=JobStatus.QUEUED)
    oldest = waiting.order_by("created_at").values_list("created_at", flat=True).first()
    if oldest and at - oldest > LONGEST_WAIT:
        raise NotWell(
            f"{waiting.count()} jobs wait, the oldest for {(at - oldest).seconds // 60} minutes"
        )
    return ""


def messages_waiting() -> int | None:
    """How many the broker holds; None when it does not answer."""
    import redis  # noqa: PLC0415  5 MB, and one page asks

    try:
        with redis.Redis.from_url(
            settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1
        ) as broker:
            return int(broker.llen(QUEUE))
    except (redis.RedisError, ValueError):
        return None


def disk() -> str:
    used = shutil.disk_usage(settings.VAR_DIR)
    free = 100 * used.free / used.total
    text = f"{used.free // 2**30} / {used.total // 2**30} GiB"
    if free < LEAST_FREE_PERCENT:
        raise NotWell(text)
    return text


def mail() -> str:
    """Through the door and, with a name, past the desk; nothing is sent."""
    connection = get_connection()
    connection.open()
    connection.close()
    return f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"


def certificate(at: dt.datetime) -> str:
    """Of the site's own address, as anybody meets it; a wrong one is read too, to say when it ended."""
    address = urlsplit(settings.SITE_URL)
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    host, port = str(address.hostname), address.port or 443
    with (
        socket.create_connection((host, port), timeout=SECONDS) as line,
        context.wrap_socket(line, server_hostname=host) as secret,
    ):
        shown = x509.load_der_x509_certificate(secret.getpeercert(binary_form=True) or b"")
    ends = shown.not_valid_after_utc
    if (ends - at).days < LEAST_DAYS:
        raise NotWell(f"{ends:%Y-%m-%d}")
    return f"{ends:%Y-%m-%d}"


def held_files(at: dt.datetime) -> str:
    """What the scanner found bad within a day; by number, for its words are a program's."""
    with acting(nation()):
        bad = StoredFile.objects.filter(status=ScanStatus.BAD, scanned_at__gt=at - A_DAY)
        numbers = sorted(bad.values_list("pk", flat=True))
    if numbers:
        raise NotWell(f"{len(numbers)}: {', '.join(map(str, numbers))}")
    return ""


def scanner() -> str:
    """It is handed a few harmless letters."""
    try:
        malware_in(b"ATENSI")
    except ScannerAway as problem:
        raise NotWell(str(problem)) from problem
    return ""
