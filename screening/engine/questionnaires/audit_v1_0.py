"""AUDIT version 1.0: alcohol in the last year.

Structure, points and zones: WHO, AUDIT guidelines for use in primary care, second edition (2001). The
sentences are the project's own wording; the published form is (c) WHO.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Item, Raise, Reckoning, Scale, ScaleBand
from screening.engine.texts import Text


_HOW_OFTEN = (
    Option("0", Text("Tidak pernah", "Never"), 0),
    Option("1", Text("Kurang dari sebulan sekali", "Less than once a month"), 1),
    Option("2", Text("Tiap bulan", "Every month"), 2),
    Option("3", Text("Tiap minggu", "Every week"), 3),
    Option("4", Text("Tiap hari atau hampir tiap hari", "Every day or nearly so"), 4),
)
_DRINKING = (
    Option("0", Text("Tidak pernah", "Never"), 0),
    Option("1", Text("Sebulan sekali atau kurang", "Once a month or less"), 1),
    Option("2", Text("2 sampai 4 kali sebulan", "2 to 4 times a month"), 2),
    Option("3", Text("2 sampai 3 kali seminggu", "2 to 3 times a week"), 3),
    Option("4", Text("4 kali seminggu atau lebih", "4 times a week or more"), 4),
)
_DRINKS = (
    Option("0", Text("1 atau 2 gelas, atau tidak minum", "1 or 2 glasses, or none"), 0),
    Option("1", Text("3 atau 4 gelas", "3 or 4 glasses"), 1),
    Option("2", Text("5 atau 6 gelas", "5 or 6 glasses"), 2),
    Option("3", Text("7 sampai 9 gelas", "7 to 9 glasses"), 3),
    Option("4", Text("10 gelas atau lebih", "10 glasses or more"), 4),
)
_EVER = (
    Option("0", Text("Tidak", "No"), 0),
    Option("2", Text("Ya, tetapi lebih dari setahun lalu", "Yes, but longer than a year ago"), 2),
    Option("4", Text("Ya, dalam setahun ini", "Yes, within this year"), 4),
)


def _item(
    number: int,
    options: tuple[Option, ...],
    indonesian: str,
    english: str,
    hint: Text | None = None,
) -> Item:
    return Item(f"q{number}", Text(indonesian, english), options, hint=hint)


AUDIT_1_0 = Scale(
    code="audit",
    version="1.0",
    title=Text("AUDIT: pemakaian alkohol", "AUDIT: use of alcohol"),
    intro=Text(
        "Untuk klien yang minum alkohol, termasuk tuak, arak, dan oplosan. Satu gelas berarti satu "
        "takaran standar, sekitar 10 gram alkohol.",
        "For a client who drinks alcohol, home-made drinks included. A glass is one standard drink of "
        "about 10 grams of alcohol.",
    ),
    period=Text("12 bulan terakhir", "the last 12 months"),
    licence=Text(
        "Formulir resmi © WHO, boleh diperbanyak untuk keperluan nonkomersial. Kalimat di sini susunan "
        "aplikasi ini sendiri.",
        "The official form is © WHO and may be copied for non-commercial use. The sentences here are this "
        "application's own.",
    ),
    source="WHO (2001), AUDIT: Guidelines for Use in Primary Care, second edition, WHO/MSD/MSB/01.6a",
    scoring=Text(
        "Butir 1 sampai 8 bernilai 0 sampai 4, butir 9 dan 10 bernilai 0, 2, atau 4; jumlahnya 0 sampai "
        "40. Zona naik satu tingkat bila butir 4, 5, atau 6 bernilai 2 atau lebih, atau butir 9 atau 10 "
        "bernilai 4.",
        "Items 1 to 8 count 0 to 4, items 9 and 10 count 0, 2 or 4; the sum is 0 to 40. The zone goes up "
        "by one when item 4, 5 or 6 brings 2 or more, or item 9 or 10 brings 4.",
    ),
    items=(
        _item(
            1,
            _DRINKING,
            "Seberapa sering Anda minum minuman beralkohol?",
            "How often do you drink alcohol?",
        ),
        _item(
            2,
            _DRINKS,
            "Pada hari Anda minum, biasanya berapa gelas?",
            "On a day when you drink, how many glasses is it as a rule?",
        ),
        _item(
            3,
            _HOW_OFTEN,
            "Seberapa sering Anda minum enam gelas atau lebih dalam satu kesempatan?",
            "How often do you have six glasses or more on one occasion?",
        ),
        _item(
            4,
            _HOW_OFTEN,
            "Seberapa sering Anda sulit berhenti setelah mulai minum?",
            "How often was it hard to stop once you had begun to drink?",
        ),
        _item(
            5,
            _HOW_OFTEN,
            "Seberapa sering kewajiban Anda terlewat karena minum?",
            "How often did drinking keep you from what was expected of you?",
        ),
        _item(
            6,
            _HOW_OFTEN,
            "Seberapa sering Anda perlu minum pada pagi hari setelah malamnya banyak minum?",
            "How often did you need a drink in the morning after a night of heavy drinking?",
        ),
        _item(
            7,
            _HOW_OFTEN,
            "Seberapa sering Anda merasa bersalah atau menyesal setelah minum?",
            "How often did you feel guilty or sorry after drinking?",
        ),
        _item(
            8,
            _HOW_OFTEN,
            "Seberapa sering Anda tidak ingat kejadian semalam karena minum?",
            "How often could you not recall the night before because of drinking?",
        ),
        _item(
            9,
            _EVER,
            "Pernahkah Anda atau orang lain terluka karena Anda minum?",
            "Have you or someone else been hurt because of your drinking?",
        ),
        _item(
            10,
            _EVER,
            "Pernahkah keluarga, teman, atau petugas kesehatan khawatir karena Anda minum, atau menyarankan "
            "Anda mengurangi?",
            "Has family, a friend or a health worker worried about your drinking, or advised you to cut "
            "down?",
        ),
    ),
    total=Reckoning.SUM,
    bands=(
        ScaleBand("zone1", Text("zona I: edukasi", "zone I: education"), 0, "low"),
        ScaleBand("zone2", Text("zona II: saran singkat", "zone II: brief advice"), 8, "moderate"),
        ScaleBand(
            "zone3",
            Text(
                "zona III: konseling singkat dan pemantauan",
                "zone III: brief counselling and monitoring",
            ),
            16,
            "moderate",
        ),
        ScaleBand(
            "zone4", Text("zona IV: rujuk ke spesialis", "zone IV: specialist care"), 20, "high"
        ),
    ),
    raises=(Raise(("q4", "q5", "q6"), 2), Raise(("q9", "q10"), 4)),
)
