"""Who may do what with a client they can already see (`visible_to` decided that)."""

from django.db.models import Value

from accounts.enums import INSTITUTION_ROLES, LEADS_PEOPLE, Role
from accounts.models import User
from clients.models import BreakGlass, Case, CaseTask, Client, Share
from clients.models.wait import answers_for_others
from clients.work import TASKS


def can_list_clients(user: User) -> bool:
    """The ministry works with figures; single files are not its business."""
    return user.role in INSTITUTION_ROLES or user.role == Role.AUDITOR


def can_register_clients(user: User) -> bool:
    return user.role in INSTITUTION_ROLES


def can_break_glass(user: User) -> bool:
    """Whoever works with clients may have to; the ministry has no other way to a single file."""
    return user.role in (*INSTITUTION_ROLES, Role.MINISTRY_ADMIN)


def can_review_emergencies(user: User) -> bool:
    """Of whom, says `BreakGlass.objects.visible_to`; never one's own."""
    return user.role == Role.DATA_OFFICER or user.role in LEADS_PEOPLE


def is_guest_by_emergency(user: User, client_id: int) -> bool:
    """Whoever has broken the glass of a file reads it, and changes nothing in it."""
    return _reads_only(user, client_id)[0]


def is_guest_who_reads(user: User, client_id: int) -> bool:
    """Whoever has handed a person over keeps the file for a while, to be read."""
    return _reads_only(user, client_id)[1]


def _reads_only(user: User, client_id: int) -> tuple[bool, bool]:
    """Broken open, and kept after a handover."""
    looked_at = user.__dict__.get("looked_at", {})
    if client_id in looked_at:
        known: tuple[bool, bool] = looked_at[client_id]
        return known
    broken, kept = _files_to_read(user)
    return client_id in broken, client_id in kept


def remember_look(user: User, client_id: int, *, broken_open: bool, kept: bool) -> None:
    """What was asked along with the file itself; so long `request.user` lives."""
    user.__dict__.setdefault("looked_at", {})[client_id] = (broken_open, kept)


def forget_looks(user: User) -> None:
    """Another file may be open to them now, or one less."""
    for known in ("looked_at", "files_to_read"):
        user.__dict__.pop(known, None)


def _files_to_read(user: User) -> tuple[frozenset[int], frozenset[int]]:
    """Of all clients, for pages with many; asked of the database once for each request."""
    if not can_break_glass(user):
        return frozenset(), frozenset()
    known = user.__dict__
    if "files_to_read" not in known:
        broken = BreakGlass.objects.live().filter(user=user).order_by()
        kept = Share.objects.live().filter(institution_id=user.institution_id or 0, read_only=True)
        rows = broken.annotate(of=Value(0)).values_list("of", "client_id")
        found = list(rows.union(kept.annotate(of=Value(1)).values_list("of", "client_id")))
        known["files_to_read"] = tuple(frozenset(pk for of, pk in found if of == n) for n in (0, 1))
    answer: tuple[frozenset[int], frozenset[int]] = known["files_to_read"]
    return answer


def only_reads(user: User, client_id: int) -> bool:
    return is_guest_by_emergency(user, client_id) or is_guest_who_reads(user, client_id)


def can_write(user: User, client_id: int) -> bool:
    """Everyone of an institution that sees the file works on it; some guests only read."""
    return user.role in INSTITUTION_ROLES and not only_reads(user, client_id)


def can_add_note(user: User, case: Case) -> bool:
    return can_write(user, case.client_id) and case.is_open


def can_edit_client(user: User, client: Client) -> bool:
    """Identity is kept by the institution that registered the person, not by its guests."""
    return can_write(user, client.pk) and client.institution_id == user.institution_id


def can_edit_family(user: User, case: Case) -> bool:
    return can_write(user, case.client_id)


def can_reassign(user: User, case: Case) -> bool:
    return user.role in LEADS_PEOPLE and case.institution_id == user.institution_id


def can_hand_over(user: User, worker: User) -> bool:
    """Everything that hangs on a colleague, also of one who is no longer let in."""
    return user.role in LEADS_PEOPLE and worker.institution_id == user.institution_id


def can_close(user: User, case: Case) -> bool:
    return can_write(user, case.client_id) and case.institution_id == user.institution_id


def can_call_it_a_mistake(user: User, case: Case) -> bool:
    """It leaves every figure: whoever answers for the institution's figures says so."""
    return can_close(user, case) and answers_for_others(user)


def can_reopen(user: User, client: Client) -> bool:
    return can_write(user, client.pk) and client.institution_id == user.institution_id


def can_watch_accesses(user: User) -> bool:
    """The read log of the whole country."""
    return user.role in {Role.DATA_OFFICER, Role.AUDITOR}


def can_see_access_log(user: User, case: Case) -> bool:
    if user.role == Role.AUDITOR or case.lead_worker_id == user.pk:
        return True
    return user.role in LEADS_PEOPLE and case.institution_id == user.institution_id


def can_list_tasks(user: User) -> bool:
    return user.role in INSTITUTION_ROLES


def can_see_all_tasks(user: User) -> bool:
    """Those of colleagues too."""
    return answers_for_others(user)


def can_finish_task(user: User, task: CaseTask) -> bool:
    """Tick it off by hand: whose it is, or who leads them; tasks with a page of their own are done there."""
    if not task.is_open or TASKS[task.kind].page:
        return False
    ours = task.institution_id == user.institution_id
    mine = task.owner_id == user.pk or (ours and task.owner_id is None)
    return can_write(user, task.case.client_id) and (mine or (ours and user.role in LEADS_PEOPLE))
