from django.urls import path

from law import views


app_name = "law"

urlpatterns = [
    path("klien/<int:client_pk>/hukum/", views.register, name="register"),
    path("klien/<int:client_pk>/hukum/tahap/baru/", views.stage_new, name="stage_new"),
    path("klien/<int:client_pk>/hukum/surat/baru/", views.order_new, name="order_new"),
    path("klien/<int:client_pk>/hukum/bapas/", views.officer, name="officer"),
    path("hukum/tahap/<int:pk>/perbaiki/", views.stage_edit, name="stage_edit"),
    path("hukum/surat/<int:pk>/perbaiki/", views.order_edit, name="order_edit"),
    path("hukum/surat/<int:pk>/perpanjang/", views.order_extend, name="order_extend"),
    path("hukum/surat/<int:pk>/laporan/", views.order_report, name="order_report"),
    path("hukum/surat/<int:pk>/selesai/", views.order_close, name="order_close"),
    path("hukum/surat/<int:pk>/berkas/", views.order_paper, name="order_paper"),
]
