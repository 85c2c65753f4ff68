"""The page of the installation's health, and its figures for a machine, which wants a word that nobody here has."""

from tests.access import anybody, only
from tests.route import Route


ROUTES = [
    Route("upkeep:health", statuses={"GET": only("ministry")}),
    Route("upkeep:metrics", open=True, statuses={"GET": anybody("404")}),
]
