"""Who reads the legal register and who keeps it: what the field rules say of the law (clients/field_rules.py)."""

from accounts.models import User
from clients.field_rules import Field
from clients.models import Case
from clients.permissions import can_write
from clients.showing import rule_of


def can_read_register(user: User, case: Case) -> bool:
    return rule_of(user, case.client, Field.LEGAL).is_open


def can_keep_register(user: User, case: Case) -> bool:
    rule = rule_of(user, case.client, Field.LEGAL)
    return rule.is_open and rule.may_write and can_write(user, case.client_id)
