"""Addresses that leave the house in mails: the installation's own name, whatever Host a request came with."""

from django.conf import settings
from django.urls import reverse


def link_to(url_name: str, *args: object) -> str:
    return f"{settings.SITE_URL}{reverse(url_name, args=args)}"
