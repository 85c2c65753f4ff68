"""Exports as they are after each step; asked by ani for the clients of Sentra Melati unless told."""

import datetime as dt
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from common.jobs import request_job
from common.sealed.keyring import hide
from exports.enums import MAKE_EXPORT, Format, Purpose
from exports.models import ALONE, LIFE, Export
from files.enums import FileKind
from files.inspection.content import Upload
from files.services import keep_file
from tests import people


class ExportFactory(DjangoModelFactory):
    class Meta:
        model = Export

    listing = "clients"
    query = factory.LazyFunction(lambda: hide("{}"))
    file_format = Format.CSV
    purpose = Purpose.MONITORING
    reason = "Rapat evaluasi bulanan."
    asked_by = factory.LazyFunction(people.ani)
    asked_at = factory.LazyFunction(timezone.now)
    institution = factory.SelfAttribute("asked_by.institution")
    role = factory.SelfAttribute("asked_by.role")
    rows = 1
    people = 1
    needs_consent = False

    class Params:
        waiting = factory.Trait(rows=ALONE + 1, people=ALONE + 1, needs_consent=True)


def made(content: bytes = b"Nama\r\n", age: dt.timedelta = dt.timedelta(0), **facts: Any) -> Export:
    """With its file, which was made that long ago."""
    row: Any = ExportFactory(**facts)
    row.made_at = timezone.now() - age
    row.until = row.made_at + LIFE
    upload = Upload(content, FileKind.CSV)
    row.file = keep_file(
        upload=upload, owner=None, of_many=True, actor=row.asked_by, at=row.made_at
    )
    row.job = request_job(MAKE_EXPORT, str(row.pk), payload={"export": row.pk})
    row.save()
    return row  # type: ignore[no-any-return]
