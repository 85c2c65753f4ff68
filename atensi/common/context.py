"""What the frame around every page needs; computed only where a template asks for it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property

from atensi.common import navigation


class Shell:
    """Costs no query beyond the signed-in user, and nothing on a page without a frame."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def product_name(self) -> str:
        return str(settings.PRODUCT_NAME)

    @property
    def product_line(self) -> str:
        return str(settings.PRODUCT_LINE)

    @cached_property
    def person(self) -> Any:
        """The signed-in user, or None: also on error pages that came before anyone was known."""
        user = getattr(self.request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @property
    def theme(self) -> str:
        """system, light or dark, as the person chose it."""
        return getattr(self.person, "theme", "") or "system"

    @property
    def dark_media(self) -> str:
        """When the dark sheet counts; paper is always light."""
        return {"dark": "screen", "light": "not all"}.get(
            self.theme, "screen and (prefers-color-scheme: dark)"
        )

    @cached_property
    def items(self) -> list[navigation.Item]:
        if self.person is None:
            return []
        return navigation.items_for(
            getattr(self.person, "role", ""), getattr(self.request, "resolver_match", None)
        )

    @property
    def phone_items(self) -> list[navigation.Item]:
        return [item for item in self.items if item.on_phone]

    @property
    def more_items(self) -> list[navigation.Item]:
        return [item for item in self.items if not item.on_phone]

    @property
    def more_is_active(self) -> bool:
        return any(item.active for item in self.more_items)

    @property
    def home(self) -> str:
        return navigation.address("desk:home") or "/"

    @property
    def notices(self) -> str:
        return navigation.address("desk:notices")

    @property
    def preferences(self) -> str:
        return navigation.address("accounts:preferences")


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
