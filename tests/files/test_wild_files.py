"""Broken files never give an error of ours, and none of them costs much: rows B15 and B22."""

import random
import subprocess
import sys

import pytest

from common.errors import DomainError
from files.enums import FileKind
from files.inspection.content import inspect
from tests.files import samples


EVERY_KIND = tuple(FileKind)
SEEDS = [
    samples.picture("JPEG", (64, 48), exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"),
    samples.picture("JPEG", (64, 48), progressive=True),
    samples.picture("PNG", (48, 32)),
    samples.picture("PNG", (48, 32), mode="P"),
    samples.two_pictures_in_one(),
    samples.pdf(),
    samples.signed_pdf(),
    samples.sheet(),
]  # fmt: skip


def mutated(chance: random.Random, content: bytes) -> bytes:
    """Some bytes changed, cut out, doubled or cut off; the beginning, which says what it is, is mostly left."""
    broken = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(min(4, len(broken) - 1), len(broken))
        match chance.randrange(5):
            case 0:
                broken[at] = chance.randrange(256)
            case 1:
                broken[at : at + chance.randint(1, 40)] = b""
            case 2:
                broken[at:at] = broken[at : at + chance.randint(1, 200)]
            case 3:
                broken[at : at + 4] = chance.choice([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff"])
            case 4:
                broken[at:at] = chance.randbytes(chance.randint(1, 16))
        if len(broken) < 8:
            break
    return bytes(broken)


def walk(times: int, seed: int) -> int:
    """How many were taken after all; whatever is no refusal stops the test."""
    chance, taken = random.Random(seed), 0
    for turn in range(times):
        content = mutated(chance, SEEDS[turn % len(SEEDS)])
        try:
            inspect(content, EVERY_KIND)
            taken += 1
        except DomainError:
            continue
    return taken


def test_six_thousand_broken_files_are_taken_or_refused_with_a_sentence():
    assert 0 < walk(6_000, seed=2026) < 5_500


# The highest that a process of its own has been (its parent's counts in what `resource` tells).
PEAK = """
import re, sys
from io import BytesIO
from pathlib import Path
import django; django.setup()
from PIL import Image
from files.inspection.content import PICTURES, inspect
def highest():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
first = BytesIO(); Image.new("RGB", (9, 9)).save(first, sys.argv[1]); inspect(first.getvalue(), PICTURES)
content = sys.stdin.buffer.read()
before = highest()
inspect(content, PICTURES)
print(highest() - before)
"""


@pytest.mark.parametrize(
    ("kind", "mode", "size"),
    [
        ("JPEG", "RGB", (5770, 4330)),
        ("JPEG", "CMYK", (5770, 4330)),
        ("JPEG", "RGB", (3264, 2448)),
        ("PNG", "P", (5000, 5000)),
        ("PNG", "RGBA", (2900, 2900)),
    ],
)
def test_the_largest_pictures_are_drawn_within_64_mb(kind, mode, size):
    content = samples.picture(kind, size, mode=mode)
    asked = [sys.executable, "-c", PEAK, kind, mode, *map(str, size)]

    told = subprocess.run(asked, input=content, capture_output=True, check=True)

    assert 5 < float(told.stdout) < 64
