"""What the queue does for exports."""

from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _, override

from common.jobs import Finish, Progress, handler
from common.links import link_to
from common.models import Job
from common.scope import MACHINERY
from exports.enums import EXPORT_NOTICE, MAKE_EXPORT
from exports.permissions import who_may_answer


@handler(MAKE_EXPORT)
def make_export(job: Job, progress: Progress) -> Finish:
    from exports.services.making import prepare_export

    return prepare_export(job=job, progress=progress, at=timezone.now())


@handler(EXPORT_NOTICE)
def notify_of_export(job: Job, progress: Progress) -> Finish:
    """A mail to those who may agree: that many people are to leave, and nothing of whom or what for."""
    assert job.requested_by is not None  # noqa: S101 - ask_export sees to it
    readers = list(who_may_answer(job.requested_by))
    for number, reader in enumerate(readers, start=1):
        with override(reader.language):
            said = _("Ekspor menunggu persetujuan")
            about = {"said": said, "product": settings.PRODUCT_NAME, "url": link_to("exports:list")}
            send_mail(said, _("%(said)s di %(product)s:\n%(url)s") % about, None, [reader.email])
        progress(number, len(readers))
    return lambda: None


@shared_task(scope=MACHINERY)
def purge_exports() -> None:
    from exports.services.making import purge_exports

    purge_exports(at=timezone.now())
