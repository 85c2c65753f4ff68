"""Six views of a person stand above the proposal: level, facts, what is missing."""

import pytest
from django.urls import reverse

from screening.engine import Proposal
from screening.engine.proposals import Lens, Note
from screening.engine.texts import same
from screening.lenses import lenses_of
from tests import people
from tests.screening.assessment_factories import signed
from tests.screening.factories import finished
from tests.screening.routing_factories import asked_for_approval


pytestmark = pytest.mark.django_db


def lens(code="withdrawal", level=0, facts=(), missing=()):
    notes = [tuple(Note(word, same(word)) for word in words) for words in (facts, missing)]
    return Lens(code, same(code), level, *notes)


def proposal(*lenses):
    return Proposal("2026.3", "proposed", "balai", "high", "balai", lenses=lenses)


def page(client, name, pk):
    client.force_login(people.ani())
    return client.get(reverse(f"screening:{name}", args=[pk])).content.decode()


@pytest.mark.parametrize(
    ("level", "word", "squares"),
    [
        (0, "Tidak ada", (False, False, False)),
        (1, "Ringan", (True, False, False)),
        (2, "Sedang", (True, True, False)),
        (3, "Berat", (True, True, True)),
    ],
)
def test_a_level_is_a_number_a_word_and_squares(level, word, squares):
    (view,) = lenses_of(proposal(lens(level=level))).views

    assert (view.level, view.word, view.squares) == (level, word, squares)


def test_at_most_three_facts_are_drawn_and_everything_missing():
    found = lenses_of(proposal(lens(facts="abcd", missing="efgh"), lens("body", missing="i")))

    assert found.views[0].known == ("a", "b", "c")
    assert found.views[0].missing == ("e", "f", "g", "h")
    assert found.missing == 5


def test_every_code_of_the_rules_has_its_drawing():
    stored = finished().proposal

    drawn = {view.icon for view in lenses_of(Proposal.from_dict(stored)).views}
    assert drawn == {"droplet", "heartbeat", "brain", "repeat", "home-heart", "compass"}


@pytest.mark.parametrize("name", ["result", "decide"])
def test_the_page_of_a_proposal_begins_with_them(client, name):
    screening = finished()
    text = page(client, name, screening.pk if name == "result" else screening.case_id)

    assert text.count('class="lens-square') == 18
    assert text.index("Enam lensa") < text.index("Usulan:")
    assert "Pilihan klien:" in text or name == "result"


def test_a_leader_sees_them_before_answering(client):
    decision = asked_for_approval()
    client.force_login(people.budi())

    url = reverse("screening:approval", args=[decision.pk])
    assert "Enam lensa" in client.get(url).content.decode()


@pytest.mark.parametrize("name", ["assessment_result", "assessment_print"])
def test_a_signed_assessment_shows_them_on_the_page_and_on_paper(client, name):
    assert "Enam lensa" in page(client, name, signed().pk)


def test_an_old_proposal_has_none_and_shows_nothing(client):
    screening = finished()
    screening.proposal = {
        name: value for name, value in screening.proposal.items() if name != "lenses"
    }
    screening.save()

    assert "Enam lensa" not in page(client, "result", screening.pk)


def test_whoever_may_not_read_the_answers_sees_no_lens(client):
    from tests.clients.factories import ShareFactory

    screening = finished()
    ShareFactory(client=screening.case.client, institution=people.harapan())
    client.force_login(people.dewi())

    text = client.get(reverse("screening:result", args=[screening.pk])).content.decode()
    assert "Enam lensa" not in text or "Jawaban dan skor" not in text
