"""What the queue does for accounts."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _, override

from accounts.enums import APPOINTMENT_NOTICE, KEY_NOTICE, Role
from accounts.models import Appointment, User
from common.jobs import Finish, Progress, handler
from common.models import Job


@handler(APPOINTMENT_NOTICE)
def notify_of_appointment(job: Job, progress: Progress) -> Finish:
    """A mail to everybody who may grant it: something waits, and nothing of whom it is about."""
    from accounts.services.appointments import answerers_of

    row = Appointment.objects.select_related("asked_by").get(pk=job.key)
    readers = answerers_of(row)
    for number, reader in enumerate(readers, start=1):
        with override(reader.language):
            said = _("Penunjukan menunggu orang kedua")
            about = {"said": said, "product": settings.PRODUCT_NAME, "url": job.payload["url"]}
            send_mail(said, _("%(said)s di %(product)s:\n%(url)s") % about, None, [reader.email])
        progress(number, len(readers))
    return lambda: None


@handler(KEY_NOTICE)
def notify_of_key(job: Job, progress: Progress) -> Finish:
    """A mail to every data officer: a key was asked for or granted, and nothing of which."""
    readers = User.objects.filter(role=Role.DATA_OFFICER, is_active=True)
    was_granted = job.key.endswith("granted")
    for number, reader in enumerate(readers, start=1):
        with override(reader.language):
            said = _("Kunci layanan disetujui") if was_granted else _("Kunci layanan diminta")
            about = {"said": said, "product": settings.PRODUCT_NAME, "url": job.payload["url"]}
            send_mail(said, _("%(said)s di %(product)s:\n%(url)s") % about, None, [reader.email])
        progress(number, len(readers))
    return lambda: None
