"""allauth's forms for second factors, where ours ask for a little more."""

from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.conf import settings
from django.core.cache import cache


class OnlyOnce:
    """A code counts once for as long as it is good; allauth forgets it after one period of three."""

    user: Any

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        periods = 2 * settings.MFA_TOTP_TOLERANCE + 1
        key = f"second-factor:{self.user.pk}:{normalize_user_code(code)}"
        if not cache.add(key, "used", timeout=30 * periods):
            raise get_adapter().validation_error("incorrect_code")
        return code


class Authenticate(OnlyOnce, AuthenticateForm):
    pass


class Reauthenticate(OnlyOnce, ReauthenticateForm):
    pass


class Credential(forms.JSONField):
    """What a browser's key answered; anything of another shape is a wrong answer, not a fault of ours."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            answer = super().to_python(value)
        except (
            ValueError,
            RecursionError,
        ):  # a number of ten thousand digits, lists in lists in lists
            answer = None
        response = answer.get("response") if isinstance(answer, dict) else None
        texts = [*answer.values(), *response.values()] if isinstance(response, dict) else []
        if not texts or not all(isinstance(text, str | dict | list | None) for text in texts):
            raise get_adapter().validation_error("incorrect_code")
        return answer

    def bound_data(self, data: Any, initial: Any) -> None:
        """A refused answer is not shown again: the next press makes a new one."""


class AuthenticateKey(AuthenticateWebAuthnForm):
    credential = Credential()


class ReauthenticateKey(ReauthenticateWebAuthnForm):
    credential = Credential()


class SignInKey(LoginWebAuthnForm):
    credential = Credential()


class AddKey(AddWebAuthnForm):
    credential = Credential()
