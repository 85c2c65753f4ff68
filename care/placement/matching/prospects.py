"""One institution held against the needs of one case."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from care.placement.matching import rows
from care.placement.matching.needs import Need, Needs
from partners.enums import InstitutionKind
from regions.languages import Language


CLIENTS_PER_WORKER, CLIENTS_PER_COUNSELLOR = 7, 10  # what an IPWL is asked for
SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Prospect:
    row: Any  # an Institution with what `rows.surveyed` adds
    needs: Needs
    today: date

    @property
    def free(self) -> int:
        return rows.free(self.row)

    @property
    def nearness(self) -> int:
        nearness: int = self.row.nearness
        return nearness

    def served(self) -> list[Need]:
        return [need for need in self.needs.special if rows.serves(self.row, need.code)]

    def unserved(self) -> list[Need]:
        return [need for need in self.needs.special if not rows.serves(self.row, need.code)]

    def given(self) -> list[Need]:
        return [need for need in self.needs.components if need.code in self.row.components]

    def not_given(self) -> list[Need]:
        return [need for need in self.needs.components if need.code not in self.row.components]

    def shared_languages(self) -> list[Language]:
        return [each for each in self.needs.languages if each in self.row.languages]

    def clients_then(self) -> int:
        """How many it has once it has taken this client."""
        return int(self.row.taken) + 1

    def staff_short(self) -> int:
        """On how many of the two ratios it would fall short; staff that nobody has recorded is no staff."""
        ratios = (
            (self.row.social_workers, CLIENTS_PER_WORKER),
            (self.row.counsellors, CLIENTS_PER_COUNSELLOR),
        )
        return sum(self.clients_then() > people * each for people, each in ratios)

    @property
    def is_paid(self) -> bool:
        """A balai by the state's budget; anybody else only while a contract (PKS) is in force, not by a MoU."""
        return self.row.kind == InstitutionKind.BALAI or bool(self.row.is_contracted)

    def ends_soon(self, day: date | None) -> bool:
        return day is not None and self.today <= day <= self.today + SOON

    def papers_ending(self) -> int:
        dates = (self.row.agreement_until, self.row.accreditation_expires_on)
        return sum(self.ends_soon(day) for day in dates)
