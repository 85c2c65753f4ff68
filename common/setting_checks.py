"""What must never be forgotten in a real installation's settings: `manage.py check --deploy`."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register


SHORTEST_SECRET, FEWEST_CHARACTERS = 50, 10
WAYS_TO_THE_POST = {"none", "starttls", "tls"}


@register(Tags.security, deploy=True)
def hosts_are_named(**_options: Any) -> list[Error]:
    if "*" not in settings.ALLOWED_HOSTS:
        return []
    return [
        Error(
            "ALLOWED_HOSTS lets everybody name the site as they like.",
            hint="Name the site's own names, with commas: ALLOWED_HOSTS=atensi.example.go.id",
            id="site.E001",
        )
    ]


@register(Tags.security, deploy=True)
def secrets_are_strong(**_options: Any) -> list[Error]:
    """Of Django's own weak keys only a warning is made, and none for the keys of before."""
    names: dict[str, str | bytes] = {"SECRET_KEY": settings.SECRET_KEY}
    names |= {
        f"SECRET_KEY_FALLBACKS[{number}]": key
        for number, key in enumerate(settings.SECRET_KEY_FALLBACKS)
    }
    return [
        Error(
            f"{name} can be guessed: it signs sessions and links for new passwords.",
            hint="python3 -c 'import secrets; print(secrets.token_urlsafe(64))' makes a good one.",
            id="site.E002",
        )
        for name, key in names.items()
        if is_weak(str(key))
    ]


def is_weak(secret: str) -> bool:
    few = len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_CHARACTERS
    return few or secret.startswith("django-insecure-")


@register(Tags.security, deploy=True)
def links_in_mails_lead_home(**_options: Any) -> list[Error]:
    address = urlsplit(settings.SITE_URL)
    if address.scheme == "https" and address.hostname and not address.path:
        return []
    return [
        Error(
            f"SITE_URL is “{settings.SITE_URL}”: links in mails would lead to no page of ours.",
            hint="Say where people reach the site: SITE_URL=https://atensi.example.go.id",
            id="site.E003",
        )
    ]


@register(Tags.security, deploy=True)
def the_way_to_the_post_is_known(**_options: Any) -> list[Error]:
    way = getattr(settings, "EMAIL_TLS", "none")
    found = []
    if way not in WAYS_TO_THE_POST:
        found.append(
            Error(
                f"EMAIL_TLS is “{way}”.",
                hint="One of: starttls (usually port 587), tls (usually port 465), none.",
                id="mail.E001",
            )
        )
    if way == "none" and settings.EMAIL_HOST_PASSWORD:
        found.append(
            Error(
                "EMAIL_PASSWORD would travel to the mail server in the clear.",
                hint="Set EMAIL_TLS=starttls or EMAIL_TLS=tls.",
                id="mail.E002",
            )
        )
    return found
