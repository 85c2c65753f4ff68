"""What the apps bring to those below has come, and leads somewhere."""

import pytest

from common import menu
from common.registry import Registry
from tests.architecture.site import url_names


FILLED = {"places": menu.PLACES, "pages": menu.PAGES, "links": menu.LINKS}


@pytest.mark.parametrize("registry", FILLED.values(), ids=FILLED.keys())
def test_every_registry_is_filled(registry: Registry[str, object]):
    assert registry


def test_the_menu_and_the_frame_lead_to_pages_of_the_site():
    links = {link.url_name for link in menu.LINKS.values()}

    assert {*menu.PLACES, *menu.PAGES, *menu.PAGES.values(), *links} - url_names() == set()
