from django.urls import path

from safety.views import concerns, overview, referrals


app_name = "safety"

urlpatterns = [
    path("kasus/<int:case_pk>/", overview.overview, name="case"),
    path("kasus/<int:case_pk>/rujuk/", referrals.refer, name="refer"),
    path("kasus/<int:case_pk>/kekhawatiran/", concerns.new, name="concern"),
    path("rujukan/<int:pk>/berangkat/", referrals.sending, name="sending"),
    path("rujukan/<int:pk>/hasil/", referrals.result, name="result"),
    path("rujukan/<int:pk>/surat/", referrals.result_file, name="result_file"),
    path("kekhawatiran/<int:pk>/langkah/", concerns.step, name="concern_step"),
    path("kekhawatiran/<int:pk>/selesai/", concerns.settle, name="concern_settle"),
]
