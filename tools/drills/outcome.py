"""What a kill drill left behind, and how it is printed."""

from dataclasses import dataclass
from statistics import median

from tools.drills import oracle
from tools.drills.killing import Killer
from tools.drills.ledger import Kind, Ledger
from tools.drills.oracle import Tally


@dataclass(frozen=True, slots=True)
class Outcome:
    ledger: Ledger
    killer: Killer
    seconds: float
    verdicts: dict[Kind, Tally]
    torn: int
    trails: int
    gaps: list[str]

    @property
    def lost(self) -> int:
        return sum(verdict.lost for verdict in self.verdicts.values())

    @property
    def doubled(self) -> int:
        return sum(verdict.doubled for verdict in self.verdicts.values())

    @property
    def unknown(self) -> int:
        return sum(verdict.unknown for verdict in self.verdicts.values())


def count(ledger: Ledger, killer: Killer, seconds: float, before: dict[str, int]) -> Outcome:
    after = oracle.history()
    return Outcome(
        ledger=ledger,
        killer=killer,
        seconds=seconds,
        verdicts={
            kind: oracle.judge(ledger.sent[kind], ledger.acknowledged[kind], oracle.found(kind))
            for kind in Kind
        },
        torn=oracle.torn(),
        trails=len(after),
        gaps=oracle.gaps(before, after),
    )


def show(outcome: Outcome) -> None:
    ledger = outcome.ledger
    print(
        f"\n{ledger.acks:,} acknowledgements in {outcome.seconds:.0f} s "
        f"({ledger.acks / outcome.seconds:.0f}/s), {ledger.resends:,} sent again"
    )
    print(f"met: {', '.join(f'{what} {n:,}' for what, n in sorted(ledger.met.items()))}")
    slowest = max(ledger.waits, default=0)
    print(f"longest silence {ledger.longest_silence:.1f} s, slowest entry {slowest:.1f} s")
    print(f"\n{'kill -9 of':<20}{'times':>8}{'well again after: median':>28}{'longest':>12}")
    for name, away in sorted(outcome.killer.away.items()):
        print(f"{name:<20}{len(away):>8}{median(away):>26.1f} s{max(away):>10.1f} s")
    print(
        f"\n{'':<20}{'acknowledged':>13}{'unanswered':>12}{'lost':>8}{'doubled':>9}{'unknown':>9}"
    )
    for kind, verdict in outcome.verdicts.items():
        print(
            f"{kind:<20}{verdict.acknowledged:>13,}{verdict.unanswered:>12,}"
            f"{verdict.lost:>8,}{verdict.doubled:>9,}{verdict.unknown:>9,}"
        )
    print(flush=True)
