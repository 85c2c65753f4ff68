"""Readiness for change, version 1.0: a short questionnaire after the model of URICA, and the stage chosen.

Structure (four subscales, readiness = C + A + M - PC): McConnaughy, Prochaska and Velicer (1983). The
twelve sentences are the project's own and are not the published items. The cut-offs are the ones that
are customary for the 32-item form; its publisher calls them arbitrary and asks to fit them to one's own
population, so they are shown with that note.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Domain, Item, Reckoning, Scale, ScaleBand
from screening.engine.texts import Text


_AGREE = (
    Option("1", Text("Sangat tidak setuju", "Strongly disagree"), 1),
    Option("2", Text("Tidak setuju", "Disagree"), 2),
    Option("3", Text("Ragu-ragu", "Undecided"), 3),
    Option("4", Text("Setuju", "Agree"), 4),
    Option("5", Text("Sangat setuju", "Strongly agree"), 5),
)
_STAGES = (
    Option(
        "precontemplation",
        Text("Prakontemplasi: belum melihat ada masalah", "Precontemplation: sees no problem yet"),
        0,
    ),
    Option(
        "contemplation",
        Text("Kontemplasi: mulai menimbang, masih ragu", "Contemplation: weighs it, in two minds"),
        0,
    ),
    Option(
        "preparation",
        Text("Persiapan: sudah berniat dan merencanakan", "Preparation: means to, and plans it"),
        0,
    ),
    Option("action", Text("Aksi: sedang berubah", "Action: is changing"), 0),
    Option(
        "maintenance",
        Text("Pemeliharaan: menjaga perubahan", "Maintenance: holds on to the change"),
        0,
    ),
    Option("relapse", Text("Kambuh: kembali memakai", "Relapse: has gone back to using"), 0),
)


def _item(domain: str, number: int, indonesian: str, english: str) -> Item:
    return Item(f"{domain}{number}", Text(indonesian, english), _AGREE, domain=domain)


def _domain(code: str, indonesian: str, english: str, weight: int) -> Domain:
    return Domain(code, Text(indonesian, english), Reckoning.MEAN, 3, weight)


READINESS_1_0 = Scale(
    code="readiness",
    version="1.0",
    title=Text("Kesiapan berubah", "Readiness for change"),
    intro=Text(
        "Bacakan setiap pernyataan; klien menjawab seberapa setuju ia saat ini. Pada butir terakhir "
        "petugas memilih tahap perubahan bersama klien.",
        "Read out each sentence; the client says how far they agree at present. With the last item the "
        "worker chooses the stage of change together with the client.",
    ),
    period=Text("keadaan saat ini", "the present"),
    licence=Text(
        "Model URICA bebas dipakai untuk penelitian dan pelayanan. Semua pernyataan di sini susunan "
        "aplikasi ini sendiri.",
        "The URICA model is free for research and care. All sentences here are this application's own.",
    ),
    source="McConnaughy EA, Prochaska JO, Velicer WF (1983), Psychotherapy 20(3):368-375 (URICA)",
    scoring=Text(
        "Kesiapan = kontemplasi + aksi + pemeliharaan - prakontemplasi, masing-masing rata-rata tiga "
        "butir. Batas 8 dan 11 hanyalah kebiasaan dari formulir 32 butir, bukan ukuran pasti: "
        "bandingkan terutama dengan hasil klien sendiri dari waktu ke waktu. Pilihan tahap tidak ikut "
        "dijumlahkan.",
        "Readiness = contemplation + action + maintenance - precontemplation, each the mean of three "
        "items. The limits 8 and 11 are only customary for the 32-item form and arbitrary: compare above "
        "all with the client's own results over time. The stage chosen is not added up.",
    ),
    items=(
        _item(
            "precontemplation",
            1,
            "Menurut saya tidak ada yang perlu saya ubah.",
            "As I see it there is nothing I need to change.",
        ),
        _item(
            "contemplation",
            1,
            "Saya mulai berpikir bahwa pemakaian saya adalah masalah.",
            "I have begun to think that my use is a problem.",
        ),
        _item(
            "action",
            1,
            "Saya sedang melakukan sesuatu untuk berhenti.",
            "I am doing something at this time in order to stop.",
        ),
        _item(
            "maintenance",
            1,
            "Saya sudah berubah, dan saya datang agar tidak kembali seperti dulu.",
            "I have changed, and I come so as not to go back to how it was.",
        ),
        _item(
            "precontemplation",
            2,
            "Orang lain yang bermasalah, bukan saya.",
            "It is other people who have a problem, not me.",
        ),
        _item(
            "contemplation",
            2,
            "Ada bagian hidup saya yang ingin saya perbaiki.",
            "There are things in my life that I would like to mend.",
        ),
        _item(
            "action",
            2,
            "Saya berusaha keras mengubah kebiasaan memakai.",
            "I am working hard to change my habit of using.",
        ),
        _item(
            "maintenance",
            2,
            "Saya perlu dukungan untuk menjaga perubahan yang sudah saya capai.",
            "I need support to keep the change I have made.",
        ),
        _item(
            "precontemplation",
            3,
            "Membicarakan pemakaian saya hanya membuang waktu.",
            "Talking about my use is a waste of time.",
        ),
        _item(
            "contemplation",
            3,
            "Saya berharap di sini saya bisa lebih mengenal masalah saya.",
            "I hope that here I can come to know my problem better.",
        ),
        _item(
            "action",
            3,
            "Saya tidak hanya bicara, saya sudah memulai langkah nyata.",
            "I do not only talk about it, I have taken real steps.",
        ),
        _item(
            "maintenance",
            3,
            "Kadang saya khawatir kambuh, dan saya di sini untuk mencegahnya.",
            "At times I fear a relapse, and I am here to prevent it.",
        ),
        Item(
            "stage",
            Text(
                "Pada tahap mana klien saat ini?",
                "At which stage is the client at present?",
            ),
            _STAGES,
            counted=False,
            hint=Text(
                "Pilihan petugas bersama klien; boleh berbeda dari hitungan di atas.",
                "Chosen by the worker with the client; it may differ from the sum above.",
            ),
        ),
    ),
    total=Reckoning.WEIGHTED,
    domains=(
        _domain("precontemplation", "Prakontemplasi", "Precontemplation", -1),
        _domain("contemplation", "Kontemplasi", "Contemplation", 1),
        _domain("action", "Aksi", "Action", 1),
        _domain("maintenance", "Pemeliharaan", "Maintenance", 1),
    ),
    bands=(
        ScaleBand(
            "precontemplation",
            Text("prakontemplasi (batas kebiasaan)", "precontemplation (customary limit)"),
            -2,
        ),
        ScaleBand(
            "contemplation",
            Text("kontemplasi (batas kebiasaan)", "contemplation (customary limit)"),
            8,
            above=True,
        ),
        ScaleBand(
            "preparation",
            Text(
                "persiapan atau aksi (batas kebiasaan)", "preparation or action (customary limit)"
            ),
            11,
            above=True,
        ),
    ),
)
