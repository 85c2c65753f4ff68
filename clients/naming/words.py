"""A name as the words that people look for it by: no accents, no titles, one spelling.

The same name is written in many ways: with and without gelar, bin, apostrophe and accent, in the spelling of 1947
(Soekarno, Djoko, Tjahjo), in that of 1972, and as Arabic is heard (Achmad, Aisyah, Syarif). Whoever looks for a person
has heard the name, not read it. Why it is done here and not in the database: docs/decisions/0037-search.md.
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize


APOSTROPHES = re.compile("['`´‘’‛ʻʼ＇]")
PARTS = re.compile(r"[^\W\d_]+|\d+")
# No name has a longer word; one sign may be written out as a dozen letters, and a key has room for no more.
LONGEST_WORD = 40
# Dropped where another word is left.
TITLES = {
    "h",
    "hj",
    "kh",
    "dr",
    "drs",
    "dra",
    "drg",
    "ir",
    "prof",
    "haji",
    "hajah",
    "hajjah",
    "ust",
    "ustad",
    "ustadz",
    "ustaz",
    "tn",
    "ny",
    "nn",
    "sdr",
    "sdri",
    "bpk",
    "bin",
    "binti",
    "binte",
    "bt",
    "bte",
    "ibn",
}
DEGREES = {
    "sh",
    "se",
    "st",
    "sp",
    "skom",
    "spd",
    "spdi",
    "ssi",
    "ssos",
    "sag",
    "skm",
    "skep",
    "spsi",
    "sip",
    "shum",
    "ssn",
    "ske",
    "sked",
    "mh",
    "mm",
    "mt",
    "ma",
    "mkom",
    "mpd",
    "mpdi",
    "msi",
    "msos",
    "mag",
    "mkes",
    "mpsi",
    "mhum",
    "amd",
    "amdkeb",
    "ak",
    "ners",
    "phd",
    "ba",
    "bsc",
    "msc",
}
SHORT = {
    **dict.fromkeys(
        [
            "muh",
            "moh",
            "mhd",
            "muhd",
            "mohd",
            "md",
            "moch",
            "much",
            "muchamad",
            "muchammad",
            "mochamad",
            "mochammad",
            "muhamad",
            "muhammad",
            "mohamad",
            "mohammad",
            "muhamed",
            "muhammed",
            "mohamed",
            "mohammed",
            "mukhamad",
            "mukhammad",
        ],
        "muhammad",
    ),
    **dict.fromkeys(["abd", "abdl", "abdur", "abdus", "abdud", "abdun"], "abdul"),
    **dict.fromkeys(["ach", "achm", "ahm"], "ahmad"),
    "st": "siti",
    "br": "boru",
}
ABDUL = re.compile(r"^abd(?:ul|ur|us|ud|un|ut|az)(?=\w{4,}$)")
# In this order; each is one sound however it is written.
SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("oe|oo|ou", "u"),
        ("tj", "c"),
        ("dj", "j"),
        ("nj", "ny"),
        ("[ck]h", "h"),
        ("s[jyh]", "s"),
        ("ph|v", "f"),
        ("([tdgb])h", r"\1"),
        ("dz|z", "s"),
        ("x", "ks"),
        ("ck|q|c(?![aeiouy])", "k"),
        ("ee|ie$|y", "i"),
        (r"(\w)\1+", r"\1"),
        (r"(?<=\w{3})h$", ""),
    )
)


def words_of(name: str) -> list[str]:
    """In the order in which they stand; numbers are words of their own."""
    plain = _plain(name)
    named, *after = plain.split(",")
    kept = [token for token in named.split() if not ("." in token[:-1] and _is_degree(token))]
    kept += [token for part in after for token in part.split() if not _is_degree(token)]
    words = [word[:LONGEST_WORD] for token in kept for word in PARTS.findall(token)]
    without = [word for word in words if word not in TITLES]
    return [part for word in without or words for part in _in_full(word)]


def _plain(name: str) -> str:
    letters = normalize("NFKD", APOSTROPHES.sub("", name).casefold())
    return "".join(letter for letter in letters if not combining(letter))


def _is_degree(token: str) -> bool:
    return token.replace(".", "") in DEGREES


def _in_full(word: str) -> list[str]:
    if found := ABDUL.match(word):
        return ["abdul", word[found.end() :]]
    return [SHORT.get(word, word)]


@lru_cache(maxsize=8192)
def heard(word: str) -> str:
    """How a word sounds, whichever spelling it is written in."""
    if word.isdigit():
        return word
    for written, sound in SOUNDS:
        word = written.sub(sound, word)
    return word
