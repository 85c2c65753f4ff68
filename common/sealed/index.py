"""Exact search without the text: a keyed fingerprint beside the sealed value.

Keyed, because a NIK has so little in it that a plain hash is guessed in a moment.
"""

import hmac
import re

from common.sealed.keyring import keyring


def index_of(kind: str, value: str) -> str:
    """The fingerprint of a number ("nik", "kk" or "tel"), however people group its digits; "" for none."""
    normal = _telephone(value) if kind == "tel" else _digits(value)
    if not normal:
        return ""
    return hmac.new(keyring().index, f"{kind}:{normal}".encode(), "sha256").hexdigest()


def _digits(text: str) -> str:
    return re.sub(r"[\s.\-]+", "", text)


def _telephone(text: str) -> str:
    """E.164; a number without a country is Indonesian."""
    digits = re.sub(r"\D+", "", text)
    if text.strip().startswith("+") or digits.startswith("62") or not digits:
        return f"+{digits}" if digits else ""
    return f"+62{digits.removeprefix('0')}"
