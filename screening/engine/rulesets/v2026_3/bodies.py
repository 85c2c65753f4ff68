"""Step W: what body and mind need, whatever the place of care."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.law import VALIDATED_UP_TO
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.texts import Text, same


_OPIOIDS = "WHO 2009, psychosocially assisted treatment of opioid dependence; WHO 2014, community management of opioid overdose"
_DETOX = "WHO mhGAP 2016 (alcohol and sedative withdrawal); domain.md 3.3"


def _drinks_dependently(case: Case) -> bool:
    return signs.daily(case, "alcohol") or signs.dependent_drinker(case)


def _stopped(case: Case) -> bool:
    return any(flag.code == "sudden_stop" for flag in (*case.flags, *(f for f, _ in case.treated)))


def _offer_maintenance(case: Case) -> bool:
    return signs.daily(case, "opioids") and case.facts.opioid_maintenance is not True


def _tolerance_lost(case: Case) -> bool:
    ever = signs.ever_used(case, "opioids")
    return ever and (
        signs.daily(case, "opioids") or not signs.used_now(case, "opioids") or signs.just_left(case)
    )


def _elderly(case: Case) -> bool:
    return case.facts.age is not None and case.facts.age > VALIDATED_UP_TO


RULES = (
    Rule(
        "W_DETOX_ALCOHOL",
        Effect.WARNING,
        _drinks_dependently,
        Text(
            "Tanda ketergantungan alkohol: jangan berhenti sekaligus. Detoks medis dinilai lebih dahulu; "
            "tanggal masuk ditetapkan sesudahnya.",
            "Signs of dependence on alcohol: do not stop at once. Medical detoxification is assessed first; "
            "the day of admission is set after it.",
        ),
        f"WHO 2001, AUDIT guidelines (zone IV, item 6); {_DETOX}",
    ),
    Rule(
        "W_DETOX_SEDATIVES",
        Effect.WARNING,
        lambda case: signs.daily(case, "sedatives"),
        Text(
            "Obat penenang hampir setiap hari: jangan berhenti sekaligus. Detoks medis dinilai lebih dahulu; "
            "tanggal masuk ditetapkan sesudahnya.",
            "Sedatives nearly every day: do not stop at once. Medical detoxification is assessed first; the "
            "day of admission is set after it.",
        ),
        _DETOX,
    ),
    Rule(
        "W_DETOX_STOPPED",
        Effect.WARNING,
        _stopped,
        Text(
            "Klien mendadak berhenti dari alkohol atau penenang: kejang dapat timbul dalam beberapa hari "
            "pertama. Detoks medis, jangan ditinggal sendirian; bila kejang atau bingung: 112.",
            "The client stopped alcohol or sedatives all at once: fits may come within the first days. Medical "
            "detoxification, do not leave them alone; in case of fits or confusion: 112.",
        ),
        _DETOX,
    ),
    Rule(
        "W_OVERDOSE",
        Effect.WARNING,
        lambda case: signs.used_now(case, "opioids"),
        Text(
            "Memakai opioid: ajarkan tanda overdosis kepada klien dan keluarga, jangan memakai sendirian atau "
            "bersama alkohol dan penenang, sediakan nalokson bila ada, dan hubungi 112.",
            "Uses opioids: teach the signs of overdose to client and family, never use alone or together with "
            "alcohol and sedatives, have naloxone at hand where there is any, and call 112.",
        ),
        _OPIOIDS,
    ),
    Rule(
        "W_TOLERANCE",
        Effect.WARNING,
        _tolerance_lost,
        Text(
            "Sesudah berhenti memakai opioid (detoks, balai, rumah sakit, penjara) tubuh tidak tahan lagi: "
            "dosis lama dapat mematikan, terutama 28 hari pertama. Bicarakan sebelum klien pulang.",
            "After a stop of opioids (detoxification, centre, hospital, prison) the body no longer bears them: "
            "the old dose can kill, most of all in the first 28 days. Talk about it before the client leaves.",
        ),
        f"PLoS ONE 2015;10:e0141073 (28 days after discharge); {_OPIOIDS}",
    ),
    Rule(
        "W_MAINTENANCE_OFFER",
        Effect.WARNING,
        _offer_maintenance,
        Text(
            "Opioid hampir setiap hari: tawarkan rujukan ke terapi rumatan (metadon atau buprenorfin) sebelum "
            "memilih detoks; berhenti tanpa rumatan sering diikuti kambuh dan overdosis.",
            "Opioids nearly every day: offer referral to maintenance (methadone or buprenorphine) before "
            "choosing detoxification; a stop without it is often followed by relapse and overdose.",
        ),
        _OPIOIDS,
    ),
    Rule(
        "W_PREGNANCY",
        Effect.WARNING,
        lambda case: case.facts.pregnant is True,
        Text(
            "Klien hamil: pastikan pemeriksaan di rumah sakit atau puskesmas dengan layanan kebidanan dan "
            "adiksi sebelum tanggal masuk. Alkohol, penenang, dan opioid jangan dihentikan mendadak; pada "
            "opioid, terapi rumatan dianjurkan.",
            "The client is pregnant: make sure of a check-up at a hospital or health centre with obstetric and "
            "addiction care before the day of admission. No sudden stop of alcohol, sedatives or opioids; with "
            "opioids, maintenance is recommended.",
        ),
        "WHO 2014, substance use and substance use disorders in pregnancy (strong recommendation)",
    ),
    Rule(
        "W_SRQ20",
        Effect.WARNING,
        lambda case: signs.srq20(case) >= signs.SRQ20_FROM,
        Text(
            "Skor SRQ-20 {srq} dari 20: minta penilaian tenaga kesehatan jiwa. Skor ini bukan diagnosis dan "
            "bukan alasan tinggal di balai.",
            "SRQ-20 score {srq} of 20: ask for an assessment by a mental-health worker. The score is no "
            "diagnosis and no reason to live in a centre.",
        ),
        "SRQ-20 cut-off 6 (Riskesdas)",
        own_words=lambda case: {"srq": same(signs.srq20(case))},
    ),
    Rule(
        "W_ELDERLY",
        Effect.WARNING,
        _elderly,
        Text(
            "Klien lanjut usia: minta dokter menelaah semua obatnya, dan perhatikan risiko jatuh, bingung, "
            "dan kurang gizi.",
            "An older client: ask a doctor to review all medicines, and mind falls, confusion and poor "
            "nutrition.",
        ),
        "WHO 2017, integrated care for older people (ICOPE)",
    ),
    Rule(
        "W_HIV",
        Effect.WARNING,
        lambda case: case.facts.hiv_art is True,
        Text(
            "Klien minum obat antiretroviral: jangan ada dosis yang terlewat; sepakati siapa yang boleh tahu "
            "dan di mana obat diambil.",
            "The client takes antiretroviral medicine: no dose may be missed; agree on who may know and where "
            "the medicine is collected.",
        ),
        "WHO 2021, consolidated guidelines on HIV; UU 27/2022 (health data)",
    ),
    Rule(
        "W_TB",
        Effect.WARNING,
        lambda case: case.facts.tb_treatment is True,
        Text(
            "Klien menjalani pengobatan TB: tanyakan puskesmas kapan tidak menular lagi sebelum masuk asrama, "
            "dan lanjutkan obat dengan pendamping.",
            "The client is on TB medicine: ask the health centre when they are no longer infectious before any "
            "dormitory, and go on with the medicine, observed.",
        ),
        "WHO 2022, consolidated guidelines on tuberculosis",
    ),
    Rule(
        "W_CHRONIC",
        Effect.WARNING,
        lambda case: case.facts.chronic_disease is True,
        Text(
            "Klien mempunyai penyakit menahun: bawa obat dan surat kontrol, dan pastikan jaminan kesehatan "
            "aktif.",
            "The client has a lasting illness: bring medicine and appointment papers, and make sure that the "
            "health insurance is active.",
        ),
        "domain.md 3.3; 4 D",
    ),
)
