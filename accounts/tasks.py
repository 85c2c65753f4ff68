"""What the queue does for accounts."""

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from celery import shared_task
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _, override

from accounts.enums import APPOINTMENT_NOTICE, KEY_NOTICE, NEW_PASSWORD, Role
from accounts.models import Appointment, User
from accounts.recovery import SEED, hash_old_codes
from accounts.selectors import answerers_of
from common.jobs import Finish, Progress, handler
from common.links import link_to
from common.models import Job
from common.scope import MACHINERY


PEOPLE_AT_ONCE = 100


@handler(NEW_PASSWORD)
def send_new_password_link(job: Job, progress: Progress) -> Finish:
    """The link is made here: the job's row, which is kept, holds nothing that opens an account."""
    user = get_user_model().objects.get(pk=job.payload["user"])
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    link = link_to("account_reset_password_from_key", user_pk_to_url_str(user), key)
    with override(user.language):
        send_mail(
            render_to_string("account/email/password_reset_key_subject.txt").strip(),
            render_to_string(
                "account/email/password_reset_key_message.txt", {"password_reset_url": link}
            ).strip(),
            None,
            [user.email],
        )
    return lambda: None


@handler(APPOINTMENT_NOTICE)
def notify_of_appointment(job: Job, progress: Progress) -> Finish:
    """A mail to everybody who may grant it: something waits, and nothing of whom it is about."""
    row = Appointment.objects.select_related("asked_by").get(pk=job.key)
    readers = answerers_of(row)
    for number, reader in enumerate(readers, start=1):
        with override(reader.language):
            said = _("Penunjukan menunggu orang kedua")
            about = {
                "said": said,
                "product": settings.PRODUCT_NAME,
                "url": link_to("accounts:users"),
            }
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
            about = {
                "said": said,
                "product": settings.PRODUCT_NAME,
                "url": link_to("accounts:service_keys"),
            }
            send_mail(said, _("%(said)s di %(product)s:\n%(url)s") % about, None, [reader.email])
        progress(number, len(readers))
    return lambda: None


@shared_task(scope=MACHINERY)
def hash_recovery_codes() -> None:
    """Those from before hashes were kept, a second for each person; whoever is left comes with the next round."""
    old = Authenticator.objects.filter(data__has_key=SEED).order_by("pk")
    for pk in old.values_list("pk", flat=True)[:PEOPLE_AT_ONCE]:
        hash_old_codes(pk)


@shared_task(scope=MACHINERY)
def forget_old_sessions() -> None:
    """What one looked for waits in a session; ended ones are nobody's use."""
    from accounts.sessions import SessionStore

    SessionStore.clear_expired()
