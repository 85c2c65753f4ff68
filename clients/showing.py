"""The one way to a delicate fact: what of it this person, or this machine, is shown (clients/field_rules.py)."""

from accounts.enums import INSTITUTION_ROLES, KeyScope, Role
from accounts.models import ServiceKey, User
from clients.enums import EventKind, NoteKind
from clients.field_rules import TABLE, Field, Rule, Viewer
from clients.models import CaseEvent, Client
from clients.nik import mask_nik
from clients.permissions import is_guest_by_emergency
from common.sealed import Erased


HIDDEN = "•••"
NUMBERS = {Field.NIK, Field.KK}
NOTES: dict[str, Field] = {NoteKind.COUNSELLING: Field.COUNSELLING, NoteKind.LAW: Field.LAW_NOTES}


def viewer_of(user: User, client: Client) -> Viewer:
    """Why this person may open the file; `visible_to` has said that they may."""
    if user.role == Role.AUDITOR:
        return Viewer.AUDITOR
    if is_guest_by_emergency(user, client.pk):
        return Viewer.EMERGENCY if user.institution_id else Viewer.MINISTRY
    if user.role not in INSTITUTION_ROLES:
        return Viewer.NOBODY
    is_home = user.institution_id == client.institution_id
    if user.role == Role.IPWL_STAFF:
        return Viewer.HOME_IPWL if is_home else Viewer.GUEST_IPWL
    return Viewer.HOME_STAFF if is_home else Viewer.GUEST_STAFF


def rule_of(user: User, client: Client, field: str, key: ServiceKey | None = None) -> Rule:
    """A key shows what its scopes say, and never more than the role that it works in is shown."""
    rules = TABLE[Field(field)]
    own = rules[viewer_of(user, client)]
    if key is None:
        return own
    knows = KeyScope.CLIENTS_IDENTITY in key.scopes
    by_scope = rules[Viewer.KEY_IDENTITY if knows else Viewer.KEY]
    return min(own, by_scope, key=lambda rule: rule.stands_at)


def shown(
    user: User, client: Client, field: str, value: object, key: ServiceKey | None = None
) -> str:
    """The value, its mask, or nothing."""
    return under(rule_of(user, client, field, key), field, value)


def under(rule: Rule, field: str, value: object) -> str:
    if rule is Rule.NONE or not value:
        return ""
    text = str(value)
    if rule.is_open or isinstance(value, Erased):
        return text
    return mask_nik(text) if field in NUMBERS else HIDDEN


def may_write(user: User, client: Client, field: str) -> bool:
    """Whether a form of this person's asks for it at all."""
    return rule_of(user, client, field).may_write


def field_of_note(event: CaseEvent) -> Field:
    """Counselling and law are told apart from the notes of every day."""
    return field_of_kind(event.facts["about"]) if event.kind == EventKind.NOTE else Field.NOTES


def field_of_kind(kind: str) -> Field:
    """Of a note's kind (NoteKind)."""
    return NOTES.get(kind, Field.NOTES)
