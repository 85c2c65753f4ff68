"""Strengths and difficulties of a child, version 1.0: the project's own short scale, not validated.

It asks about five areas that a plan for a child has to look at. The Strengths and Difficulties
Questionnaire (Goodman 1997), which asks about the like, may be copied on paper, but its electronic use
needs a licence of its owner (Youthinmind), so none of its items stands here.
It gives no class: the areas are for talking and for comparing one child with itself.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Domain, Item, Reckoning, Scale, View
from screening.engine.texts import Text


_HOW_OFTEN = (
    Option("0", Text("Hampir tidak pernah", "Hardly ever"), 0),
    Option("1", Text("Kadang-kadang", "At times"), 1),
    Option("2", Text("Sering", "Often"), 2),
)


def _item(
    domain: str, number: int, indonesian: str, english: str, *, reverse: bool = False
) -> Item:
    return Item(
        f"{domain}{number}", Text(indonesian, english), _HOW_OFTEN, domain=domain, reverse=reverse
    )


def _domain(code: str, indonesian: str, english: str) -> Domain:
    return Domain(code, Text(indonesian, english), Reckoning.PERCENT, 4)


CHILD_STRENGTHS_1_0 = Scale(
    code="child_strengths",
    version="1.0",
    title=Text("Kekuatan dan kesulitan anak", "Strengths and difficulties of a child"),
    intro=Text(
        "Untuk klien di bawah 18 tahun. Dijawab anak sendiri dan, terpisah, oleh orang tua atau pengasuh. "
        "Tidak ada jawaban benar atau salah.",
        "For clients under 18. Answered by the child and, apart from it, by a parent or carer. There is no "
        "right or wrong answer.",
    ),
    period=Text("30 hari terakhir", "the last 30 days"),
    licence=Text(
        "Skala susunan aplikasi ini, belum divalidasi; bebas dipakai. Bukan SDQ: SDQ © Robert Goodman dan "
        "memerlukan lisensi untuk dipakai dalam aplikasi.",
        "This application's own scale, not validated; free to use. It is not the SDQ: that is © Robert "
        "Goodman and needs a licence to be used in software.",
    ),
    source="ATENSI 1.0 (2026); UU 35/2014",
    scoring=Text(
        "Setiap butir 0 sampai 2, butir bertanda dibalik. Tiap ranah dihitung sebagai persen. Pada perasaan, "
        "perilaku, perhatian, dan pertemanan angka tinggi berarti lebih banyak kesulitan; pada kekuatan "
        "berarti lebih banyak kekuatan. Tidak ada jumlah dan tidak ada kelas: bandingkan dengan hasil anak "
        "sendiri. Jawaban selain “Hampir tidak pernah” pada butir terakhir adalah tanda bahaya.",
        "Each item 0 to 2, marked ones reversed. Each area is reckoned as percent. For feelings, behaviour, "
        "attention and friends a high number means more difficulty; for strengths it means more strength. "
        "There is no sum and no class: compare with the child's own results. Any answer to the last item "
        "other than “Hardly ever” is a red flag.",
    ),
    items=(
        _item(
            "feelings",
            1,
            "Murung, sedih, atau mudah menangis",
            "Is low, sad or quick to cry",
        ),
        _item(
            "feelings",
            2,
            "Cemas, atau takut akan hal yang dulu biasa saja",
            "Is anxious, or afraid of what used to be nothing",
        ),
        _item(
            "feelings",
            3,
            "Sulit tidur, atau kepala dan perut sakit saat ada masalah",
            "Sleeps badly, or has an aching head and stomach when something is wrong",
        ),
        _item(
            "feelings",
            4,
            "Menikmati hal yang disukainya",
            "Takes pleasure in what he or she likes",
            reverse=True,
        ),
        _item(
            "behaviour",
            1,
            "Marah sampai merusak barang atau menyakiti orang",
            "Is so angry that things are broken or people hurt",
        ),
        _item(
            "behaviour",
            2,
            "Berbohong, atau mengambil barang tanpa izin",
            "Tells lies, or takes things without asking",
        ),
        _item(
            "behaviour",
            3,
            "Pergi dari rumah atau bolos tanpa kabar",
            "Stays away from home or school without a word",
        ),
        _item(
            "behaviour",
            4,
            "Menaati aturan di rumah, sekolah, atau lembaga",
            "Keeps the rules at home, at school or in the house",
            reverse=True,
        ),
        _item(
            "attention",
            1,
            "Gelisah dan terus bergerak saat harus tenang",
            "Is fidgety where quiet is needed",
        ),
        _item(
            "attention",
            2,
            "Pikirannya pergi ke mana-mana saat belajar atau bekerja",
            "Has wandering thoughts over lessons or work",
        ),
        _item(
            "attention",
            3,
            "Berbuat sesuatu tanpa sempat menimbang akibatnya",
            "Does things before weighing what may come of them",
        ),
        _item(
            "attention",
            4,
            "Menuntaskan apa yang sudah dimulai",
            "Brings to an end what was begun",
            reverse=True,
        ),
        _item(
            "friends",
            1,
            "Sendirian, atau dijauhi anak seusianya",
            "Is alone, or shunned by children of the same age",
        ),
        _item(
            "friends",
            2,
            "Diejek, diancam, atau disakiti anak lain",
            "Is mocked, threatened or hurt by other children",
        ),
        _item(
            "friends",
            3,
            "Berkumpul dengan teman yang memakai zat",
            "Goes about with friends who use",
        ),
        _item(
            "friends",
            4,
            "Bersama teman yang dapat dipercaya",
            "Is together with a friend to be trusted",
            reverse=True,
        ),
        _item(
            "strengths",
            1,
            "Membantu orang lain tanpa diminta",
            "Lends others a hand unasked",
        ),
        _item(
            "strengths",
            2,
            "Melakukan kegiatan yang membuatnya bangga",
            "Does something to be proud of",
        ),
        _item(
            "strengths",
            3,
            "Bercerita kepada orang dewasa yang dipercaya",
            "Talks to a trusted grown-up",
        ),
        _item(
            "strengths",
            4,
            "Bicara tentang cita-cita atau rencana",
            "Speaks of hopes or plans",
        ),
        Item(
            "safety",
            Text(
                "Ingin menyakiti diri, atau merasa lebih baik tidak hidup",
                "Wants to hurt himself or herself, or feels it better not to live",
            ),
            _HOW_OFTEN,
            counted=False,
            flag="suicide_intent",
        ),
    ),
    total=Reckoning.NONE,
    domains=(
        _domain("feelings", "Perasaan (kesulitan)", "Feelings (difficulty)"),
        _domain("behaviour", "Perilaku (kesulitan)", "Behaviour (difficulty)"),
        _domain("attention", "Perhatian (kesulitan)", "Attention (difficulty)"),
        _domain("friends", "Pertemanan (kesulitan)", "Friends (difficulty)"),
        _domain("strengths", "Kekuatan", "Strengths"),
    ),
    views=(
        View("child", Text("Pandangan anak", "The child's view")),
        View("carer", Text("Pandangan orang tua atau pengasuh", "The parent's or carer's view")),
    ),
)
