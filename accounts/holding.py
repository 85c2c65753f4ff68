"""What still hangs on a person who is to be let go: counted by the apps above, each for its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.registry import Registry
from partners.models import Institution


if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Work:
    """`count` says how many of what; `page` is where it is handed over, by whoever `may`, and takes the person's id."""

    count: Callable[[User], "Mapping[str | Promise, int]"]
    page: str
    may: Callable[[User, User], bool]


WORK: Registry[str, Work] = Registry("what hangs on a person")


def active_accounts(institution: Institution) -> "dict[str | Promise, int]":
    """Who would still sign in at an institution that is let go."""
    n = User.objects.filter(institution=institution, is_active=True).count()
    return {_("Akun aktif"): n} if n else {}
