"""Names as common as those in the field, so that a search finds more than one person."""

from functools import cache
from random import Random

from clients.enums import Sex


MEN = """
Ade Agus Ahmad Andi Bagus Bambang Bayu Budi Cahyo Dedi Deni Dimas Eko Fajar Galih Hadi Hendra
Iwan Joko Made Nanda Putra Rian Rizky Slamet Surya Teguh Wahyu Yoga Yusuf
"""
WOMEN = """
Ani Ayu Citra Dewi Dian Eka Fitri Indah Kartika Lestari Maya Nur Putri Ratna Rina Sari Siti Sri
Tuti Wulan
"""
LAST = """
Anggraini Firmansyah Ginting Gunawan Halim Harahap Hidayat Irawan Kurniawan Kusuma Lubis Maulana
Nasution Nugroho Pangestu Permana Pranata Prasetyo Purnomo Rahman Ramadhan Santoso Saputra
Setiawan Siregar Sitorus Suryadi Susanto Utama Wibowo Wijaya Yulianto
"""


def full_name(chance: Random, sex: str) -> str:
    first = _one_of(chance, WOMEN if sex == Sex.FEMALE else MEN)
    return f"{first} {_one_of(chance, LAST)}"


def family_name(chance: Random) -> str:
    return f"{_one_of(chance, WOMEN)} {_one_of(chance, LAST)}"


def _one_of(chance: Random, names: str) -> str:
    return chance.choice(_words(names))


_words = cache(str.split)
