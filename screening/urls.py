from django.urls import path

from screening.assessment.views import (
    ends as assessment_ends,
    filling as assessment,
    reading as assessment_reading,
)
from screening.decision import views as decisions
from screening.views import (
    corrections,
    danger,
    endings,
    instruments,
    interview,
    lists,
    steps,
    trend,
)


app_name = "screening"

urlpatterns = [
    path("", lists.waiting, name="list"),
    path("instrumen/", instruments.instruments, name="instruments"),
    path("instrumen/<slug:code>/<str:version>/", instruments.instrument, name="instrument"),
    path("klien/<int:client_pk>/", lists.of_client, name="client"),
    path("klien/<int:client_pk>/tren/", trend.trend, name="trend"),
    path("klien/<int:client_pk>/tren/grafik/", trend.chart, name="trend_chart"),
    path("kasus/<int:case_pk>/perubahan/", steps.step, name="step"),
    path("kasus/<int:case_pk>/mulai/", interview.start, name="start"),
    path("kasus/<int:case_pk>/lanjut/", interview.resume, name="continue"),
    path("kasus/<int:case_pk>/keputusan/", decisions.decide, name="decide"),
    path("kasus/<int:case_pk>/tinjauan/", decisions.review, name="review_override"),
    path("keputusan/<int:pk>/persetujuan/", decisions.approval, name="approval"),
    path("keputusan/<int:pk>/tarik/", decisions.withdraw, name="withdraw_override"),
    path("<int:pk>/", interview.sections, name="sections"),
    path("<int:pk>/bagian/<slug:slug>/", interview.section, name="section"),
    path("<int:pk>/bagian/<slug:slug>/simpan/", interview.autosave, name="autosave"),
    path("<int:pk>/periksa/", endings.review, name="review"),
    path("<int:pk>/rujuk/", danger.refer, name="refer"),
    path("<int:pk>/rujuk/sudah-diperiksa/", danger.looked_at, name="looked_at"),
    path("<int:pk>/koreksi/", corrections.correct, name="correct"),
    path("<int:pk>/penilaian-kedua/", decisions.second, name="second"),
    path("<int:pk>/hasil/", endings.result, name="result"),
    path("asesmen/kasus/<int:case_pk>/mulai/", assessment.start, name="assessment_start"),
    path("asesmen/<int:pk>/", assessment.sections, name="assessment"),
    path("asesmen/<int:pk>/bahaya/", assessment.danger, name="assessment_danger"),
    path("asesmen/<int:pk>/bagian/<slug:slug>/", assessment.section, name="assessment_section"),
    path(
        "asesmen/<int:pk>/bagian/<slug:slug>/simpan/",
        assessment.autosave,
        name="assessment_autosave",
    ),
    path("asesmen/<int:pk>/periksa/", assessment_ends.review, name="assessment_review"),
    path("asesmen/<int:pk>/sahkan/", assessment_ends.sign, name="assessment_sign"),
    path("asesmen/<int:pk>/kembalikan/", assessment_ends.give_back, name="assessment_return"),
    path("asesmen/<int:pk>/koreksi/", assessment_ends.correct, name="assessment_correct"),
    path("asesmen/<int:pk>/hasil/", assessment_reading.result, name="assessment_result"),
    path("asesmen/<int:pk>/cetak/", assessment_reading.on_paper, name="assessment_print"),
    path("asesmen/<int:pk>/banding/", assessment_reading.comparison, name="assessment_compare"),
]
