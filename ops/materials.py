"""What the product is made of, as CycloneDX (1.6): python -m ops.materials [requirements.txt] >materials.cdx.json

Read from the lock with its hashes and from vendor.lock.json, so that it says what is installed by hash and what is copied
into the repository; a look at an environment would know neither the hashes nor the copies.
"""

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any


ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
SHA = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill(lock: Path) -> dict[str, Any]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [*_packages(lock.read_text()), *_copies()],
    }


def _packages(lock: str) -> Iterator[dict[str, Any]]:
    """A wheel for each platform has a hash of its own; whichever is installed is one of them."""
    starts = list(PINNED.finditer(lock))
    ends = [one.start() for one in starts[1:]] + [len(lock)]
    for one, end in zip(starts, ends, strict=True):
        name, version = one.groups()
        address = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
        sums = SHA.findall(lock[one.start() : end])
        yield {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "purl": address,
            "externalReferences": [_distribution(address, sum_) for sum_ in sums],
        }


def _distribution(address: str, sum_: str) -> dict[str, Any]:
    url = f"{address}#sha256:{sum_}"
    return {"type": "distribution", "url": url, "hashes": [{"alg": "SHA-256", "content": sum_}]}


def _copies() -> Iterator[dict[str, Any]]:
    """What is copied into the repository."""
    vendored = json.loads((ROOT / "vendor.lock.json").read_text())
    for name, facts in vendored.items():
        address = f"pkg:npm/{name.replace('@', '%40')}@{facts['version']}"
        sums = [hashlib.sha256((ROOT / path).read_bytes()).hexdigest() for path in facts["files"]]
        yield {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": facts["version"],
            "purl": address,
            "hashes": [{"alg": "SHA-256", "content": sum_} for sum_ in sums],
        }


if __name__ == "__main__":
    lock = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "requirements.txt"
    json.dump(bill(lock), sys.stdout, indent=1)
