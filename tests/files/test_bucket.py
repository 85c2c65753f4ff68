"""The same in a bucket of a server that speaks S3: a process of its own, moto's."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest

from files import keeping, strays
from files.enums import FileKind
from files.inspection.content import Upload
from files.models import StoredFile
from files.services import discard_file, keep_file
from tests import people
from tests.clients.factories import ClientFactory


pytestmark = pytest.mark.django_db
PAPER = Upload(b"%PDF-1.7 kuitansi Rian", FileKind.PDF)


def keep(owner, at):
    return keep_file(upload=PAPER, owner=owner, actor=people.ani(), at=at)


def test_a_file_goes_into_the_bucket_sealed_and_comes_back_whole(bucket, folder, at):
    row = keep(ClientFactory(), at)

    [there] = bucket.objects.all()
    assert there.key == row.name
    assert b"kuitansi" not in there.get()["Body"].read()
    assert keeping.take(row) == PAPER.content
    assert not folder.exists()


def test_what_is_gone_from_the_bucket_is_not_there(bucket, at):
    row = keep(None, at)
    bucket.objects.delete()

    with pytest.raises(keeping.NotThere):
        keeping.take(row)


def test_what_was_replaced_goes_from_the_bucket(bucket, at, django_capture_on_commit_callbacks):
    row = keep(None, at)

    with django_capture_on_commit_callbacks(execute=True):
        discard_file(file=row)

    assert list(bucket.objects.all()) == []


def test_strays_are_found_in_the_bucket_too(bucket, at):
    kept, stray = keep(None, at), keep(None, at)
    StoredFile.objects.filter(pk=stray.pk).delete()
    later = keeping.storage().get_modified_time(stray.name) + timedelta(hours=25)

    assert strays.remove_strays(at=later) == 1
    assert [there.key for there in bucket.objects.all()] == [kept.name]


SAID = """
import json
from atensi.settings import base
print(json.dumps(base.STORAGES))
"""


def test_the_environment_names_the_bucket(bucket, settings, server):
    words = {"BUCKET": "atensi", "ENDPOINT_URL": server, "REGION": "us-east-1"}
    words |= {"ACCESS_KEY": "uji", "SECRET_KEY": "uji"}
    said = {**os.environ, **{f"S3_{name}": word for name, word in words.items()}}

    told = subprocess.run(
        [sys.executable, "-c", SAID], env=said, capture_output=True, check=True, text=True
    )

    told_of = json.loads(told.stdout)
    made = told_of["files"]
    assert made["BACKEND"] == settings.STORAGES["files"]["BACKEND"]
    assert made["OPTIONS"].items() >= settings.STORAGES["files"]["OPTIONS"].items()
    assert made == told_of["default"]
