"""The legal register of those whom the police, a prosecutor or a court sent."""

from datetime import timedelta

from clients.enums import LegalStatus
from law.enums import OrderedBy
from law.facts import OfficerFacts, OrderFacts
from law.services.orders import record_order
from law.services.stages import record_officer
from partners.enums import CareBase
from tools.demonstration.life import Life


IN_CUSTODY = timedelta(days=110)  # counts towards the term
MONTHS = 6
REPORT_IN = timedelta(days=9)


def tell(life: Life, days_ago: int) -> None:
    """A court's verdict with its paper; for a prosecutor's client the officer of the Bapas."""
    day = life.clock.day(days_ago)
    actor, at = life.worker, life.clock.at(day)
    if life.case.legal_status == LegalStatus.COURT_ORDER:
        given_on = day - IN_CUSTODY
        paper = OrderFacts(
            ordered_by=OrderedBy.JUDGE,
            office="PN Cibinong" if days_ago < MONTHS * 2 else "PN Medan",
            letter_number=f"{days_ago}/Pid.Sus/{given_on.year}/PN",
            given_on=given_on,
            articles="Pasal 127 ayat (1) huruf a UU 35/2009",
            ordered_base=CareBase.BALAI,
            months=MONTHS,
            begins_on=given_on,
            report_due_on=life.clock.today + REPORT_IN,
        )
        record_order(case=life.case, facts=paper, actor=actor, at=at)
    if life.case.legal_status == LegalStatus.PROSECUTION:
        officer = OfficerFacts("Bapas Kelas II Bogor", "Rudi Hartono", "0251 555 0110")
        record_officer(case=life.case, facts=officer, actor=actor, at=at)
