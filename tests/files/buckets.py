"""A bucket of a server that speaks S3: a process of its own, moto's. For the tests that import these fixtures."""

import boto3
import pytest

from tests.files.servers import free_port, process, wait_for


@pytest.fixture(scope="session")
def server():
    port = free_port()
    with process("-m", "moto.server", "--port", str(port)):
        wait_for(port)
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def bucket(server, settings):
    """As atensi/settings/base.py makes it of S3_BUCKET and its like."""
    way_in = {"endpoint_url": server, "region_name": "us-east-1"}
    keys = {"aws_access_key_id": "uji", "aws_secret_access_key": "uji"}
    made = boto3.resource("s3", **way_in, **keys).create_bucket(Bucket="atensi")
    options = {"bucket_name": "atensi", **way_in, "access_key": "uji", "secret_key": "uji"}
    storage = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "files": storage, "default": storage}
    yield made
    made.objects.delete()
