"""Which regional languages a family of a province most likely speaks at home, beside Indonesian.

A default for finding a place where the family is understood, not a fact about a person. Codes are ISO 639-3.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    ACEHNESE = "ace", _("Aceh")
    AMBONESE = "abs", _("Melayu Ambon")
    BALINESE = "ban", _("Bali")
    BANJAR = "bjn", _("Banjar")
    BATAK = "btk", _("Batak")
    BETAWI = "bew", _("Betawi")
    BUGIS = "bug", _("Bugis")
    DAYAK = "day", _("Dayak")
    GORONTALO = "gor", _("Gorontalo")
    JAVANESE = "jav", _("Jawa")
    KAILI = "lew", _("Kaili")
    KUPANG = "mkn", _("Melayu Kupang")
    LAMPUNG = "ljp", _("Lampung")
    MADURESE = "mad", _("Madura")
    MAKASSAR = "mak", _("Makassar")
    MALAY = "msa", _("Melayu")
    MANADO = "xmm", _("Melayu Manado")
    MANDAR = "mdr", _("Mandar")
    MINANGKABAU = "min", _("Minangkabau")
    NIAS = "nia", _("Nias")
    NORTH_MOLUCCAN = "max", _("Melayu Maluku Utara")
    PALEMBANG = "mui", _("Palembang")
    PAPUAN_MALAY = "pmy", _("Melayu Papua")
    SASAK = "sas", _("Sasak")
    SUNDANESE = "sun", _("Sunda")
    TOLAKI = "lbw", _("Tolaki")


_L = Language
# A province without a line has too many to name one.
SPOKEN_IN: dict[str, tuple[Language, ...]] = {
    "11": (_L.ACEHNESE,),
    "12": (_L.BATAK, _L.MALAY, _L.NIAS),
    "13": (_L.MINANGKABAU,),
    "14": (_L.MALAY, _L.MINANGKABAU),
    "15": (_L.MALAY,),
    "16": (_L.PALEMBANG,),
    "17": (_L.MALAY,),
    "18": (_L.LAMPUNG, _L.JAVANESE),
    "19": (_L.MALAY,),
    "21": (_L.MALAY,),
    "31": (_L.BETAWI,),
    "32": (_L.SUNDANESE,),
    "33": (_L.JAVANESE,),
    "34": (_L.JAVANESE,),
    "35": (_L.JAVANESE, _L.MADURESE),
    "36": (_L.SUNDANESE, _L.JAVANESE),
    "51": (_L.BALINESE,),
    "52": (_L.SASAK,),
    "53": (_L.KUPANG,),
    "61": (_L.MALAY, _L.DAYAK),
    "62": (_L.DAYAK, _L.BANJAR),
    "63": (_L.BANJAR,),
    "64": (_L.BANJAR, _L.JAVANESE),
    "71": (_L.MANADO,),
    "72": (_L.KAILI,),
    "73": (_L.BUGIS, _L.MAKASSAR),
    "74": (_L.TOLAKI,),
    "75": (_L.GORONTALO,),
    "76": (_L.MANDAR,),
    "81": (_L.AMBONESE,),
    "82": (_L.NORTH_MOLUCCAN,),
    **dict.fromkeys(("91", "92", "93", "94", "95", "96"), (_L.PAPUAN_MALAY,)),
}


def spoken_in(province_code: str) -> tuple[Language, ...]:
    return SPOKEN_IN.get(province_code, ())
