"""How a person is called in short, in a country where a name may be one word or begin with "I" or "Ni"."""

from functools import lru_cache


def given_name(name: str) -> str:
    """ "Sari Wulandari" is "Sari"; "I Made Suartana" is "I Made": a birth title never stands alone."""
    words = name.split()
    length = 1
    while length < len(words) and len(words[length - 1]) < 3:
        length += 1
    return " ".join(words[:length])


@lru_cache(maxsize=1024)
def short_name(name: str) -> str:
    """ "Sari Wulandari" is "Sari W."."""
    given = given_name(name)
    rest = name.split()[len(given.split()) :]
    return f"{given} {rest[-1][0]}." if rest else given
