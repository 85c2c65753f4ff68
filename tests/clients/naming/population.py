"""2,000 people with names as they are borne from Aceh to Papua, and 400 of them written down a second time.

Everything follows from the seed, so a figure that falls tells of a change of ours. A name is put together from the
names of one people (given names, a second name or none, a family's name where that people has one); a birth date lies
between 1955 and 2015. A twin is the same person as another desk might have written them: one or two of the ways in
`spoiling.NAMES`, one in `spoiling.DATES` for four in ten, the rest with their own date.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.clients.naming import spoiling


SEED = 20261201
PEOPLE, TWINS = 2000, 400
FIRST, LAST = date(1955, 1, 1), date(2015, 12, 31)

# Given names; second names; names of a family or clan.
PEOPLES = {
    "Jawa": (
        """Agus Bambang Budi Dwi Eko Hadi Joko Slamet Sri Sugeng Suharto Sukarno Sumarni Suparman Supriyadi Suryo Sutrisno
        Teguh Tri Tuti Wahyu Waluyo Widodo Yanto Yuli Endang Retno Rini Ratna Lestari Ngatini Paijo Parto Poniman""",
        """Adi Handayani Hartono Kusuma Kuncoro Nugroho Prabowo Prasetyo Purnomo Puspita Rahayu Santoso Saputro Setiawan
        Setyowati Susanto Susilo Utami Wahyuni Wibowo Widayati Wijaya Winarno Wulandari Yulianto Yuwono Cahyono Cahyaningsih""",
        "",
    ),
    "Sunda": (
        """Asep Ujang Dadang Cecep Deden Euis Iis Iwan Jajang Maman Neneng Nunung Odang Rohmat Tatang Tete Uus Yayan Yoyoh
        Entin Enok Engkus Aceng Wawan Cucu""",
        """Sunarya Suryana Hidayat Kurnia Permana Rukmana Sukmana Kartini Komariah Rosidah Mulyadi Mulyana Ruhiyat Supriatna
        Gunawan Hermawan Kosasih Wiraatmaja Djuanda""",
        "",
    ),
    "Arab dan Melayu": (
        """Abdul Achmad Ahmad Aisyah Ali Aminah Arif Fatimah Fauzi Fitri Hafiz Halimah Hasan Husein Ibrahim Idris Ismail
        Khadijah Khairul Lukman Ma'ruf Maryam Muhammad Mustafa Nur Nurul Rahmat Rizki Rosyid Safitri Siti Syarif Syamsul Taufik
        Umar Usman Yusuf Zainal Zainuddin Zulfikar Zubaidah""",
        """Abidin Akbar Anwar Arifin Aziz Fadilah Firmansyah Habibie Hakim Hamzah Hidayah Hidayat Hidayatullah Iskandar Jannah
        Khasanah Latif Mahmud Maulana Mubarok Munawaroh Nurhaliza Qodir Rahman Rahmawati Ramadhan Rohmah Rosyidah Saleh Salim
        Solihin Syahputra Wahid Yahya Zahra""",
        "",
    ),
    "Batak": (
        """Hotman Hotmaida Binsar Bonar Dame Lamhot Lasma Maruli Parlindungan Poltak Ronald Rosmaida Rotua Sahat Saut Tiur
        Togar Tumpal Uli Monang""",
        "Mangihut Parulian Hasiholan Martua Tiurma Risma Marojahan",
        """Simanjuntak Siregar Nasution Harahap Lubis Hutapea Panjaitan Pasaribu Sinaga Sitorus Situmorang Lumbantobing
        Manurung Silalahi Tambunan Pardede Nainggolan Marpaung Ginting Tarigan Sembiring Purba""",
    ),
    "Minang": (
        "Afrizal Desmawati Elfitra Erizal Fitriani Hendri Indrawati Jasril Masrizal Rosmiati Syafrizal Yusnidar Zulkifli Nurbaiti",
        "Efendi Elvira Fahmi Hamdani Marlina Putra Putri Yandri",
        "Chaniago Koto Piliang Tanjung Sikumbang Jambak Guci Melayu",
    ),
    "Bali": (
        "Wayan Made Nyoman Ketut Putu Kadek Komang Gede Luh",
        """Adnyana Antara Ardana Arnawa Astawa Budiarta Darmawan Dharma Mahendra Parwata Sudarsana Suartana Sukerti Suweca Widiana
        Wirawan Yasa""",
        "",
    ),
    "Bugis dan Makassar": (
        "Andi Baso Besse Daeng Hasanuddin Jumriati Nurjannah Rahmatia Sitti Syahrul Tenri Mappanyukki",
        "Amiruddin Bahtiar Kamaruddin Makkasau Mattalatta Pawelloi Sulaiman Tajuddin",
        "",
    ),
    "Timur": (
        """Yohanes Yosef Maria Petrus Paulus Agustinus Benediktus Dominggus Elisabet Fransiskus Hendrikus Kristina Lukas Markus
        Martha Melkianus Natalia Oktovianus Ruth Soleman Theresia Viktor Yuliana Zakarias""",
        "Alfonsius Bernadus Carolina Fernandez Gabriela Jose Leonardus Margaretha Theodora",
        """Kogoya Wenda Tabuni Wanimbo Rumbiak Mandacan Kambuaya Latuconsina Pattiasina Sahetapy Tanamal da-Costa Bere Nggili Boleng
        Keraf Lamoren Tukan Mandagi Rumengan Kawilarang Wowor Lengkong""",
    ),
    "Tionghoa": (
        "Anton Budiman Cynthia David Felicia Hendra Indra Jessica Kevin Lisa Michael Natasha Richard Stefani Vincent Yenny",
        "",
        "Gunadi Halim Hartanto Kurniawan Lim Salim Setiadi Sutanto Tanoto Tanuwijaya Wibisono Widjaja Wongso Tedjakusuma",
    ),
}


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    birth_date: date
    estimated: bool = False
    twin_of: int | None = None
    """The place among the people of whoever they are once more."""
    ways: tuple[str, ...] = ()


def population(seed: int = SEED) -> tuple[list[Person], list[Person]]:
    """The people, and those who are written down a second time."""
    chance = Random(seed)
    people = [Person(_name(chance), _day(chance)) for _ in range(PEOPLE)]
    return people, list(_twins(chance, people))


def _name(chance: Random) -> str:
    given, second, family = (words.split() for words in PEOPLES[chance.choice(list(PEOPLES))])
    parts = [chance.choice(given)]
    if second and chance.random() < (0.5 if family else 0.9):
        parts.append(chance.choice(second))
    if second and not family and chance.random() < 0.25:
        parts.append(chance.choice(second))
    if family:
        parts.append(chance.choice(family))
    return " ".join(dict.fromkeys(parts)).replace("-", " ")


def _day(chance: Random) -> date:
    return FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))


def _twins(chance: Random, people: list[Person]) -> Iterator[Person]:
    for place in chance.sample(range(PEOPLE), TWINS):
        person = people[place]
        name, ways = spoiling.name(chance, person.name)
        day, estimated, way = spoiling.day(chance, person.birth_date)
        yield Person(name, day, estimated, place, (*ways, way))
