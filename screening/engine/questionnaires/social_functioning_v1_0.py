"""Social functioning version 1.0: the project's own scale of the four abilities of keberfungsian sosial.

Meeting daily needs, solving problems, social roles, developing oneself (domain.md 3.2; UU 11/2009 and
UU 14/2019 name the first three). Answered from the worker's, the client's and the family's view.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Domain, Item, Reckoning, Scale, ScaleBand, View
from screening.engine.texts import Text


_HOW_WELL = (
    Option("1", Text("Belum mampu", "Not able yet"), 1),
    Option("2", Text("Mampu dengan banyak bantuan", "Able with much help"), 2),
    Option("3", Text("Mampu dengan sedikit bantuan", "Able with a little help"), 3),
    Option("4", Text("Mampu sendiri, belum selalu", "Able alone, not always yet"), 4),
    Option("5", Text("Mampu sendiri dan ajek", "Able alone and steadily"), 5),
)


def _item(domain: str, number: int, indonesian: str, english: str) -> Item:
    return Item(f"{domain}{number}", Text(indonesian, english), _HOW_WELL, domain=domain)


def _domain(code: str, indonesian: str, english: str) -> Domain:
    return Domain(code, Text(indonesian, english), Reckoning.PERCENT, 5)


SOCIAL_FUNCTIONING_1_0 = Scale(
    code="social_functioning",
    version="1.0",
    title=Text("Keberfungsian sosial", "Social functioning"),
    intro=Text(
        "Seberapa mampu klien menjalankan hal-hal ini dalam kehidupan sehari-hari? Diisi terpisah oleh "
        "pekerja sosial, klien, dan keluarga: perbedaan pandangan adalah bahan percakapan.",
        "How well can the client do these things in daily life? Filled in apart by the social worker, the "
        "client and the family: where they differ there is something to talk about.",
    ),
    period=Text("30 hari terakhir", "the last 30 days"),
    licence=Text(
        "Skala susunan aplikasi ini, belum divalidasi; bebas dipakai.",
        "This application's own scale, not validated yet; free to use.",
    ),
    source="UU 11/2009, UU 14/2019",
    scoring=Text(
        "Setiap butir 1 sampai 5. Tiap kemampuan dan keseluruhan dihitung sebagai persen: semua 1 adalah "
        "0, semua 5 adalah 100. Semua butir harus dijawab.",
        "Each item 1 to 5. Each ability and the whole are reckoned as percent: all 1 is 0, all 5 is 100. "
        "Every item must be answered.",
    ),
    items=(
        _item(
            "needs",
            1,
            "Makan, mandi, berpakaian, dan tidur secara teratur",
            "Eat, wash, dress and sleep regularly",
        ),
        _item(
            "needs",
            2,
            "Menjaga kesehatan dan berobat saat perlu",
            "Look after health and seek treatment when needed",
        ),
        _item(
            "needs",
            3,
            "Memperoleh dan mengatur uang untuk kebutuhan pokok",
            "Earn and manage money for what is needed",
        ),
        _item(
            "needs",
            4,
            "Tinggal di tempat yang aman dan layak",
            "Live in a safe and decent place",
        ),
        _item(
            "needs",
            5,
            "Mengurus dokumen dan layanan dasar yang menjadi haknya",
            "See to papers and the basic services one has a right to",
        ),
        _item(
            "problems",
            1,
            "Mengenali masalah dan penyebabnya",
            "Recognise a problem and where it comes from",
        ),
        _item(
            "problems",
            2,
            "Meminta bantuan kepada orang atau layanan yang tepat",
            "Ask the right person or service for help",
        ),
        _item(
            "problems",
            3,
            "Menolak ajakan memakai dan menghindari keadaan berisiko",
            "Refuse an offer to use and keep away from risky situations",
        ),
        _item(
            "problems",
            4,
            "Mengelola marah, sedih, dan tekanan tanpa zat",
            "Handle anger, sorrow and pressure without drugs",
        ),
        _item(
            "problems",
            5,
            "Menyelesaikan perselisihan tanpa kekerasan",
            "Settle a quarrel without violence",
        ),
        _item(
            "roles",
            1,
            "Menjalankan peran dalam keluarga",
            "Fill one's place in the family",
        ),
        _item(
            "roles",
            2,
            "Menjalankan kewajiban di sekolah, tempat kerja, atau rumah",
            "Meet duties at school, at work or at home",
        ),
        _item(
            "roles",
            3,
            "Membina pertemanan yang mendukung pemulihan",
            "Keep friendships that support recovery",
        ),
        _item(
            "roles",
            4,
            "Ikut kegiatan warga, ibadah, atau kelompok",
            "Join in with neighbours, worship or a group",
        ),
        _item(
            "roles",
            5,
            "Menaati aturan dan hukum di lingkungannya",
            "Keep the rules and laws of the community",
        ),
        _item(
            "self",
            1,
            "Mempunyai tujuan hidup dan rencana untuk mencapainya",
            "Have aims in life and a plan to reach them",
        ),
        _item(
            "self",
            2,
            "Belajar hal baru atau melatih keterampilan",
            "Learn new things or practise a skill",
        ),
        _item(
            "self",
            3,
            "Menggunakan waktu luang dengan bermanfaat",
            "Use free time well",
        ),
        _item(
            "self",
            4,
            "Mengenali dan memakai kekuatan diri",
            "Know and use one's own strengths",
        ),
        _item(
            "self",
            5,
            "Merasa berharga dan berharap pada masa depan",
            "Feel of worth and hope for the future",
        ),
    ),
    total=Reckoning.PERCENT,
    domains=(
        _domain("needs", "Memenuhi kebutuhan sehari-hari", "Meeting daily needs"),
        _domain("problems", "Memecahkan masalah", "Solving problems"),
        _domain("roles", "Menjalankan peran sosial", "Social roles"),
        _domain("self", "Mengembangkan diri", "Developing oneself"),
    ),
    bands=(
        ScaleBand("low", Text("rendah", "low"), 0),
        ScaleBand("moderate", Text("sedang", "moderate"), 40),
        ScaleBand("good", Text("baik", "good"), 70),
    ),
    views=(
        View("worker", Text("Pandangan pekerja sosial", "The social worker's view")),
        View("client", Text("Pandangan klien", "The client's view")),
        View("family", Text("Pandangan keluarga", "The family's view")),
    ),
)
