"""What a web worker holds in memory from its start: only what most pages need."""

import subprocess
import sys


# Of files; of papers and sheets, which the worker makes; of the guide; of the schema of the API.
HEAVY = {
    *("PIL", "pikepdf", "boto3"),
    *("weasyprint", "pyhanko", "matplotlib", "xlsxwriter", "openpyxl"),
    "markdown_it",
    *("drf_spectacular.openapi", "rest_framework.test", "django.test"),
}
LOADED = """
import sys
import django; django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print(*sys.modules)
"""


def test_the_site_starts_without_what_few_pages_need():
    told = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, check=True, text=True
    )

    assert HEAVY & {*told.stdout.split()} == set()
