"""Homes and notices."""

from tests.access import EVERYBODY
from tests.route import Route


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
]
