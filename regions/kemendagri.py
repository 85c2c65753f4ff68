"""What the Home Ministry's list holds, written down apart from any file: codes, zones and how many of each.

A source that does not agree with this table is not loaded (domain facts, section 7).
"""

from typing import NamedTuple

from regions.enums import TimeZone


class ProvinceFacts(NamedTuple):
    time_zone: TimeZone
    kabupaten: int
    kota: int


WIB, WITA, WIT = TimeZone.WIB, TimeZone.WITA, TimeZone.WIT

# The administrative kabupaten and kota of Jakarta (31) count like the others.
PROVINCES: dict[str, ProvinceFacts] = {
    "11": ProvinceFacts(WIB, 18, 5),
    "12": ProvinceFacts(WIB, 25, 8),
    "13": ProvinceFacts(WIB, 12, 7),
    "14": ProvinceFacts(WIB, 10, 2),
    "15": ProvinceFacts(WIB, 9, 2),
    "16": ProvinceFacts(WIB, 13, 4),
    "17": ProvinceFacts(WIB, 9, 1),
    "18": ProvinceFacts(WIB, 13, 2),
    "19": ProvinceFacts(WIB, 6, 1),
    "21": ProvinceFacts(WIB, 5, 2),
    "31": ProvinceFacts(WIB, 1, 5),
    "32": ProvinceFacts(WIB, 18, 9),
    "33": ProvinceFacts(WIB, 29, 6),
    "34": ProvinceFacts(WIB, 4, 1),
    "35": ProvinceFacts(WIB, 29, 9),
    "36": ProvinceFacts(WIB, 4, 4),
    "51": ProvinceFacts(WITA, 8, 1),
    "52": ProvinceFacts(WITA, 8, 2),
    "53": ProvinceFacts(WITA, 21, 1),
    "61": ProvinceFacts(WIB, 12, 2),
    "62": ProvinceFacts(WIB, 13, 1),
    "63": ProvinceFacts(WITA, 11, 2),
    "64": ProvinceFacts(WITA, 7, 3),
    "65": ProvinceFacts(WITA, 4, 1),
    "71": ProvinceFacts(WITA, 11, 4),
    "72": ProvinceFacts(WITA, 12, 1),
    "73": ProvinceFacts(WITA, 21, 3),
    "74": ProvinceFacts(WITA, 15, 2),
    "75": ProvinceFacts(WITA, 5, 1),
    "76": ProvinceFacts(WITA, 6, 0),
    "81": ProvinceFacts(WIT, 9, 2),
    "82": ProvinceFacts(WIT, 8, 2),
    "91": ProvinceFacts(WIT, 8, 1),
    "92": ProvinceFacts(WIT, 7, 0),
    "93": ProvinceFacts(WIT, 4, 0),
    "94": ProvinceFacts(WIT, 8, 0),
    "95": ProvinceFacts(WIT, 8, 0),
    "96": ProvinceFacts(WIT, 5, 1),
}

# What people call them, where the official name fills a line.
SHORT_NAMES = {
    "31": "DKI Jakarta",
    "34": "DI Yogyakarta",
}
