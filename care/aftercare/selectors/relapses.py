"""What is known of a person's relapses beside the one at hand."""

from accounts.models import User
from care.models import Relapse
from clients.models import Case


def former_plan(case: Case, user: User) -> Relapse | None:
    """The newest safety plan of an episode before this one, as long as this one has none of its own."""
    planned = Relapse.objects.visible_to(user).filter(case__client_id=case.client_id)
    planned = planned.exclude(planned_at=None)
    if planned.filter(case=case).exists():
        return None
    return planned.filter(case__lt=case.pk).with_people().order_by("-planned_at", "-pk").first()
