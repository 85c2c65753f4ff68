"""Withdrawal and overdose: what may kill within days."""

from screening.engine.cases import Case
from screening.engine.lenses import Gap, Sign
from screening.engine.rulesets.v2026_1.risk_class import injects_often
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.rulesets.v2026_3.lenses.flags import denied, held, seen_to, unasked
from screening.engine.texts import Text, same


FLAGS = ("overdose", "withdrawal", "sudden_stop")


def _days(case: Case) -> dict[str, Text]:
    return {"days": same(case.facts.injecting_days_per_month)}


def _tolerance_lost(case: Case) -> bool:
    return signs.ever_used(case, "opioids") and not signs.used_now(case, "opioids")


SIGNS = (
    held("WITHDRAWAL", *FLAGS),
    Sign("WITHDRAWAL_INJECTS_OFTEN", 3, injects_often,
         Text("Menyuntik {days} hari sebulan", "Injects on {days} days a month"), _days),
    Sign("WITHDRAWAL_ALCOHOL", 3,
         lambda case: signs.daily(case, "alcohol") or signs.dependent_drinker(case),
         Text("Tanda ketergantungan alkohol", "Signs of dependence on alcohol")),
    Sign("WITHDRAWAL_SEDATIVES", 3, lambda case: signs.daily(case, "sedatives"),
         Text("Obat penenang hampir setiap hari", "Sedatives nearly every day")),
    Sign("WITHDRAWAL_OPIOIDS", 3, lambda case: signs.daily(case, "opioids"),
         Text("Opioid hampir setiap hari", "Opioids nearly every day")),
    Sign("WITHDRAWAL_JUST_LEFT", 2,
         lambda case: signs.just_left(case) and signs.ever_used(case, "opioids"),
         Text("Layanan, penjara, atau rawat inap baru berakhir", "Care, prison or hospital ended lately")),
    Sign("WITHDRAWAL_SOME_OPIOIDS", 2,
         lambda case: signs.used_now(case, "opioids") and not signs.daily(case, "opioids"),
         Text("Memakai opioid dalam tiga bulan terakhir", "Took opioids within the last three months")),
    Sign("WITHDRAWAL_INJECTS", 2, lambda case: signs.injects(case) and not injects_often(case),
         Text("Menyuntik dalam tiga bulan terakhir", "Injected within the last three months")),
    Sign("WITHDRAWAL_TOLERANCE", 1, _tolerance_lost,
         Text("Pernah memakai opioid: tubuh tidak tahan dosis lama lagi",
              "Took opioids before: the body no longer bears the old dose")),
    Sign("WITHDRAWAL_MAINTAINED", 1, lambda case: case.facts.opioid_maintenance is True,
         Text("Dalam terapi rumatan opioid", "On opioid maintenance")),
    Sign("WITHDRAWAL_STIMULANTS", 1, lambda case: signs.daily(case, "amphetamine", "cocaine"),
         Text("Stimulan hampir setiap hari", "Stimulants nearly every day")),
    seen_to("WITHDRAWAL", *FLAGS),
    denied("WITHDRAWAL", Text("Tidak ada tanda overdosis atau putus zat berat",
                              "No sign of overdose or severe withdrawal"), *FLAGS),
)  # fmt: skip
GAPS = (
    unasked("WITHDRAWAL", Text("Tanda overdosis dan putus zat", "Signs of overdose and withdrawal"), *FLAGS),
    Gap("WITHDRAWAL_PATTERN", lambda case: case.assist is None,
        Text("Pola pemakaian (ASSIST)", "Pattern of use (ASSIST)")),
    Gap("WITHDRAWAL_INJECTING",
        lambda case: (
            case.injecting == "past_3_months" and case.facts.injecting_days_per_month is None
        ),
        Text("Hari menyuntik dalam sebulan", "Days of injecting in a month")),
    Gap("WITHDRAWAL_AUDIT",
        lambda case: case.recent_use("alcohol") in {"weekly", "daily"} and case.scale("audit") is None,
        Text("AUDIT (alkohol)", "AUDIT (alcohol)")),
)  # fmt: skip
