"""What the frame around every page needs; computed only where a template asks for it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language

from atensi.common import navigation


class Shell:
    """Costs no query beyond the signed-in user, and nothing on a page without a frame."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def product(self) -> str:
        return str(settings.PRODUCT_NAME)

    @property
    def line(self) -> str:
        return str(settings.PRODUCT_LINE)

    @property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @cached_property
    def person(self) -> Any:
        """The signed-in user, or None: also on error pages that came before anyone was known."""
        user = getattr(self.request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @property
    def signed_in(self) -> bool:
        return self.person is not None

    @property
    def user_name(self) -> str:
        return self.person.name if self.person else ""

    @property
    def user_role(self) -> str:
        return str(self.person.get_role_display()) if self.person else ""

    @property
    def user_institution(self) -> str:
        """Only where the sign-in brought it along: the frame asks the database for nothing."""
        loaded = self.person._state.fields_cache.get("institution") if self.person else None
        return str(loaded or "")

    @property
    def theme(self) -> str:
        """system, light or dark, as the person chose it."""
        return self.person.theme if self.person else "system"

    @cached_property
    def nav(self) -> list[navigation.Item]:
        if not self.person:
            return []
        return navigation.items_for(self.person.role, self.request.resolver_match)

    @cached_property
    def phone_nav(self) -> tuple[list[navigation.Item], list[navigation.Item]]:
        """What stands in the bar, and what stands behind "Lainnya"."""
        return (
            [item for item in self.nav if item.on_phone],
            [item for item in self.nav if not item.on_phone],
        )

    @property
    def is_behind_more(self) -> bool:
        return any(item.active for item in self.phone_nav[1])

    @property
    def home_url(self) -> str:
        return navigation.address("desk:home") or "/"

    @property
    def notices_url(self) -> str:
        return navigation.address("desk:notices")

    @property
    def preferences_url(self) -> str:
        return navigation.address("accounts:preferences")

    @property
    def password_url(self) -> str:
        return reverse("account_change_password")

    @property
    def logout_url(self) -> str:
        return reverse("account_logout")


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
