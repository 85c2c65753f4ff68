"""Readiness for change, version 1.1: version 1.0, followed by its subscales and not by its sum.

The publisher of URICA (University of Maryland, Baltimore County) asks to show progress by the subscales of
action and maintenance, since the sum falls when contemplation does. The limits 8 and 11 are one custom for
the 32-item form; another takes the nearest of the group means 9.3, 11.0 and 12.6. Items stay those of 1.0.
"""

from dataclasses import replace

from screening.engine.questionnaires.readiness_v1_0 import READINESS_1_0
from screening.engine.texts import Text


READINESS_1_1 = replace(
    READINESS_1_0,
    version="1.1",
    scoring=Text(
        "Kesiapan = kontemplasi + aksi + pemeliharaan - prakontemplasi, masing-masing rata-rata tiga "
        "butir. Batas 8 dan 11 hanyalah kebiasaan dari formulir 32 butir; kebiasaan lain memakai rata-rata "
        "kelompok 9,3, 11,0, dan 12,6. Karena itu jumlahnya hanya gambaran saat ini. Kemajuan dilihat dari "
        "aksi dan pemeliharaan: jumlahnya dapat turun justru saat klien sudah berubah. Pilihan tahap tidak "
        "ikut dijumlahkan.",
        "Readiness = contemplation + action + maintenance - precontemplation, each the mean of three items. "
        "The limits 8 and 11 are only customary for the 32-item form; another custom takes the group means "
        "9.3, 11.0 and 12.6. So the sum is no more than a picture of the present. Progress is seen in action "
        "and maintenance: the sum may fall just when the client has changed. The stage chosen is not added "
        "up.",
    ),
    followed_by=("action", "maintenance"),
)
