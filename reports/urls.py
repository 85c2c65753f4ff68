from django.urls import path

from reports import views


app_name = "reports"
urlpatterns = [
    path("", views.archive, name="list"),
    path("baru/", views.new, name="new"),
    path("penyimpangan/", views.overrides, name="overrides"),
    path("pekerjaan/<int:pk>/", views.job, name="job"),
    path("<int:pk>/", views.report, name="report"),
    path("<int:pk>/keutuhan/", views.check, name="check"),
    path("<int:pk>/pdf/", views.pdf, name="pdf"),
    path("<int:pk>/grafik/<slug:name>/", views.chart, name="chart"),
    path("kiriman/", views.submissions, name="submissions"),
    path("kiriman/baru/", views.submission_new, name="submission_new"),
    path("kiriman/<int:pk>/", views.submission, name="submission"),
    path("kiriman/<int:pk>/catatan/", views.submission_note, name="submission_note"),
    path("kiriman/<int:pk>/kegiatan/", views.submission_activity, name="submission_activity"),
    path(
        "kiriman/<int:pk>/kegiatan/<int:line_pk>/hapus/",
        views.submission_remove_activity,
        name="submission_remove_activity",
    ),
    path("kiriman/<int:pk>/uang/", views.submission_money, name="submission_money"),
    path(
        "kiriman/<int:pk>/uang/<int:line_pk>/hapus/",
        views.submission_remove_money,
        name="submission_remove_money",
    ),
    path("kiriman/<int:pk>/kirim/", views.submission_send, name="submission_send"),
    path("kiriman/<int:pk>/terima/", views.submission_accept, name="submission_accept"),
    path("kiriman/<int:pk>/kembalikan/", views.submission_return, name="submission_return"),
]
