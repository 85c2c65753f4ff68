"""Who runs PostgreSQL: it refuses to run as root, so root lends it to a system account of its own."""

import grp
import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ops.errors import CannotStart


SYSTEM_ACCOUNT = "atensi-db"


@dataclass(frozen=True)
class Account:
    """The identity of a child process; empty for an ordinary user, who needs to be nobody else."""

    uid: int | None = None
    gid: int | None = None

    @property
    def extra_groups(self) -> list[int] | None:
        return None if self.uid is None else []

    def own(self, folder: Path) -> None:
        """Hand the folder over, and let the account walk (not look) through the folders above it."""
        if self.uid is None:
            return
        os.chown(folder, self.uid, self.gid or -1)
        for parent in folder.resolve().parents:
            _allow(parent, stat.S_IXOTH)

    def read(self, folder: Path) -> None:
        """Let the account read the programs below the folder, whatever umask they were installed with."""
        if self.uid is None or _readable(folder):
            return
        for parent in folder.resolve().parents:
            _allow(parent, stat.S_IXOTH)
        for path in [folder, *folder.rglob("*")]:
            executable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            _allow(path, stat.S_IROTH | (stat.S_IXOTH if executable else 0))


def database_account() -> Account:
    if os.geteuid() != 0:
        return Account()
    try:
        entry = pwd.getpwnam(SYSTEM_ACCOUNT)
    except KeyError:
        entry = _make_system_account()
    return Account(entry.pw_uid, entry.pw_gid)


def _make_system_account() -> pwd.struct_passwd:
    command = [
        "useradd",
        "--system",
        "--no-create-home",
        "--shell",
        "/usr/sbin/nologin",
        SYSTEM_ACCOUNT,
    ]
    if _group_exists():
        command[1:1] = ["--gid", SYSTEM_ACCOUNT]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise CannotStart(
            "PostgreSQL may not run as root and the system account atensi-db could not be made; "
            "start as an ordinary user, or name a server in DATABASE_URL."
        ) from problem
    return pwd.getpwnam(SYSTEM_ACCOUNT)


def _group_exists() -> bool:
    return any(group.gr_name == SYSTEM_ACCOUNT for group in grp.getgrall())


def _readable(folder: Path) -> bool:
    wanted = stat.S_IROTH | stat.S_IXOTH
    below = [folder / "bin", folder / "bin" / "postgres", folder / "lib", folder / "share"]
    return all(path.stat().st_mode & wanted == wanted for path in below) and all(
        parent.stat().st_mode & stat.S_IXOTH for parent in folder.resolve().parents
    )


def _allow(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(stat.S_IMODE(mode) | bits)
