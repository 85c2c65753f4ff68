"""Everything that hangs on a colleague, handed over at once."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from accounts.models import User
from clients.forms.work import ReassignForm
from clients.hanging import held_by
from clients.permissions import can_hand_over, can_list_tasks
from clients.services.cases import hand_over
from common.access import demand
from common.http import FormPage, form_page, sent


@require_http_methods(["GET", "POST"])
def hand_over_work(request: Request, pk: int) -> HttpResponse:
    """Strangers get 404: who works where is told to colleagues alone."""
    demand(can_list_tasks(request.user))
    near = User.objects.filter(institution_id=request.user.institution_id, is_service=False)
    worker = get_object_or_404(near, pk=pk)
    demand(can_hand_over(request.user, worker))
    form = ReassignForm(sent(request), user=request.user, without=worker)
    act = partial(hand_over, worker=worker, actor=request.user, at=timezone.now())
    page = FormPage(
        title=_("Serah terima pekerjaan"),
        sentence=worker.name,
        submit=_("Serahkan semuanya"),
        said=lambda cases: _("%(n)s kasus diserahkan.") % {"n": cases},
        back=reverse("clients:tasks"),
        crumbs=[(reverse("clients:tasks"), _("Tugas"))],
        beside="clients/_held.html",
        shows=lambda: {"held": held_by(worker), "worker": worker},
    )
    return form_page(request, form, lambda: act(**form.cleaned_data), page)
