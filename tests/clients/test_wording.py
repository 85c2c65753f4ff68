import pytest
from django.utils.translation import gettext_lazy, override

from clients.enums import CloseReason
from clients.services.cases import close_case
from clients.wording import TITLE_LENGTH, heading
from tests import people
from tests.clients.factories import CaseFactory


def test_the_timeline_is_written_in_the_records_language_whoever_writes():
    with override("en"):
        assert heading(gettext_lazy("Profil diubah")) == "Profil diubah"


def test_a_very_long_name_is_cut_rather_than_refused():
    assert len(heading("x" * 500)) == TITLE_LENGTH


@pytest.mark.django_db
def test_an_english_reader_closes_a_case_in_indonesian(at):
    case = CaseFactory()

    with override("en"):
        close_case(case=case, reason=CloseReason.MOVED, note="Pindah.", actor=people.ani(), at=at)

    assert case.events.get().title.startswith("Kasus ditutup")
