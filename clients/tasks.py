"""What the queue does for clients' files."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _, override

from clients.enums import EMERGENCY_NOTICE, IMPROPER_NOTICE
from common.jobs import Finish, Progress, handler
from common.links import link_to
from common.models import Job


@handler(EMERGENCY_NOTICE)
def notify_of_emergency(job: Job, progress: Progress) -> Finish:
    """A mail that says something waits, and nothing of whom or why."""
    from clients.services.emergency import reviewers_of

    readers = reviewers_of(int(job.key))
    for number, reader in enumerate(readers, start=1):
        with override(reader.language):
            send_mail(
                _("Ada yang menunggu tinjauan Anda"),
                _("Ada yang menunggu tinjauan Anda di %(product)s:\n%(url)s")
                % {"product": settings.PRODUCT_NAME, "url": link_to("clients:emergencies")},
                None,
                [reader.email],
            )
        progress(number, len(readers))
    return lambda: None


@handler(IMPROPER_NOTICE)
def notify_of_improper(job: Job, progress: Progress) -> Finish:
    """A mail that an emergency access was judged improper, and nothing of whose, of whom or why."""
    from clients.services.emergency import told_of_improper

    readers = told_of_improper(int(job.key))
    for number, reader in enumerate(readers, start=1):
        with override(reader.language):
            send_mail(
                _("Satu akses darurat dinilai tidak patut"),
                _(
                    "Satu akses darurat dinilai tidak patut dan sudah ditutup di %(product)s:\n%(url)s"
                )
                % {"product": settings.PRODUCT_NAME, "url": link_to(settings.LOGIN_REDIRECT_URL)},
                None,
                [reader.email],
            )
        progress(number, len(readers))
    return lambda: None
