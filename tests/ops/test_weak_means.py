"""Weak ciphers, hashes and dice do not pass the quality check (the project's own rules of ruff)."""

import subprocess
import sys

import pytest
from django.conf import settings


WEAK = {
    "S303": "from Crypto.Hash import MD5\n\nMD5.new()\n",
    "S304": "from cryptography.hazmat.primitives.ciphers import algorithms\n\nalgorithms.ARC4(b'k')\n",
    "S305": "from cryptography.hazmat.primitives.ciphers import modes\n\nmodes.ECB()\n",
    "S324": "import hashlib\n\nhashlib.md5(b'x')\n",
    "S311": "import random\n\nrandom.choice('ab')\n",
    "S501": "import requests\n\nrequests.get('https://x', timeout=1, verify=False)\n",
    "S602": "import subprocess\n\n\ndef f(x: str) -> None:\n    subprocess.run(x, shell=True, check=True)\n",
}


@pytest.mark.parametrize("rule", WEAK)
def test_a_weak_means_is_refused(rule):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--stdin-filename", "accounts/weak.py", "-"],
        input=WEAK[rule],
        capture_output=True,
        text=True,
        check=False,
        cwd=settings.BASE_DIR,
    )

    assert done.returncode == 1
    assert rule in done.stdout
