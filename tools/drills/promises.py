"""What was promised, line by line, and whether it was kept."""

from dataclasses import dataclass


@dataclass
class Promises:
    broken: int = 0

    def check(self, sentence: str, *, kept: bool) -> None:
        self.broken += not kept
        print(f"  {'ok' if kept else 'BROKEN':<8}{sentence}", flush=True)

    def exit_code(self) -> int:
        print(f"\n{'FAILED' if self.broken else 'Passed'}.", flush=True)
        return int(bool(self.broken))
