"""Exact search without the text: a keyed fingerprint beside the sealed value.

Keyed, because a NIK has so little in it that a plain hash is guessed in a moment.
"""

import hmac
import re

from common.sealed.keyring import keyring


END = 4


def index_of(kind: str, value: str) -> str:
    """The fingerprint of a number ("nik", "kk" or "tel"), however people group its digits; "" for none.

    "tel_end" is that of a telephone's last four digits, for who remembers no more of it.
    """
    normal = NORMAL.get(kind, _digits)(value)
    if not normal:
        return ""
    return hmac.new(keyring().index, f"{kind}:{normal}".encode(), "sha256").hexdigest()


def _digits(text: str) -> str:
    return re.sub(r"[\s.\-]+", "", text)


def _telephone(text: str) -> str:
    """E.164; a number without a country is Indonesian, and its 0 goes, also in "+62 (0274)"."""
    digits = re.sub(r"\D+", "", text)
    if not digits:
        return ""
    if text.strip().startswith("+") and not digits.startswith("62"):
        return f"+{digits}"
    return f"+62{digits.removeprefix('62').removeprefix('0')}"


def _end(text: str) -> str:
    digits = re.sub(r"\D+", "", text)
    return digits[-END:] if len(digits) >= END else ""


def ends_with(telephone: str, digits: str) -> bool:
    """Whether a whole number goes on to its end as somebody remembers it."""
    return _telephone(telephone).endswith(digits.removeprefix("0"))


NORMAL = {"tel": _telephone, "tel_end": _end}
