from django.urls import path

from screening.views import decisions, endings, interview, lists


app_name = "screening"

urlpatterns = [
    path("", lists.waiting, name="list"),
    path("klien/<int:client_pk>/", lists.of_client, name="client"),
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
    path("<int:pk>/rujuk/", endings.refer, name="refer"),
    path("<int:pk>/penilaian-kedua/", decisions.second, name="second"),
    path("<int:pk>/hasil/", endings.result, name="result"),
]
