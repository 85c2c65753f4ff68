"""What the frame around every page needs; computed only where a template asks for it."""

from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from common import menu


class Menus(NamedTuple):
    side: SafeString
    bottom: SafeString


@lru_cache(maxsize=2048)
def menus_for(role: str, here: str, _language: str) -> Menus:
    """Drawn once for each role, page and language: they are the same for everybody in that role."""
    items = menu.items_for(role, here) if role else []
    behind_more = [item for item in items if not item.on_phone]
    bottom = {
        "items": [item for item in items if item.on_phone],
        "behind_more": behind_more,
        "is_behind_more": any(item.active for item in behind_more),
    }
    return Menus(
        render_to_string("shell/side_nav.html", {"items": items}),
        render_to_string("shell/bottom_bar.html", bottom),
    )


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
    def source_url(self) -> str:
        """Where this very program can be had: AGPL-3.0, section 13."""
        return str(settings.SOURCE_URL)

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
    def role(self) -> str:
        return str(self.person.role) if self.person else ""

    @property
    def user_role(self) -> str:
        return str(self.person.get_role_display()) if self.person else ""

    @property
    def user_institution(self) -> str:
        """Costs no query: whoever signs a person in brings the institution along."""
        institution = self.person.institution if self.person else None
        return institution.name if institution else ""

    @property
    def theme(self) -> str:
        """system, light or dark, as the person chose it."""
        return self.person.theme if self.person else "system"

    @cached_property
    def menus(self) -> Menus:
        at = self.request.resolver_match
        return menus_for(self.role, at.view_name if at else "", self.language)

    @property
    def home_url(self) -> str:
        return menu.address(settings.LOGIN_REDIRECT_URL)

    @property
    def search_url(self) -> str:
        return menu.link("search")

    @property
    def notices_url(self) -> str:
        return menu.link("notices")

    @property
    def guide_url(self) -> str:
        """To the part of the guide that explains this page."""
        at = self.request.resolver_match
        here = f"?halaman={at.view_name}" if at and at.view_name else ""
        return menu.link("guide") + here

    @property
    def preferences_url(self) -> str:
        return menu.link("preferences")

    @property
    def security_url(self) -> str:
        return menu.link("security")

    @property
    def users_url(self) -> str:
        """Only for those who let others in and out."""
        return menu.link("users", self.role)

    @property
    def service_keys_url(self) -> str:
        return menu.link("service_keys", self.role)

    @property
    def lock_url(self) -> str:
        return menu.link("lock")

    @property
    def logout_url(self) -> str:
        return reverse("account_logout")


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
