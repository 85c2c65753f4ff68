"""Looking at the processes of this machine."""

import os
from pathlib import Path


def clean_environment() -> dict[str, str]:
    """This environment without the servers that the test run itself uses."""
    named = {"DATABASE_URL", "REDIS_URL"}
    return {name: value for name, value in os.environ.items() if name not in named}


def runs_from(var: Path) -> dict[int, str]:
    """Process id and command line of everything that works in this folder, or was told to."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            works_there = str(var) in str((process / "cwd").readlink())
            was_told_to = f"ATENSI_VAR={var}" in (process / "environ").read_text(errors="replace")
            line = (process / "cmdline").read_text().replace("\0", " ").strip()
        except OSError:
            continue
        if works_there or was_told_to:
            found[int(process.name)] = line
    return found
