"""The allowed moves of everything that care is made of. Anyone can review these tables; nothing else changes a status."""

from care.aftercare_enums import HandoverStatus as H, OutcomeStatus as O, RelapseStatus as R
from care.enums import (
    PlacementStatus as P,
    PlanStatus as L,
    SupportStatus as S,
    TerminationStatus as E,
    TransferStatus as T,
    WaitingStatus as W,
)
from common.workflow import Workflow


# verb, from, to
PLACEMENT = Workflow(
    ("accept", (P.REQUESTED,), P.ACCEPTED),
    ("decline", (P.REQUESTED,), P.DECLINED),
    ("withdraw", (P.REQUESTED, P.ACCEPTED), P.WITHDRAWN),
    ("start", (P.ACCEPTED,), P.ACTIVE),
    ("end", (P.ACTIVE,), P.ENDED),
    # By the system, when nobody acted in time.
    ("lapse", (P.REQUESTED,), P.LAPSED),
    ("release", (P.ACCEPTED,), P.RELEASED),
    title="Penempatan",
)
WAITING = Workflow(
    ("offer", (W.WAITING,), W.OFFERED),
    ("take_up", (W.OFFERED,), W.WAITING),  # asked for; until the answer it keeps its position
    ("pass_on", (W.OFFERED,), W.WAITING),
    ("leave", (W.WAITING, W.OFFERED), W.LEFT),
    title="Daftar tunggu",
)
TRANSFER = Workflow(
    ("accept", (T.PROPOSED,), T.ACCEPTED),
    ("decline", (T.PROPOSED,), T.DECLINED),
    ("withdraw", (T.PROPOSED, T.ACCEPTED), T.WITHDRAWN),
    ("depart", (T.ACCEPTED,), T.TRAVELLING),
    ("arrive", (T.TRAVELLING,), T.ARRIVED),
    ("miss", (T.TRAVELLING,), T.NOT_ARRIVED),
    title="Pemindahan",
)
SUPPORT = Workflow(
    ("agree", (S.ASKED,), S.AGREED),
    ("decline", (S.ASKED,), S.DECLINED),
    ("end", (S.ASKED, S.AGREED), S.ENDED),
    title="Basis pendukung",
)
PLAN = Workflow(
    ("submit", (L.DRAFT,), L.SUBMITTED),
    ("return", (L.SUBMITTED, L.APPROVED), L.DRAFT),
    ("approve", (L.SUBMITTED,), L.APPROVED),
    ("agree", (L.APPROVED,), L.AGREED),
    ("supersede", (L.AGREED,), L.SUPERSEDED),
    ("end", (L.DRAFT, L.SUBMITTED, L.APPROVED, L.AGREED), L.ENDED),
    title="Rencana layanan",
)
TERMINATION = Workflow(
    ("prepare", (E.PREPARED,), E.PREPARED),
    ("waive", (E.PREPARED,), E.PREPARED),
    ("ask", (E.PREPARED,), E.ASKED),
    ("finish", (E.PREPARED,), E.APPROVED),
    ("return", (E.ASKED,), E.PREPARED),
    ("approve", (E.ASKED,), E.APPROVED),
    ("cancel", (E.PREPARED, E.ASKED), E.CANCELLED),
    title="Terminasi",
)
OUTCOME = Workflow(
    ("finish", (O.DRAFT,), O.FINISHED),
    title="Wawancara hasil",
)
RELAPSE = Workflow(
    ("plan", (R.NAMED, R.PLANNED), R.PLANNED),
    ("settle", (R.PLANNED,), R.SETTLED),
    ("enter_again", (R.NAMED, R.PLANNED), R.SETTLED),  # whoever needs care now waits for no paper
    title="Kekambuhan",
)
HANDOVER = Workflow(
    ("accept", (H.ASKED,), H.ACCEPTED),
    ("decline", (H.ASKED,), H.DECLINED),
    ("withdraw", (H.ASKED,), H.WITHDRAWN),
    title="Penyerahan pascalayanan",
)
