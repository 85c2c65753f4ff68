from django.urls import URLPattern, path

from care.aftercare.views import aftercare, locator, schedule


urlpatterns: list[URLPattern] = [
    path("jadwal/", schedule.schedule, name="schedule"),
    path("jadwal/kalender.ics", schedule.ics, name="ics"),
    path("pascalayanan/klien/<int:client_pk>/", aftercare.client_aftercare, name="aftercare"),
    path("pascalayanan/kasus/<int:case_pk>/", aftercare.next_follow_up, name="next_follow_up"),
    path("pascalayanan/kasus/<int:case_pk>/kontak/", aftercare.unplanned, name="unplanned_contact"),
    path("pascalayanan/kasus/<int:case_pk>/pelacakan/", locator.locator, name="locator"),
    path(
        "pascalayanan/kasus/<int:case_pk>/pelacakan/baru/", locator.locator_new, name="locator_new"
    ),
    path("pascalayanan/pelacakan/<int:pk>/hapus/", locator.locator_remove, name="locator_remove"),
    path("pascalayanan/<int:pk>/", aftercare.follow_up, name="follow_up"),
]
