"""One secret in every field of every form, and where it must not turn up."""

import re
from html import unescape
from typing import Any

import redis
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from common.models import Job
from tests.route import Door


WORD = "Zzrahasia"
NIK = "3271011503009996"
PHONE = "081299998888"
# What tells that a secret was there, however it was tidied on the way.
SECRETS = (WORD.lower(), NIK, PHONE[1:])
MARKUP = f'{WORD} "><img src=x onerror=alert(1)><script>alert(1)</script>'
HREF = re.compile(r'(?:href|src|action|hx-get|hx-post|data-[a-z-]*url)="([^"]*)"')


def secret_for(name: str, kind: str, text: str) -> str | None:
    """What goes into a field; None leaves it as it is."""
    if kind not in {"text", "textarea", "search", "tel", "email"}:
        return None
    for part, secret in (("nik", NIK), ("phone", PHONE), ("email", f"{WORD}@contoh.id")):
        if part in name and kind != "textarea" and "reason" not in name:
            return secret
    return text


def filled(plain: dict[str, Any], kinds: dict[str, str], text: str) -> dict[str, Any]:
    secrets = {name: secret_for(name, kinds[name], text) for name in plain if name in kinds}
    return plain | {name: secret for name, secret in secrets.items() if secret}


def send(client: Client, door: Door, body: dict[str, Any]) -> list[str]:
    """Send the form, go where it leads, and tell every address that was seen on the way."""
    answer = client.post(door.url, body)
    seen = [door.url, answer.get("Location", ""), *addresses_in(answer)]
    if 300 <= answer.status_code < 400 and answer["Location"].startswith("/"):
        page = client.get(answer["Location"])
        seen += [page.get("Location", ""), *addresses_in(page)]
    return seen


def addresses_in(answer: Any) -> list[str]:
    if answer.streaming or not answer["Content-Type"].startswith("text/html"):
        return []
    found = [unescape(address) for address in HREF.findall(answer.content.decode())]
    return [address for address in found if not address.startswith(("mailto:", "tel:"))]


def kept_outside_the_tables() -> str:
    """Mails, the cache, the queue and the ledger of jobs, as one text."""
    mails = [f"{one.subject} {one.body} {one.alternatives}" for one in mail.outbox]
    jobs = [f"{job.key} {job.message} {job.error} {job.payload}" for job in Job.objects.all()]
    return " ".join([*mails, *jobs, repr(vars(cache)), *queue()])


def queue() -> list[str]:
    server = redis.Redis.from_url(settings.REDIS_URL)
    read = {
        b"string": server.get,
        b"list": lambda key: server.lrange(key, 0, -1),
        b"set": server.smembers,
        b"hash": server.hgetall,
        b"zset": lambda key: server.zrange(key, 0, -1),
    }
    found = [f"{key!r} {read[server.type(key)](key)!r}" for key in server.scan_iter()]
    server.close()
    return found


def secrets_in(text: str) -> set[str]:
    return {secret for secret in SECRETS if secret in text.lower()}
