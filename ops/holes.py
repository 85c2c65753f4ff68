"""Asks an index of known holes about what is locked: python -m ops.holes

Where no index answers (a machine without a way out, a mirror that knows no advisories) it says so in one line and is no
failure: what was not asked is neither good nor bad.
"""

import json
import subprocess
import sys
from typing import Any


LOCKS = ("requirements.txt", "requirements-dev.txt")
ASK = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--format", "json"]


def main() -> None:
    told = [_ask(lock) for lock in LOCKS]
    asked = [one for lock in told for one in lock if "vulns" in one]
    holes = [
        f"{one['name']} {one['version']}: {hole['id']}" for one in asked for hole in one["vulns"]
    ]
    if not asked:
        print(
            "NOT ASKED: no index of known holes answers here; ask where one does before a release."
        )
        return
    unasked = sorted(
        {one["name"] for lock in told for one in lock} - {one["name"] for one in asked}
    )
    print(
        f"{len(asked)} packages asked about" + (f", not: {', '.join(unasked)}" if unasked else "")
    )
    for line in sorted({*holes}):
        print(line)
    sys.exit(1 if holes else 0)


def _ask(lock: str) -> list[dict[str, Any]]:
    command = [*ASK, "--progress-spinner", "off", "--requirement", lock]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except ValueError:
        return []  # it broke off before it had asked anybody
    return found


if __name__ == "__main__":
    main()
