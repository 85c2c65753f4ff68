"""Sending somebody to a clinician outside of an interview, and what the clinician said."""

from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import Request
from clients.enums import CaseStatus
from clients.field_rules import Field
from clients.models.task import subject_of
from clients.services.reading import log_opening
from clients.showing import rule_of
from clients.views.file_page import file_form
from clients.work import BEGINNINGS
from common.access import demand
from common.enums import ReadAction
from common.http import sent, sent_files
from common.reading import log_shown
from files.http import hand_over
from safety.enums import Outcome, Source
from safety.facts import Seen
from safety.forms import ReferralForm, ResultForm, SendingForm
from safety.models import MedicalResult
from safety.permissions import can_act, can_tell_result
from safety.services.referring import open_referral, record_result, tell_sending
from safety.views.asking import case_or_404, referral_or_404


OK = 200


@require_http_methods(["GET", "POST"])
def refer(request: Request, case_pk: int) -> HttpResponse:
    """By what a worker saw: what to do stands above the form as soon as signs were chosen."""
    case = case_or_404(request, case_pk)
    demand(can_act(request.user, case))
    now = timezone.now()
    form = ReferralForm(sent(request), case=case, now=now)
    subject = subject_of("note", case.medical_referrals.count())
    act = partial(
        open_referral,
        case=case,
        actor=request.user,
        at=now,
    )
    return file_form(
        request,
        case,
        form,
        lambda: act(
            seen=Seen(form.cleaned_data["flags"], Source.NOTE, subject), sending=form.sending()
        ),
        title=_("Rujuk ke layanan medis"),
        sentence=_("Keselamatan klien lebih dahulu. Hubungi 112 bila keadaannya mendesak."),
        submit=_("Rujuk sekarang"),
        icon="stethoscope",
        kind="danger",
        said=_("Rujukan medis dicatat. Hasilnya ditunggu."),
        back=reverse("safety:case", args=[case.pk]),
    )


@require_http_methods(["GET", "POST"])
def sending(request: Request, pk: int) -> HttpResponse:
    referral = referral_or_404(request, pk)
    demand(can_tell_result(request.user, referral))
    now = timezone.now()
    form = SendingForm(sent(request), case=referral.case, now=now, referral=referral)
    act = partial(tell_sending, referral=referral, actor=request.user, at=now)
    return file_form(
        request,
        referral.case,
        form,
        lambda: act(sending=form.sending()),
        title=_("Ke mana klien dirujuk"),
        sentence=referral.signs,
        submit=_("Simpan"),
        said=_("Keberangkatan dicatat. Hasilnya ditunggu."),
        back=reverse("safety:case", args=[referral.case_id]),
    )


@require_http_methods(["GET", "POST"])
def result(request: Request, pk: int) -> HttpResponse:
    referral = referral_or_404(request, pk)
    demand(can_tell_result(request.user, referral))
    now = timezone.now()
    place = referral.hospital.name if referral.hospital else referral.hospital_name
    form = ResultForm(
        sent(request), sent_files(request), today=timezone.localdate(now), place=place
    )
    act = partial(record_result, referral=referral, actor=request.user, at=now)
    return file_form(
        request,
        referral.case,
        form,
        lambda: act(found=form.found()),
        title=_("Hasil rujukan medis"),
        sentence=referral.signs,
        submit=_("Simpan hasil"),
        said=_("Hasil rujukan medis dicatat."),
        back=reverse("safety:case", args=[referral.case_id]),
        then=_after,
        template="safety/result.html",
    )


def _after(written: MedicalResult) -> str:
    """Back to the person's safety; of somebody who died, to the end of the case, or of the care that runs."""
    case = written.referral.case
    if written.outcome != Outcome.DIED:
        return reverse("safety:case", args=[case.pk])
    in_care = case.status == CaseStatus.IN_SERVICE
    return reverse(BEGINNINGS["ending"] if in_care else "clients:close", args=[case.pk])


@require_GET
def result_file(request: Request, pk: int) -> HttpResponse:
    """Handed over by this page alone, and never opened by the browser itself."""
    referral = referral_or_404(request, pk)
    file = referral.answer.file if referral.answer else None
    if file is None:
        raise Http404
    demand(rule_of(request.user, referral.case.client, Field.PAPERS).is_open)
    number = referral.case.client.registration_number
    back = reverse("safety:case", args=[referral.case_id])
    answer = hand_over(request, file, f"hasil-medis-{number}", back=back)
    if answer.status_code == OK:
        log_opening(client=referral.case.client, actor=request.user)
        log_shown(request, ReadAction.EXPORT, [referral.case.client_id])
    return answer
