"""Safety: referrals, their results, and dangers at home."""

from django.urls import reverse

from tests import people
from tests.access import CARING, FILE, within
from tests.clients.factories import CaseFactory
from tests.route import TODAY, Door, Route
from tests.safety.factories import acted_on, raised, referred


SEEN = "Bekas pukulan di lengan."


def _refer() -> Door:
    case = CaseFactory(screening=True)
    return Door(people.ani(), reverse("safety:refer", args=[case.pk]), {"flags": ["overdose"]})


def _sending() -> Door:
    url = reverse("safety:sending", args=[referred().pk])
    return Door(people.ani(), url, {"companion": "Ibu"})


def _result() -> Door:
    url = reverse("safety:result", args=[referred().pk])
    body = {"outcome": "cleared", "clinician": "dr. Sinta", "place": "RSUD", "found_on": TODAY}
    return Door(people.ani(), url, body)


def _concern() -> Door:
    case = CaseFactory(screening=True)
    body = {"what": "violence_at_home", "source": "note", "words": SEEN}
    return Door(people.ani(), reverse("safety:concern", args=[case.pk]), body)


def _concern_step() -> Door:
    url = reverse("safety:concern_step", args=[raised().pk])
    return Door(people.ani(), url, {"words": "UPTD PPA dihubungi."})


def _concern_settle() -> Door:
    url = reverse("safety:concern_settle", args=[acted_on().pk])
    return Door(people.budi(), url, {"words": "Pelaku sudah pindah."})


ROUTES = [
    Route("safety:case", about="client", stage="danger", statuses={"GET": FILE}),
    Route(
        "safety:refer",
        about="client",
        stage="draft",
        door=_refer,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "safety:sending",
        about="referral",
        stage="referred",
        door=_sending,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "safety:result",
        about="referral",
        stage="referred",
        door=_result,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "safety:result_file",
        about="referral",
        stage="heard",
        statuses={"GET": within(CARING, "worker supervisor manager")},
        found_only=True,
    ),
    Route(
        "safety:concern",
        about="client",
        stage="draft",
        door=_concern,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "safety:concern_step",
        about="concern",
        stage="referred",
        door=_concern_step,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "safety:concern_settle",
        about="concern",
        stage="referred",
        door=_concern_settle,
        statuses={"GET POST": within("supervisor manager")},
        found_only=True,
    ),
]
