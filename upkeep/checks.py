"""What nobody should run without: `manage.py check --deploy`."""

from typing import Any

from django.conf import settings
from django.core.checks import Tags, Warning as Warned, register


@register(Tags.security, deploy=True)
def somebody_hears_alarms(**_options: Any) -> list[Warned]:
    if settings.OPERATORS:
        return []
    hint = "Name who looks after the installation, with commas: OPERATORS=operator@example.go.id"
    return [Warned("OPERATORS is empty: alarms are mailed to nobody.", hint=hint, id="upkeep.W001")]


@register(Tags.security, deploy=True)
def there_are_backups(**_options: Any) -> list[Warned]:
    if settings.BACKUP_DIR:
        return []
    hint = "Set BACKUP_DIR, and let the process of upkeep run (docs/operations.md, Backup)."
    return [Warned("No backup is made by itself.", hint=hint, id="upkeep.W002")]


@register(Tags.security, deploy=True)
def somebody_decided_how_long(**_options: Any) -> list[Warned]:
    if settings.RETENTION_YEARS:
        return []
    hint = "Set RETENTION_YEARS as the archive schedule (JRA) says: docs/operations.md, How long."
    return [Warned("No closed file ever ends: nobody said when.", hint=hint, id="upkeep.W003")]
