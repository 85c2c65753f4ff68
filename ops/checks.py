"""What can be known to be wrong before anything is started, said in one sentence."""

import os
import socket

import dj_database_url
import psycopg2
import redis

from ops.errors import CannotStart


ENGINE = "django.db.backends.postgresql"
SECONDS = 3


def address() -> tuple[str, int]:
    """Where the site will listen, after making sure that nobody else does."""
    host, port = os.environ.get("HOST") or "127.0.0.1", _port()
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except PermissionError as problem:
        raise CannotStart(
            f"Port {port} needs root; choose one above 1023: PORT=8000 script/server"
        ) from problem
    except socket.gaierror as problem:
        raise CannotStart(f"HOST={host} is not an address of this machine.") from problem
    except OSError as problem:
        raise CannotStart(
            f"Port {port} on {host} is in use or cannot be used; choose another: PORT={port + 1} script/server"
        ) from problem
    return host, port


def database() -> None:
    """A DATABASE_URL that is given must be readable and its server must answer."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        return
    settings = _database_settings(url)
    where = f"{settings['HOST'] or 'the local socket'}:{settings['PORT'] or 5432}"
    try:
        psycopg2.connect(
            dbname=settings["NAME"],
            user=settings["USER"] or None,
            password=settings["PASSWORD"] or None,
            host=settings["HOST"] or None,
            port=settings["PORT"] or None,
            connect_timeout=SECONDS,
        ).close()
    except psycopg2.OperationalError as problem:
        reason = str(problem).strip().splitlines()[-1].strip()
        raise CannotStart(
            f"PostgreSQL at {where} (DATABASE_URL) does not let us in: {reason}"
        ) from problem


def queue() -> None:
    url = os.environ.get("REDIS_URL")
    if not url:
        return
    try:
        redis.Redis.from_url(url, socket_connect_timeout=SECONDS, socket_timeout=SECONDS).ping()
    except ValueError as problem:
        raise CannotStart("REDIS_URL is not an address like redis://host:6379/0.") from problem
    except redis.RedisError as problem:
        raise CannotStart(f"Redis (REDIS_URL) does not answer: {problem}") from problem


def _port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise CannotStart(f"PORT={text} is not a port number between 1 and 65535.")
    return int(text)


def _database_settings(url: str) -> dict[str, str]:
    broken = "DATABASE_URL is not an address like postgresql://user:password@host:5432/name."
    try:
        settings = dj_database_url.parse(url)
    except ValueError as problem:
        raise CannotStart(broken) from problem
    if settings.get("ENGINE") != ENGINE or not settings.get("NAME"):
        raise CannotStart(broken)
    return {
        key: str(settings.get(key) or "") for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    }
