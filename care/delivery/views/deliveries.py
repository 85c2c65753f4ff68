"""What was given: the tab of a client's file, one service, the log of an institution."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from accounts.reauth import confirm_first
from care.delivery.selectors import deliveries as given
from care.models import Delivery
from care.shared.chips import component_chips, month_links
from care.shared.finding import client_case_or_404
from clients.field_rules import Field, Rule
from clients.forms.reveal import RevealForm
from clients.permissions import can_list_clients, can_write
from clients.selectors import file_context
from clients.services.reading import log_opening, note_reveal
from clients.showing import rule_of
from common.access import demand, visible_or_404
from common.enums import ReadAction
from common.http import render_form, sent
from common.reading import log_shown
from files.http import hand_over
from files.models import StoredFile


PAGE = 25
OK = 200
LAST_MEETINGS = 10


@require_safe
def deliveries(request: Request, client_pk: int) -> HttpResponse:
    today = timezone.localdate()
    case = client_case_or_404(request, client_pk)
    user, client = request.user, case.client
    chips = component_chips(request.GET, given.component_counts(user, client))
    rows = Paginator(given.of_client(user, client, chips.chosen), PAGE)
    context = file_context(case, user, today, "delivery") | {
        "today": today,
        "chips": chips,
        "page_obj": rows.get_page(request.GET.get("halaman")),
        "progress": given.progress(case, today=today),
        "memberships": given.memberships_of(user, client),
        "attendances": given.attendances_of(user, client)[:LAST_MEETINGS],
        "may_record": case.is_open and can_write(user, client.pk),
    }
    return render(request, "care/deliveries.html", context)


@require_safe
def delivery(request: Request, pk: int) -> HttpResponse:
    row = visible_or_404(Delivery.objects.with_parts(), request.user, pk=pk)
    case = client_case_or_404(request, row.case.client_id)
    context = file_context(case, request.user, timezone.localdate(), "delivery")
    parts = {name: getattr(row, name, None) for name in ("visit", "aid", "training")}
    about = {"delivery": row, "papers": rule_of(request.user, row.case.client, Field.PAPERS)}
    return render(request, "care/delivery.html", {**context, **parts, **about})


@require_http_methods(["GET", "HEAD", "POST"])
def delivery_proof(request: Request, pk: int) -> HttpResponse:
    """Handed over by this page alone, and never opened by the browser itself."""
    row = visible_or_404(Delivery.objects.with_parts(), request.user, pk=pk)
    if row.proof is None:
        raise Http404
    rule = rule_of(request.user, row.case.client, Field.PAPERS)
    demand(rule is not Rule.NONE)
    if rule.is_masked:
        return _proof_behind_a_mask(request, row, row.proof)
    answer = _hand_over(request, row, row.proof)
    if answer.status_code == OK:
        log_opening(client=row.case.client, actor=request.user)
        log_shown(request, ReadAction.EXPORT, [row.case.client_id])
    return answer


@confirm_first
def _proof_behind_a_mask(request: Request, row: Delivery, proof: StoredFile) -> HttpResponse:
    """For a purpose that is written down, by somebody who has just shown who they are."""
    form = RevealForm(sent(request))
    if not form.is_valid():
        case = client_case_or_404(request, row.case.client_id)
        context = file_context(case, request.user, timezone.localdate(), "delivery")
        return render_form(request, "care/proof.html", form, {**context, "delivery": row})
    answer = _hand_over(request, row, proof)
    if answer.status_code == OK:
        purpose: str = form.cleaned_data["purpose"]
        client_id = row.case.client_id
        note_reveal(client_id=client_id, field=Field.PAPERS, purpose=purpose, actor=request.user)
    return answer


def _hand_over(request: Request, row: Delivery, proof: StoredFile) -> HttpResponse:
    back = reverse("care:delivery", args=[row.pk])
    return hand_over(request, proof, f"bukti-{row.pk}", back=back)


@require_safe
def delivery_log(request: Request) -> HttpResponse:
    user, today = request.user, timezone.localdate()
    demand(can_list_clients(user))
    month = month_links(request.GET, today=today)
    first, last = given.month_range(month.first)
    sums = given.given_by_component(first, last, user.institution_id)
    rows = Paginator(given.in_month(user, month.first), PAGE)
    page = rows.get_page(request.GET.get("halaman"))
    log_shown(request, ReadAction.LIST, (row.case.client_id for row in page))
    context = {"month": month, "sums": sums, "page_obj": page, "today": today}
    return render(request, "care/delivery_log.html", context)
