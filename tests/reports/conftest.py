import pytest

from tests.files.buckets import bucket, server  # noqa: F401


@pytest.fixture(autouse=True)
def archive_of_its_own(settings, tmp_path):
    """Each test keeps its papers in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
