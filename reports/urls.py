from django.urls import path

from reports import views


app_name = "reports"
urlpatterns = [
    path("", views.archive, name="list"),
    path("baru/", views.new, name="new"),
    path("pekerjaan/<int:pk>/", views.job, name="job"),
    path("<int:pk>/", views.report, name="report"),
    path("<int:pk>/keutuhan/", views.check, name="check"),
    path("<int:pk>/pdf/", views.pdf, name="pdf"),
    path("<int:pk>/grafik/<slug:name>/", views.chart, name="chart"),
]
