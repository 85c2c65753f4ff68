"""Made-up people from all over the country: long names, names of one word, every way of naming."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clients.enums import Interpreter, Sex


WOMAN = 40  # a woman's day of birth stands 40 higher in her NIK


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    sex: Sex
    age: int
    regency: str
    birth_place: str
    no_family: bool = False
    interpreter: str = Interpreter.NONE


M, F = Sex.MALE, Sex.FEMALE
PEOPLE = (
    Person("Rian Saputra", M, 24, "3271", "Bogor"),
    Person("Dewi Anggraini", F, 31, "3276", "Depok"),
    Person("Muhammad Hidayat", M, 19, "3201", "Bogor"),
    Person("Suparman", M, 42, "3302", "Banyumas"),
    Person("Ni Luh Ayu Puspitasari", F, 27, "5171", "Denpasar"),
    Person("Togar Parulian Simatupang", M, 33, "1271", "Tarutung"),
    Person("Yohanes Kogoya", M, 22, "9501", "Wamena", interpreter=Interpreter.REGIONAL),
    Person("Siti Nurhaliza binti Ahmad", F, 29, "1471", "Pekanbaru"),
    Person("I Gusti Ngurah Agung Wiradharma Putra", M, 36, "5108", "Singaraja"),
    Person("Wagiman", M, 51, "3372", "Surakarta"),
    Person("Andi Baso Mappatoba", M, 28, "7371", "Bone"),
    Person("Raden Mas Aryo Kusumonegoro", M, 45, "3471", "Yogyakarta"),
    Person("Boru Hotmaida Lumbantobing", F, 38, "1207", "Deli Serdang"),
    Person("Agus Salim", M, 26, "1371", "Padang"),
    Person("Maria Fransiska Bere", F, 23, "5371", "Atambua"),
    Person("Teuku Rizki Maulana", M, 30, "1171", "Banda Aceh"),
    Person("Euis Komariah", F, 34, "3273", "Bandung"),
    Person("Lalu Muhammad Zainul Majdi Akbar", M, 21, "5271", "Mataram"),
    Person("Slamet", M, 47, "3374", "Semarang"),
    Person("Petrus Tabuni", M, 25, "9171", "Jayapura"),
    Person("Cut Meutia Zahra", F, 20, "1171", "Sigli"),
    Person("Robertus Nainggolan", M, 39, "1271", "Pematangsiantar"),
    Person("Asep Sunandar Sunarya", M, 32, "3273", "Cimahi"),
    Person("Noor Aisyah", F, 28, "6371", "Banjarmasin"),
    Person("Dimas Prasetyo Nugroho", M, 17, "3276", "Depok"),
    Person("Kadek Arya Wibawa", M, 29, "5171", "Tabanan"),
    Person("Frengki Rumbiak", M, 35, "9171", "Biak"),
    Person("Nurdin", M, 44, "7305", "Takalar"),
    Person("Theresia Yuliana Manek", F, 26, "5371", "Kupang"),
    Person("Hendra Gunawan", M, 37, "1671", "Palembang"),
    Person("Abdul Rahman Wahid Lubis", M, 23, "1271", "Padang Sidempuan"),
    Person("Sri Rahayu", F, 41, "3302", "Purwokerto"),
    Person("Bonar Sitorus", M, 27, "1207", "Balige"),
    Person("Joko Susilo", M, 30, "3372", "Boyolali", no_family=True),
    Person("La Ode Harimau", M, 33, "7471", "Kendari"),
    Person("Fitri", F, 22, "3271", "Bogor", no_family=True),
    Person("Ferdinand Latuconsina", M, 31, "8171", "Ambon"),
    Person("Ujang Kosasih", M, 48, "3201", "Cibinong"),
    Person("Made Yasa", M, 24, "5108", "Buleleng"),
    Person("Rahmat Hidayatullah al-Banjari", M, 28, "6371", "Martapura"),
    Person("Stevanus Mandagi", M, 34, "7171", "Tomohon"),
    Person("Nengah Sukarta", M, 52, "5171", "Karangasem"),
    Person("Galih Permana", M, 20, "3276", "Depok"),
    Person("Imam Syafi'i", M, 36, "3578", "Surabaya"),
    Person("Yuni Astuti", F, 33, "3374", "Kendal"),
    Person("Markus Elopere", M, 19, "9501", "Wamena"),
    Person("Darmawan", M, 40, "6472", "Samarinda"),
    Person("Rina Marlina", F, 25, "3174", "Jakarta"),
    Person("Syahrul Ramadhan", M, 22, "7371", "Makassar"),
    Person("Bagas Adi Putra", M, 27, "3175", "Jakarta"),
    Person("Christina Panjaitan", F, 30, "1271", "Medan"),
    Person("Tarmizi", M, 46, "1171", "Meulaboh"),
    Person("Komang Trisna Dewi", F, 21, "5171", "Gianyar"),
    Person("Anton Wijaya", M, 38, "6171", "Pontianak"),
    Person("Wawan Setiawan", M, 29, "3201", "Jonggol"),
    Person("Eka Putri Lestari", F, 24, "3273", "Garut"),
    Person("Yance Wanimbo", M, 26, "9171", "Jayapura"),
    Person("Sutrisno Hadi", M, 43, "3302", "Cilacap"),
    Person("Rizal Effendi Harahap", M, 32, "1207", "Lubuk Pakam"),
    Person("Muhammad Fadli Al Farisi", M, 18, "3271", "Bogor"),
    Person("Sumiati", F, 50, "3578", "Sidoarjo"),
    Person("Albertus Moang", M, 28, "5371", "Maumere"),
)
FAMILY_NAMES = (
    "Sulastri",
    "Hartini",
    "Siti Aminah",
    "Maimunah",
    "Rosmawati",
    "Kartini",
    "Wayan Sari",
    "Bertha Nauli",
    "Nurhayati",
    "Yuliana",
)


def born(person: Person, today: date, rng: Random) -> date:
    """Some day that makes them as old as they are, whenever the demonstration is loaded."""
    return today.replace(year=today.year - person.age, day=1) - timedelta(days=rng.randint(40, 320))


def nik(person: Person, birth_date: date, rng: Random) -> str:
    day = birth_date.day + (WOMAN if person.sex == F else 0)
    return f"{person.regency}{rng.randint(1, 9):02d}{day:02d}{birth_date:%m%y}{rng.randint(1, 9999):04d}"


def phone(rng: Random) -> str:
    return f"0812{rng.randint(10_000_000, 99_999_999)}"
