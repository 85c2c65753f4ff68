"""Lists that leave the house as files."""

from django.urls import reverse

from tests import people
from tests.access import EVERYBODY, of_institution, said
from tests.exports.factories import ExportFactory
from tests.route import Door, Route


ASKED = {"purpose": "monitoring", "reason": "Rapat evaluasi bulanan.", "file_format": "csv"}


def _new() -> Door:
    return Door(people.ani(), reverse("exports:new", args=["agreements"]), ASKED)


def _answer() -> Door:
    url = reverse("exports:answer", args=[ExportFactory(waiting=True).pk])
    return Door(people.budi(), url, {"verdict": "agree"})


# Nobody but who asked.
MINE = of_institution(own=said("worker", colleague="404"), other=said())
ANSWERED = of_institution(own=said("supervisor manager officer"), other=said("officer"))

ROUTES = [
    Route("exports:list", statuses={"GET": EVERYBODY}),
    Route(
        "exports:new",
        arguments={"listing": "agreements"},  # which is there for everybody
        door=_new,
        statuses={"GET POST": EVERYBODY},
    ),
    Route("exports:export", about="export", statuses={"GET": MINE}, found_only=True),
    Route("exports:file", about="export", statuses={"GET": MINE}, found_only=True),
    Route(
        "exports:answer",
        about="asked_export",
        door=_answer,
        statuses={"GET POST": ANSWERED},
        found_only=True,
    ),
]
