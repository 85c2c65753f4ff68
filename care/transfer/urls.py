from django.urls import URLPattern, path

from care.transfer.views import lists, new, steps, support_steps, supporting


urlpatterns: list[URLPattern] = [
    path("penempatan/kasus/<int:case_pk>/pindah/", new.transfer_new, name="transfer_new"),
    path("penempatan/kasus/<int:case_pk>/pemindahan/", lists.transfer_open, name="transfer_open"),
    path("penempatan/kasus/<int:case_pk>/surat/", new.referral_letter, name="referral_letter"),
    path("penempatan/kasus/<int:case_pk>/pendukung/", supporting.supporting, name="supporting"),
    path(
        "penempatan/kasus/<int:case_pk>/pendukung/baru/", supporting.support_new, name="support_new"
    ),
    path("pemindahan/", lists.transfers, name="transfers"),
    path("pemindahan/<int:pk>/", lists.transfer, name="transfer"),
    path("pemindahan/<int:pk>/terima/", steps.transfer_accept, name="transfer_accept"),
    path("pemindahan/<int:pk>/tolak/", steps.transfer_decline, name="transfer_decline"),
    path("pemindahan/<int:pk>/tarik/", steps.transfer_withdraw, name="transfer_withdraw"),
    path("pemindahan/<int:pk>/berangkat/", steps.transfer_depart, name="transfer_depart"),
    path("pemindahan/<int:pk>/tiba/", steps.transfer_arrive, name="transfer_arrive"),
    path("pemindahan/<int:pk>/tidak-tiba/", steps.transfer_missing, name="transfer_missing"),
    path("pendukung/<int:pk>/setuju/", support_steps.support_agree, name="support_agree"),
    path("pendukung/<int:pk>/tolak/", support_steps.support_decline, name="support_decline"),
    path("pendukung/<int:pk>/akhiri/", support_steps.support_end, name="support_end"),
    path("pendukung/<int:pk>/tugas/", support_steps.support_task, name="support_task"),
]
