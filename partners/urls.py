from django.urls import URLPattern, path

from partners import views


app_name = "partners"
urlpatterns: list[URLPattern] = [
    path("", views.institutions, name="list"),
    path("baru/", views.institution_new, name="institution_new"),
    path("<int:pk>/", views.institution, name="institution"),
    path("<int:pk>/ubah/", views.institution_edit, name="institution_edit"),
    path("mou/", views.agreements, name="agreements"),
    path("mou/baru/", views.agreement_new, name="agreement_new"),
    path("mou/<int:pk>/", views.agreement, name="agreement"),
    path("mou/<int:pk>/ubah/", views.agreement_edit, name="agreement_edit"),
    path("mou/<int:pk>/akhiri/", views.agreement_end, name="agreement_end"),
    path("mou/<int:pk>/naskah/", views.agreement_document, name="agreement_document"),
]
