import pytest


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """What a page keeps as a file goes with its test."""
    settings.MEDIA_ROOT = tmp_path
