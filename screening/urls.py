from django.urls import path

from screening.views import endings, instruments, interview, lists


app_name = "screening"

urlpatterns = [
    path("", lists.waiting, name="list"),
    path("instrumen/", instruments.instruments, name="instruments"),
    path("instrumen/<slug:code>/<str:version>/", instruments.instrument, name="instrument"),
    path("klien/<int:client_pk>/", lists.of_client, name="client"),
    path("kasus/<int:case_pk>/mulai/", interview.start, name="start"),
    path("kasus/<int:case_pk>/lanjut/", interview.resume, name="continue"),
    path("kasus/<int:case_pk>/keputusan/", endings.decide, name="decide"),
    path("<int:pk>/", interview.sections, name="sections"),
    path("<int:pk>/bagian/<slug:slug>/", interview.section, name="section"),
    path("<int:pk>/bagian/<slug:slug>/simpan/", interview.autosave, name="autosave"),
    path("<int:pk>/periksa/", endings.review, name="review"),
    path("<int:pk>/rujuk/", endings.refer, name="refer"),
    path("<int:pk>/hasil/", endings.result, name="result"),
]
