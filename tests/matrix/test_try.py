import time
from django.db import transaction
def test_build(django_db_blocker, django_db_setup, tmp_path, settings):
    settings.MEDIA_ROOT=tmp_path
    with django_db_blocker.unblock(), transaction.atomic():
        from tests.matrix import world
        t=time.time(); w=world.build(); print("BUILD", time.time()-t, len(w.people))
        for p in list(w.people.values())[:6]: print(p.client.name, p.client.nik, p.case.status, p.contact.name)
        transaction.set_rollback(True)
