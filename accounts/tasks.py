"""What the queue does for accounts."""

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from celery import shared_task
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import override

from accounts.enums import NEW_PASSWORD
from common.jobs import Finish, Progress, handler
from common.links import link_to
from common.models import Job
from common.scope import MACHINERY


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


@shared_task(scope=MACHINERY)
def forget_old_sessions() -> None:
    """What one looked for waits in a session; ended ones are nobody's use."""
    from accounts.sessions import SessionStore

    SessionStore.clear_expired()
