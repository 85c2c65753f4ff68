"""What waits for somebody: kept by the database, told to whom it waits for, late by one rule."""

from datetime import date, timedelta

import pytest
from django.db import connection

from clients.models import Wait
from tests import people
from tests.clients.factories import CaseFactory
from tests.clients.task_factories import CaseTaskFactory


pytestmark = pytest.mark.django_db


def test_x():
    case = CaseFactory()
    CaseTaskFactory(case=case, owner=people.ani())
    print(Wait.objects.values())
    print([str(w) for w in Wait.objects.on_desk_of(people.ani(), date(2026, 6, 1)).urgent_first()])
    print([str(w) for w in Wait.objects.on_desk_of(people.budi(), date(2026, 7, 1)).urgent_first()])
    print([str(w) for w in Wait.objects.on_desk_of(people.hadi(), date(2026, 7, 1)).urgent_first()])
