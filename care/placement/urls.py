from django.urls import URLPattern, path

from care.placement.views import answers, placements, reoffer, requests, running


urlpatterns: list[URLPattern] = [
    path("penempatan/", placements.placements, name="placements"),
    path("penempatan/kasus/<int:case_pk>/", placements.open_placement, name="open"),
    path("penempatan/kasus/<int:case_pk>/ajukan/", requests.request_placement, name="request"),
    path("penempatan/kasus/<int:case_pk>/bandingkan/", requests.compare, name="compare"),
    path("penempatan/<int:pk>/terima/", answers.accept, name="accept"),
    path("penempatan/<int:pk>/tolak/", answers.decline, name="decline"),
    path("penempatan/<int:pk>/tarik/", answers.withdraw, name="withdraw"),
    path("penempatan/<int:pk>/mulai/", running.start, name="start"),
    path("penempatan/<int:pk>/tinjau/", running.review, name="review"),
    path("penempatan/<int:pk>/tawarkan/", reoffer.reoffer, name="reoffer"),
]
