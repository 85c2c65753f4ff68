"""Social functioning version 1.1: version 1.0 with "does not apply" where an item may not fit a life.

Somebody without income of their own, without family, or with neither school, work nor household to keep
could only be marked down in 1.0. Such an item now leaves both the sum and what it could have been; an ability is scored from three items
on, the whole only when all four abilities are.
"""

from dataclasses import replace

from screening.engine.instrument import Option
from screening.engine.questionnaires.social_functioning_v1_0 import SOCIAL_FUNCTIONING_1_0
from screening.engine.scale import Item
from screening.engine.texts import Text


_APART = "na"
_DOES_NOT_APPLY = Option(_APART, Text("Tidak berlaku", "Does not apply"), 0)
_MAY_NOT_APPLY = ("needs3", "roles1", "roles2")
_LEAST = 3


def _item(item: Item) -> Item:
    if item.code not in _MAY_NOT_APPLY:
        return item
    return replace(item, options=(*item.options, _DOES_NOT_APPLY), apart=(_APART,))


SOCIAL_FUNCTIONING_1_1 = replace(
    SOCIAL_FUNCTIONING_1_0,
    version="1.1",
    scoring=Text(
        "Setiap butir 1 sampai 5. Tiap kemampuan dan keseluruhan dihitung sebagai persen: semua 1 adalah "
        "0, semua 5 adalah 100. Semua butir dijawab; “Tidak berlaku” hanya ada pada butir tentang uang, peran "
        "dalam keluarga, dan kewajiban di sekolah, tempat kerja, atau rumah. Butir itu tidak ikut dihitung; "
        "satu kemampuan dihitung dari paling sedikit tiga butir.",
        "Each item 1 to 5. Each ability and the whole are reckoned as percent: all 1 is 0, all 5 is 100. "
        "Every item is answered; “does not apply” is there only for the items about money, one's place in the "
        "family, and duties at school, work or home. Such an item is left out; an ability is scored from "
        "three items on.",
    ),
    items=tuple(_item(item) for item in SOCIAL_FUNCTIONING_1_0.items),
    domains=tuple(replace(domain, at_least=_LEAST) for domain in SOCIAL_FUNCTIONING_1_0.domains),
)
