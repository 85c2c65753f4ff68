"""Text that a stolen database does not show (docs/decisions/0007-sealed-fields.md).

Each person has a data key; each sealed value is AES-256-GCM under the key of the person whose it is, bound
to its column. Data keys stand in the database wrapped by a key of the key file, which does not.
"""

from common.sealed.along import KeyAlong
from common.sealed.box import Erased, SealBroken, Sealed
from common.sealed.datakeys import preload
from common.sealed.fields import (
    BlindIndexField,
    SealedJSONField,
    SealedTextField,
    is_written,
    with_indexes,
)
from common.sealed.index import ends_with, index_of
from common.sealed.keyring import KeysUnusable


__all__ = [
    "BlindIndexField",
    "Erased",
    "KeyAlong",
    "KeysUnusable",
    "SealBroken",
    "Sealed",
    "SealedJSONField",
    "SealedTextField",
    "ends_with",
    "index_of",
    "is_written",
    "preload",
    "with_indexes",
]
