"""Step W: who the client is and where they come from: what care has to be adapted to."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.texts import Text


_DIGNITY = (
    "WHO/UNODC International Standards 2020 (care for groups with special needs); domain.md 4 D"
)
_DISABILITIES = {
    "physical": Text("gerak", "movement"),
    "sensory": Text("penglihatan atau pendengaran", "sight or hearing"),
    "intellectual": Text("intelektual", "learning"),
    "several": Text("lebih dari satu", "more than one"),
}


def _disability(case: Case) -> dict[str, Text]:
    kind = str(case.facts.disability)
    return {"disability": _DISABILITIES.get(kind, Text("belum dirinci", "not specified yet"))}


def _relapsed_once(case: Case) -> bool:
    return (case.facts.relapses_after_treatment or 0) >= 1


def _left_unplanned(case: Case) -> bool:
    return signs.just_left(case) or case.facts.unplanned_end is True


RULES = (
    Rule(
        "W_RELAPSE",
        Effect.WARNING,
        _relapsed_once,
        Text(
            "Pernah kambuh setelah layanan ({relapses} kali): baca rencana yang lalu, tanyakan apa yang "
            "membantu dan apa yang memicu, dan hubungi pemberi layanan sebelumnya dengan persetujuan klien.",
            "Relapsed after care ({relapses} times): read the former plan, ask what helped and what set it "
            "off, and contact the former provider with the client's consent.",
        ),
        "domain.md 4 D (continuity); WHO/UNODC International Standards 2020",
    ),
    Rule(
        "W_PREVIOUS",
        Effect.WARNING,
        lambda case: case.facts.previous_provider is True,
        Text(
            "Klien sudah mengenal pemberi layanan sebelumnya: tanyakan apakah ia ingin kembali ke sana.",
            "The client knows a former provider: ask whether they wish to go back there.",
        ),
        "domain.md 4 D (continuity)",
    ),
    Rule(
        "W_EXIT",
        Effect.WARNING,
        _left_unplanned,
        Text(
            "Layanan, penjara, atau rawat inap baru berakhir atau berakhir tanpa rencana: hubungi klien dalam "
            "72 jam dan bicarakan risiko overdosis pada hari-hari pertama.",
            "Care, prison or hospital ended lately or without a plan: reach the client within 72 hours and "
            "talk about the risk of overdose in the first days.",
        ),
        "PLoS ONE 2015;10:e0141073; decision 0044",
    ),
    Rule(
        "W_FAMILY_WEAK",
        Effect.WARNING,
        lambda case: case.facts.family_support == "weak" and case.base == "family",
        Text(
            "Dukungan keluarga lemah: sepakati siapa di rumah yang mendampingi, tambahkan kader, dan tinjau "
            "dalam dua minggu apakah keluarga sanggup.",
            "Family support is weak: agree on who at home gives support, add a local volunteer, and look again "
            "in two weeks whether the family can manage.",
        ),
        "domain.md 1 row 21 (ANTARA 2020)",
    ),
    Rule(
        "W_NO_FAMILY",
        Effect.WARNING,
        signs.no_family,
        Text(
            "Tidak ada keluarga: cari orang yang dipercaya klien (kerabat, teman, tokoh setempat) sebagai "
            "pendamping dan kontak darurat.",
            "There is no family: find somebody whom the client trusts (a relative, friend, local figure) as "
            "companion and emergency contact.",
        ),
        _DIGNITY,
    ),
    Rule(
        "W_DISABILITY",
        Effect.WARNING,
        signs.disabled,
        Text(
            "Ada disabilitas ({disability}): tanyakan apa yang dibutuhkan, dan pastikan tempat, bahan, dan "
            "cara layanan dapat disesuaikan.",
            "There is a disability ({disability}): ask what is needed, and make sure that place, material and "
            "way of care can be adapted.",
        ),
        f"UU 8/2016; {_DIGNITY}",
        own_words=_disability,
    ),
    Rule(
        "W_INFANT",
        Effect.WARNING,
        lambda case: case.facts.cares_for_infant is True,
        Text(
            "Klien mengasuh bayi atau anak kecil: cari tempat yang menerima ibu dan anak, bicarakan menyusui "
            "dengan tenaga kesehatan, dan jangan memisahkan tanpa alasan keselamatan.",
            "The client cares for a baby or small child: find a place that takes parent and child, talk about "
            "breastfeeding with a health worker, and do not part them without a reason of safety.",
        ),
        f"WHO 2014, substance use in pregnancy (breastfeeding); {_DIGNITY}",
    ),
    Rule(
        "W_GENDER",
        Effect.WARNING,
        lambda case: case.facts.gender_diverse is True,
        Text(
            "Tanyakan di unit mana klien merasa aman dan nama panggilannya; tawarkan kamar sendiri, dan jaga "
            "dari perundungan.",
            "Ask in which unit the client feels safe and how they wish to be called; offer a room of their "
            "own, and guard against bullying.",
        ),
        _DIGNITY,
    ),
    Rule(
        "W_FOREIGNER",
        Effect.WARNING,
        lambda case: case.facts.foreigner is True,
        Text(
            "Klien warga negara asing: periksa paspor dan izin tinggal, tanyakan apakah ia ingin kedutaannya "
            "diberi tahu, dan siapkan juru bahasa.",
            "The client is a foreign national: check passport and permit to stay, ask whether they wish their "
            "embassy to know, and have an interpreter ready.",
        ),
        _DIGNITY,
    ),
    Rule(
        "W_LANGUAGE",
        Effect.WARNING,
        lambda case: case.facts.language is True,
        Text(
            "Klien memerlukan juru bahasa atau bahasa daerah: jangan memakai keluarga sebagai penerjemah untuk "
            "hal yang peka.",
            "The client needs an interpreter or a local language: do not use the family as interpreters for "
            "sensitive matters.",
        ),
        _DIGNITY,
    ),
)
