"""The request of a signed-in person, as every page but the doors takes it."""

from typing import TypeAlias

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from accounts.models import User
from common.http import RequestOf


Request: TypeAlias = RequestOf[User]


def ip_of(request: HttpRequest) -> str:
    address: str = get_adapter().get_client_ip(request)
    return address
