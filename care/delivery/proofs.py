"""Proofs as files: sealed on the disk with the client's key, so that they end with it (UU 27/2022 art. 43)."""

from base64 import b64decode, b64encode
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from care.enums import ProofKind
from care.models.delivery import WithProof
from clients.models import Client
from common.errors import DomainError
from common.sealed import datakeys
from common.sealed.box import seal, unseal


ABOUT = "care.paper"
ENDINGS = {ProofKind.PDF: "pdf", ProofKind.JPEG: "jpg", ProofKind.PNG: "png"}


@dataclass(frozen=True, slots=True)
class Proof:
    content: bytes
    kind: str


def put(row: WithProof, proof: Proof | None, client: Client) -> None:
    """Hang it on the row, which the caller saves."""
    if proof is None:
        return
    key = datakeys.find(client.key_id)
    if key is None:
        raise DomainError(_("Data pribadi klien ini sudah dihapus."), code="erased")
    closed = seal(key, b64encode(proof.content).decode(), ABOUT)
    row.file_kind = proof.kind
    row.file.save("", ContentFile(bytes(closed)), save=False)


def take(row: WithProof, client: Client) -> bytes | None:
    """None when there is none, when it is gone from the disk, and when the person has been erased."""
    key = datakeys.find(client.key_id)
    if not row.file or key is None:
        return None
    try:
        with row.file.open("rb") as closed:
            return b64decode(unseal(key, closed.read(), ABOUT))
    except FileNotFoundError:
        return None


def name_of(row: WithProof, number: int) -> str:
    return f"bukti-{number}.{ENDINGS[ProofKind(row.file_kind)]}"
