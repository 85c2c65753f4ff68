"""script/bench [N ...]: a country of N clients, a server, and what it does under load.

Several sizes have their turn one after another, and the last table compares them.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ops import checks, embedded
from ops.errors import CannotStart
from tools.bench import database


DEFAULT = 100_000
FEWEST = 200


def main() -> None:
    wanted = _arguments()
    os.environ["DJANGO_SETTINGS_MODULE"] = "atensi.settings.bench"
    checks.database()
    embedded.ensure()
    results: dict[int, Any] = {}
    for clients in wanted.clients or [DEFAULT]:
        with database.own(keep=wanted.keep):
            _prepare()
            results[clients] = _run(clients, wanted)
    if len(results) > 1:
        _compare(results)
    if wanted.json:
        rows = {size: asdict(result) for size, result in results.items()}
        wanted.json.write_text(json.dumps(rows, indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("clients", nargs="*", type=_size, metavar="N")
    parser.add_argument("--seconds", type=float, default=8, help="of load on each subject")
    parser.add_argument(
        "--only",
        action="append",
        help="subjects with this in their name; may be said several times",
    )
    parser.add_argument("--json", type=Path, help="a file for the figures")
    parser.add_argument("--keep", action="store_true", help="leave the database to look at")
    return parser.parse_args()


def _size(text: str) -> int:
    if not text.isdecimal() or int(text) < FEWEST:
        raise argparse.ArgumentTypeError(f"N is a number of clients, at least {FEWEST}")
    return int(text)


def _prepare() -> None:
    command = [sys.executable, "-m", "ops.prepare", "files", "database"]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode:
        raise CannotStart("The bench was not started; see the lines above.")


def _run(clients: int, wanted: argparse.Namespace) -> Any:
    # Django reads its settings, and they the address of the database that now exists.
    import django

    django.setup()
    from tools.bench.run import bench

    return bench(clients, seconds=wanted.seconds, only=wanted.only or [""])


def _compare(results: dict[int, Any]) -> None:
    from tools.bench.figures import comparison

    print(f"\n{comparison({size: result.figures for size, result in results.items()})}\n")


if __name__ == "__main__":
    main()
