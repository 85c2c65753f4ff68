"""Statuses look the same on every page, and none is without a look."""

import pytest

from care.models import Placement, SupportingBase
from common.looks import LOOKS
from common.models import Job
from common.templatetags.ui import status_badge


EVERY = [
    pytest.param(model, status, id=f"{model.__name__}-{status}")
    for model in LOOKS
    for status, _label in model._meta.get_field("status").flatchoices
]


@pytest.mark.parametrize(("model", "status"), EVERY)
def test_every_status_has_a_word_a_tone_and_an_icon(model, status):
    badge = status_badge(model(status=status))

    assert "badge-" in badge
    assert "<use " in badge
    assert str(dict(model._meta.get_field("status").flatchoices)[status])[1:] in badge


def test_one_value_of_two_tables_has_two_words():
    assert "Berakhir" in status_badge(Placement(status="ended"))
    assert "Selesai" in status_badge(SupportingBase(status="ended"))


def test_a_word_begins_with_a_capital():
    label = str(dict(Job._meta.get_field("status").flatchoices)["done"])

    assert label.capitalize() in status_badge(Job(status="done"))
