"""The request of a signed-in person: accounts stand above partners, so all that is known of them is their role."""

from typing import TypeAlias

from common.http import RequestOf
from partners.permissions import SignedIn


Request: TypeAlias = RequestOf[SignedIn]
