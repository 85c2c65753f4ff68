"""What files bring to those below."""

from common.looks import LOOKS
from files.enums import ScanStatus
from files.models import StoredFile


def register() -> None:
    LOOKS.add(
        StoredFile,
        {
            ScanStatus.UNSCANNED: ("warning", "hourglass"),
            ScanStatus.CLEAN: ("success", "circle-check"),
            ScanStatus.BAD: ("danger", "alert-triangle"),
        },
    )
