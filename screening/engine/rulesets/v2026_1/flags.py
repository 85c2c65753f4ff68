"""The red flags as 2026.1 and 2026.2 knew them: each stopped the routing, and loss stood beside attempt."""

from dataclasses import replace

from screening.engine.red_flags import RED_FLAGS
from screening.engine.texts import Text


_SAID = {
    "suicide_attempt": (
        Text("percobaan bunuh diri atau kehilangan berat", "suicide attempt or severe recent loss"),
        Text(
            "Jangan biarkan sendirian; atur pertemuan dengan tenaga kesehatan jiwa hari ini. "
            "Hubungi 119 ext. 8, bila mendesak 112.",
            "Do not leave them alone; arrange a mental-health clinician today. Call 119 ext. 8, if urgent "
            "112.",
        ),
    ),
    "child_harm": (
        Text("anak dalam bahaya", "a child in danger"),
        Text(
            "Amankan anak, hubungi 112 bila mendesak dan 171; libatkan peksos anak dan UPTD PPA sebelum "
            "layanan keluarga apa pun.",
            "Bring the child to safety, call 112 if urgent and 171; involve a child social worker and "
            "the UPTD PPA before any family-based care.",
        ),
    ),
    "violence_at_home": (
        Text("kekerasan di rumah", "violence at home"),
        Text(
            "Bicarakan berdua di tempat aman, hubungi 112 bila mendesak dan 171; periksa luka, cari "
            "tempat tinggal sementara yang aman.",
            "Talk alone in a safe place, call 112 if urgent and 171; have injuries checked, find a safe "
            "place to stay.",
        ),
    ),
}
FLAGS = tuple(
    replace(flag, sign=_SAID[flag.code][0], do_now=_SAID[flag.code][1])
    if flag.code in _SAID
    else flag
    for flag in RED_FLAGS
    if flag.code != "severe_loss"
)
