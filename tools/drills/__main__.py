"""script/drill NAME: a system of its own, broken on purpose. Exits with 1 when a promise was not kept."""

import argparse
import signal
import sys
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from pathlib import Path
from types import FrameType

from tools.drills.site import ROOT, own_site
from tools.drills.versions import last_version


DRILLS = {
    "kill": "kill -9 of web workers, of all of the web and of PostgreSQL: no acknowledged write lost or doubled",
    "redis": "Redis gone: pages, saves and sign-in go on",
    "postgres": "PostgreSQL gone: 503 at once; back: serving again by itself",
    "moment": "the database gone: a base and its log bring back what was acknowledged before one moment, and no more",
    "restore": "a backup made under load comes back identical on a second server, and the erased stay erased",
    "upgrade": "the last version with people at work, upgraded to this one: nothing lost, nobody signed out",
    "account": "any statement as the site's account: no superuser, no forged history, nothing moved or taken out",
}


def main() -> int:
    wanted = _arguments()
    if not wanted.drill:
        for name, promise in DRILLS.items():
            print(f"script/drill {name:<10} {promise}")
        return 0
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    with _code(wanted) as root, own_site(root) as site:
        drill = import_module(
            f"tools.drills.{wanted.drill}"
        )  # Django is set up now, and models can be imported
        return drill.run(site, wanted)


def _code(wanted: argparse.Namespace) -> AbstractContextManager[Path]:
    """Ours, or that of the version before."""
    return last_version(wanted.since) if wanted.drill == "upgrade" else nullcontext(ROOT)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/drill", description=__doc__)
    parser.add_argument("drill", nargs="?", choices=DRILLS)
    parser.add_argument("--acks", type=int, help="acknowledged writes to wait for (kill)")
    parser.add_argument(
        "--seconds", type=float, help="the longest that the killing may last (kill)"
    )
    parser.add_argument("--since", default="", help="the version to upgrade from (upgrade)")
    parser.add_argument(
        "--careless",
        action="store_true",
        help="the self-test alone: without synchronous_commit the drill must find losses (kill)",
    )
    return parser.parse_args()


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
