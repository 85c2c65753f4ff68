"""CRAFFT version 2.1: substance use of people of 12 to 21 in the last twelve months.

Structure, skip and cut-offs: Knight and others (2002), and CRAFFT 2.1 of Boston Children's Hospital: part A
counts days of use, part B has six questions; whoever used on no day answers the first of them alone; two or
more call for a full assessment. The sentences are the project's own: the published form and its
translations are (c) Boston Children's Hospital, free in care when unchanged. Part A asks for ranges of days
instead of a number; none of them adds to the score.

The class: "high" of the manual asks for a full assessment, not for the heaviest care, so it counts as
moderate here, and "medium" (use, fewer than two) as low. ASSIST and the rules for children weigh the rest.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Floor, Item, Reckoning, Scale, ScaleBand, Skip
from screening.engine.texts import Text


_DAYS = (
    Option("none", Text("Tidak pernah", "On no day"), 0),
    Option("few", Text("1 sampai 5 hari", "On 1 to 5 days"), 1),
    Option("some", Text("6 sampai 19 hari", "On 6 to 19 days"), 1),
    Option("many", Text("20 hari atau lebih", "On 20 days or more"), 1),
)
_NO_YES = (Option("no", Text("Tidak", "No"), 0), Option("yes", Text("Ya", "Yes"), 1))
_USE = ("alcohol", "cannabis", "else")


def _days(code: str, indonesian: str, english: str, hint: Text | None = None) -> Item:
    return Item(code, Text(indonesian, english), _DAYS, counted=False, hint=hint)


def _ask(code: str, indonesian: str, english: str, hint: Text | None = None) -> Item:
    return Item(code, Text(indonesian, english), _NO_YES, hint=hint)


CRAFFT_2_1 = Scale(
    code="crafft",
    version="2.1",
    title=Text("CRAFFT: zat pada remaja", "CRAFFT: substances in adolescence"),
    intro=Text(
        "Untuk usia 12 sampai 21 tahun. Bicarakan berdua, tanpa orang tua di ruangan, dan jelaskan lebih "
        "dahulu apa yang tetap rahasia dan apa yang harus disampaikan demi keselamatan.",
        "For ages 12 to 21. Talk in private, without parents in the room, and first explain what stays "
        "confidential and what has to be told for safety's sake.",
    ),
    period=Text("12 bulan terakhir", "the last 12 months"),
    licence=Text(
        "Formulir resmi dan terjemahannya © J. R. Knight, Boston Children's Hospital: bebas dipakai dalam "
        "pelayanan bila tidak diubah. Kalimat di sini susunan aplikasi ini sendiri, bukan terjemahan resmi.",
        "The official form and its translations are © J. R. Knight, Boston Children's Hospital: free to use "
        "in care when unchanged. The sentences here are this application's own, no official translation.",
    ),
    source="Knight JR et al. (2002), Arch Pediatr Adolesc Med 156(6):607-614; CRAFFT 2.1 (2018)",
    scoring=Text(
        "Bagian pertama (tiga butir hari) tidak dijumlahkan. Bila semuanya “Tidak pernah”, cukup jawab butir "
        "4. Butir 4 sampai 9: setiap ya bernilai 1, jumlahnya 0 sampai 6. Dua atau lebih: asesmen "
        "menyeluruh. Ada pemakaian dengan jumlah di bawah dua: saran singkat.",
        "The first part (three items of days) is not added up. When all of it is “On no day”, item 4 is "
        "enough. Items 4 to 9: each yes counts 1, the sum is 0 to 6. Two or more: a full assessment. Use "
        "with a sum below two: brief advice.",
    ),
    items=(
        _days(
            "alcohol",
            "Pada berapa hari Anda minum minuman beralkohol, lebih dari beberapa teguk?",
            "On how many days did you have a drink with alcohol, more than a few sips?",
        ),
        _days(
            "cannabis",
            "Pada berapa hari Anda memakai ganja atau sinte, dengan cara apa pun?",
            "On how many days did you take cannabis or a synthetic kind of it, in whatever way?",
        ),
        _days(
            "else",
            "Pada berapa hari Anda memakai hal lain supaya melayang?",
            "On how many days did you take anything else to get high?",
            Text(
                "Misalnya lem, pil, sabu, atau obat yang tidak diresepkan untuk Anda.",
                "For example glue, pills, crystal, or medicine that was not prescribed for you.",
            ),
        ),
        _ask(
            "car",
            "Pernahkah Anda naik kendaraan yang pengemudinya mabuk atau habis memakai zat, termasuk bila "
            "Anda sendiri yang mengemudi?",
            "Were you ever on the road with a driver who was drunk or had taken something, you yourself "
            "included?",
            Text("Mobil atau sepeda motor.", "By car or motorcycle."),
        ),
        _ask(
            "relax",
            "Pernahkah Anda minum atau memakai supaya tenang, lebih percaya diri, atau diterima teman?",
            "Did you ever drink or use so as to calm down, to like yourself better or to belong?",
        ),
        _ask(
            "alone",
            "Pernahkah Anda minum atau memakai ketika sedang sendirian?",
            "Did you ever drink or use while nobody was with you?",
        ),
        _ask(
            "forget",
            "Pernahkah Anda lupa apa yang Anda lakukan saat minum atau memakai?",
            "Was there ever something you did while drinking or using that you could not recall?",
        ),
        _ask(
            "family",
            "Pernahkah keluarga atau teman meminta Anda mengurangi?",
            "Did family or friends ever ask you to take less?",
        ),
        _ask(
            "trouble",
            "Pernahkah Anda mendapat masalah saat minum atau memakai?",
            "Did drinking or using ever get you into trouble?",
        ),
    ),
    total=Reckoning.SUM,
    bands=(
        ScaleBand("low", Text("risiko rendah", "low risk"), 0, "low"),
        ScaleBand(
            "medium", Text("risiko sedang: saran singkat", "medium risk: brief advice"), 1, "low"
        ),
        ScaleBand(
            "high",
            Text(
                "risiko tinggi menurut CRAFFT: asesmen menyeluruh",
                "high risk by CRAFFT: full assessment",
            ),
            2,
            "moderate",
        ),
    ),
    floors=(Floor(_USE, "medium"),),
    skips=(Skip(_USE, ("relax", "alone", "forget", "family", "trouble")),),
)
