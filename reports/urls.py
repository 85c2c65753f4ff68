from django.urls import path

from reports.views import archive, outcomes, overrides, submissions


app_name = "reports"
urlpatterns = [
    path("", archive.archive, name="list"),
    path("baru/", archive.new, name="new"),
    path("penyimpangan/", overrides.overrides, name="overrides"),
    path("hasil/", outcomes.outcomes, name="outcomes"),
    path("pekerjaan/<int:pk>/", archive.job, name="job"),
    path("<int:pk>/", archive.report, name="report"),
    path("<int:pk>/keutuhan/", archive.check, name="check"),
    path("<int:pk>/pdf/", archive.pdf, name="pdf"),
    path("<int:pk>/grafik/<slug:name>/", archive.chart, name="chart"),
    path("kiriman/", submissions.submissions, name="submissions"),
    path("kiriman/baru/", submissions.submission_new, name="submission_new"),
    path("kiriman/<int:pk>/", submissions.submission, name="submission"),
    path("kiriman/<int:pk>/catatan/", submissions.submission_note, name="submission_note"),
    path("kiriman/<int:pk>/kegiatan/", submissions.submission_activity, name="submission_activity"),
    path(
        "kiriman/<int:pk>/kegiatan/<int:line_pk>/hapus/",
        submissions.submission_remove_activity,
        name="submission_remove_activity",
    ),
    path("kiriman/<int:pk>/uang/", submissions.submission_money, name="submission_money"),
    path(
        "kiriman/<int:pk>/uang/<int:line_pk>/hapus/",
        submissions.submission_remove_money,
        name="submission_remove_money",
    ),
    path("kiriman/<int:pk>/kirim/", submissions.submission_send, name="submission_send"),
    path("kiriman/<int:pk>/terima/", submissions.submission_accept, name="submission_accept"),
    path("kiriman/<int:pk>/kembalikan/", submissions.submission_return, name="submission_return"),
]
