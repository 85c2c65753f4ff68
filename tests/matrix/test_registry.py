"""Every page has its record, and every record its page (tests/route.py says what stands in one)."""

from tests.matrix.addresses import OF_INSTITUTIONS
from tests.matrix.choosing import takes
from tests.matrix.stages import LATER, STAGES
from tests.matrix.world import Person
from tests.registry import ROUTES, named_twice
from tests.urls import NOT_OURS, PATTERNS


HOW = """
{name} ({pattern}) has no record. Add one to {file}:

    Route(
        "{name}",
        about="…",  # which row of a client, or of an institution, the id in the address names; none without an id
        stage="…",  # at which stage a client gives the page something to show (tests/matrix/stages.py)
        door=…,     # for a form: who sends it, where to, and what makes it whole
        statuses={{"GET": FILE}},  # who is answered what (tests/access.py)
    ),
"""


def test_every_page_has_its_record():
    """Forgotten? Everything that the tests hold for a page, they hold by its record."""
    forgotten = sorted(PATTERNS.keys() - ROUTES.keys())

    assert not forgotten, "".join(map(_how, forgotten))


def _how(name: str) -> str:
    space = name.partition(":")[0]
    file = f"tests/{space}/routes.py, or routes.py in the folder of its feature"
    return HOW.format(name=name, pattern=PATTERNS[name], file=file)


def test_no_record_is_of_a_page_that_is_gone():
    assert sorted(ROUTES.keys() - PATTERNS.keys()) == []


def test_no_page_has_two_records():
    assert named_twice() == set()


def test_every_form_says_how_it_is_sent():
    """What takes a POST and has no door would be tried with an empty body alone."""
    silent = [
        name
        for name, record in ROUTES.items()
        if "POST" in record.methods and name not in NOT_OURS and not takes(record, "POST")
    ]

    assert silent == [], "give these records a door (tests/route.py)"


def test_every_record_stands_at_a_stage_and_is_about_a_row_of_the_country():
    stages, rows = (
        STAGES.keys() | LATER.keys(),
        OF_INSTITUTIONS | Person.__dataclass_fields__.keys(),
    )

    assert {record.stage for record in ROUTES.values()} <= stages
    assert {record.about for record in ROUTES.values()} <= rows | {""}
