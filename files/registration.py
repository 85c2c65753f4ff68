"""What files bring to those below."""

from common.looks import LOOKS
from common.sealed.keyring import HIDDEN
from files.enums import ScanStatus
from files.keeping import hide_keys_again
from files.models import StoredFile


def register() -> None:
    HIDDEN.add("keys of files", hide_keys_again)
    LOOKS.add(
        StoredFile,
        {
            ScanStatus.UNSCANNED: ("warning", "hourglass"),
            ScanStatus.CLEAN: ("success", "circle-check"),
            ScanStatus.BAD: ("danger", "alert-triangle"),
        },
    )
