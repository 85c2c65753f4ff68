"""The request of a signed-in person, as every page but the doors takes it."""

from typing import TypeAlias

from accounts.models import User
from common.http import RequestOf


Request: TypeAlias = RequestOf[User]
