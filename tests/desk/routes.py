"""Homes and notices."""

from django.urls import reverse

from tests import people
from tests.access import EVERYBODY
from tests.route import Door, Form, Route


def _search() -> Door:
    return Door(people.ani(), reverse("desk:search"), {"cari": "Rian"})


ROUTES = [
    Route(
        "desk:home",
        statuses={"GET": EVERYBODY},
        asked="x",
    ),
    Route(
        "desk:notices",
        statuses={"GET": EVERYBODY},
        asked="halaman",
    ),
    Route(
        "desk:guide",
        statuses={"GET": EVERYBODY},
        asked="cari",
        blind="how things are done, in words for everybody",
    ),
    Route(
        "desk:topic",
        statuses={"GET": EVERYBODY},
        arguments={"slug": "skrining"},
        blind="how things are done, in words for everybody",
    ),
    Route(
        "desk:search",
        door=_search,
        form=Form.FORGIVING,
        statuses={"GET POST": EVERYBODY},
        asked="cari",
        blind="shows whom one has opened or searched for",
    ),
]
