from django.urls import URLPattern, path

from partners.views import agreements, institutions


app_name = "partners"
urlpatterns: list[URLPattern] = [
    path("", institutions.institutions, name="list"),
    path("baru/", institutions.institution_new, name="institution_new"),
    path("<int:pk>/", institutions.institution, name="institution"),
    path("<int:pk>/ubah/", institutions.institution_edit, name="institution_edit"),
    path("mou/", agreements.agreements, name="agreements"),
    path("mou/baru/", agreements.agreement_new, name="agreement_new"),
    path("mou/<int:pk>/", agreements.agreement, name="agreement"),
    path("mou/<int:pk>/ubah/", agreements.agreement_edit, name="agreement_edit"),
    path("mou/<int:pk>/akhiri/", agreements.agreement_end, name="agreement_end"),
    path("mou/<int:pk>/naskah/", agreements.agreement_document, name="agreement_document"),
]
