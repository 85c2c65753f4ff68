from django.urls import URLPattern, path

from care.aftercare.views import aftercare, relapse, schedule


urlpatterns: list[URLPattern] = [
    path("jadwal/", schedule.schedule, name="schedule"),
    path("jadwal/kalender.ics", schedule.ics, name="ics"),
    path("pascalayanan/klien/<int:client_pk>/", aftercare.client_aftercare, name="aftercare"),
    path("pascalayanan/kasus/<int:case_pk>/", aftercare.next_follow_up, name="next_follow_up"),
    path("pascalayanan/<int:pk>/", aftercare.follow_up, name="follow_up"),
    path("kambuh/kasus/<int:case_pk>/", relapse.open_relapse, name="open_relapse"),
    path("kambuh/kasus/<int:case_pk>/catat/", relapse.name, name="relapse_name"),
    path("kambuh/<int:pk>/", relapse.show, name="relapse"),
    path("kambuh/<int:pk>/rencana-aman/", relapse.plan, name="relapse_plan"),
    path("kambuh/<int:pk>/putuskan/", relapse.settle, name="relapse_settle"),
    path("kambuh/<int:pk>/masuk-kembali/", relapse.enter_again, name="relapse_reentry"),
]
