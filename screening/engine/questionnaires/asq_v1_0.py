"""ASQ version 1.0: four questions about suicide, and a fifth when one of them is answered yes.

Structure and rule: Ask Suicide-Screening Questions, National Institute of Mental Health (Horowitz and
others, 2012): any yes, or any of the four that somebody would not answer, is a positive screen; then the
fifth question tells whether the danger is acute. It was tested from 8 years on and with adults. The
toolkit is a work of the US government, free to use. There is no Indonesian version of NIMH: the sentences
are the project's own.

Three rules are this project's. A wish to die or a thought of ending one's life is a red flag, as item 17 of
SRQ-20 is, so that a clinician looks the same day; an attempt is one when it was within three months, which
is asked beside it and not counted. An attempt of long ago alone is a positive screen and no red flag: it
would otherwise hold back the same person for ever. Who would rather not answer counts as whoever says yes,
beside the first four also in how long ago and in the fifth: until a clinician has looked, nobody knows that
there is no danger.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Floor, Item, Reckoning, Scale, ScaleBand, Skip
from screening.engine.texts import Text


_ANSWERS = (
    Option("no", Text("Tidak", "No"), 0),
    Option("yes", Text("Ya", "Yes"), 1),
    Option("declined", Text("Tidak mau menjawab", "Would rather not answer"), 1),
)
_ASKED = ("dead", "better_off", "thoughts", "tried")


def _ask(
    code: str, prompt: Text, *, flag: str = "", counted: bool = True, hint: Text | None = None
) -> Item:
    return Item(code, prompt, _ANSWERS, flag=flag, counted=counted, hint=hint)


ASQ_1_0 = Scale(
    code="asq",
    version="1.0",
    title=Text("ASQ: keselamatan jiwa", "ASQ: risk of suicide"),
    intro=Text(
        "Tanyakan langsung dan tenang, berdua saja; bertanya tidak menimbulkan niat. Bila ada jawaban ya "
        "atau klien tidak mau menjawab, jangan tinggalkan klien sendirian sebelum tahu langkah berikutnya.",
        "Ask plainly and calmly, in private; asking does not put the idea there. After any yes, "
        "or an answer withheld, do not leave the client alone before the next step is known.",
    ),
    period=Text("beberapa minggu terakhir", "the past few weeks"),
    licence=Text(
        "ASQ disusun NIMH, lembaga pemerintah Amerika Serikat, dan bebas dipakai. Kalimat di sini susunan "
        "aplikasi ini sendiri, bukan terjemahan resmi.",
        "ASQ was made by NIMH, an agency of the United States government, and is free to use. The sentences "
        "here are this application's own, no official translation.",
    ),
    source="Horowitz LM et al. (2012), Arch Pediatr Adolesc Med 166(12):1170-1176; NIMH ASQ Toolkit",
    scoring=Text(
        "Bila empat butir pertama dijawab tidak, butir lain tidak ditanyakan. Satu ya berarti positif: klien "
        "perlu diperiksa tenaga kesehatan jiwa hari itu juga. Ya pada butir terakhir berarti bahaya sekarang. "
        "Tidak mau menjawab dihitung seperti ya.",
        "When the first four are answered no, nothing more is asked. One yes is a positive screen: a "
        "mental-health worker has to see the client the same day. A yes to the last item is danger now. An "
        "answer withheld counts as a yes.",
    ),
    items=(
        _ask(
            "dead",
            Text(
                "Dalam beberapa minggu ini, pernahkah Anda ingin mati saja?",
                "In these past weeks, did you wish that you were dead?",
            ),
            flag="suicide_intent",
        ),
        _ask(
            "better_off",
            Text(
                "Dalam beberapa minggu ini, pernahkah Anda merasa keluarga atau Anda sendiri akan lebih baik "
                "bila Anda tiada?",
                "In these past weeks, did you feel that your family or you would be better off without you?",
            ),
            flag="suicide_intent",
        ),
        _ask(
            "thoughts",
            Text(
                "Dalam seminggu ini, adakah pikiran untuk mengakhiri hidup Anda?",
                "In this past week, did you think of ending your life?",
            ),
            flag="suicide_intent",
        ),
        _ask(
            "tried",
            Text(
                "Pernahkah Anda mencoba mengakhiri hidup?",
                "Did you ever try to end your life?",
            ),
            hint=Text(
                "Bila ya, tanyakan bagaimana dan kapan, lalu catat dalam uraian.",
                "If so, ask how and when, and write it down in the narrative.",
            ),
        ),
        _ask(
            "tried_lately",
            Text(
                "Apakah itu terjadi dalam tiga bulan terakhir?",
                "Was that within the last three months?",
            ),
            flag="suicide_attempt",
            counted=False,
        ),
        _ask(
            "now",
            Text(
                "Apakah saat ini Anda berpikir untuk mengakhiri hidup?",
                "Are you thinking of ending your life right now?",
            ),
            flag="suicide_intent",
            hint=Text(
                "Bila ya: temani terus, jauhkan benda berbahaya, hubungi 119 ext. 8 atau 112.",
                "If so: stay with them, remove what is dangerous, call 119 ext. 8 or 112.",
            ),
        ),
    ),
    total=Reckoning.SUM,
    bands=(
        ScaleBand("negative", Text("negatif", "negative"), 0),
        ScaleBand(
            "positive",
            Text(
                "positif: diperiksa tenaga kesehatan jiwa hari ini",
                "positive: seen by a mental-health worker today",
            ),
            1,
        ),
        ScaleBand(
            "acute",
            Text("bahaya sekarang: jangan ditinggal sendirian", "danger now: never left alone"),
            5,
        ),
    ),
    floors=(Floor(("now",), "acute"),),
    skips=(Skip(_ASKED, ("now",)), Skip(("tried",), ("tried_lately",), voids=True)),
)
