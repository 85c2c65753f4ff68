"""Accounts are given, never taken: there is no sign-up."""

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.enums import INSTITUTION_ROLES, TAKES_TWO, Role
from accounts.models import User
from common.errors import DomainError
from partners.models import Institution


@dataclass(frozen=True, slots=True)
class Person:
    email: str
    name: str
    role: str
    institution: Institution | None = None


@transaction.atomic
def add_user(*, person: Person, password: str, invited_by: User | None = None) -> User:
    demand_person(person)
    user = User(
        email=User.objects.normalize_email(person.email).lower(),
        name=person.name,
        role=person.role,
        institution=person.institution,
        invited_by=invited_by,
    )
    _demand_password(password, user)
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise DomainError(
            _("Surel ini sudah dipakai akun lain."), code="email_taken", field="email"
        ) from error
    return user


@transaction.atomic
def save_preferences(*, user: User, theme: str, language: str) -> User:
    user.theme, user.language = theme, language
    user.save(update_fields=["theme", "language"])
    return user


def demand_person(person: Person) -> None:
    _demand_email(person.email)
    demand_domain(person, field="email")
    _demand_name(person.name)
    demand_place(person)


def demand_alone(role: str) -> None:
    if role in TAKES_TWO:
        raise DomainError(
            _("Peran ini diminta satu orang dan disetujui orang lain."),
            code="takes_two",
            field="role",
        )


def demand_domain(person: Person, *, field: str) -> None:
    """An institution may say where its people's post is; who leaves the post leaves the account."""
    domains = person.institution.mail_domains if person.institution else []
    if domains and person.email.rpartition("@")[2].lower() not in domains:
        raise DomainError(
            _("Surel orang lembaga ini berakhir dengan %(domains)s.")
            % {"domains": ", ".join(f"@{domain}" for domain in domains)},
            code="mail_domain",
            field=field,
        )


def _demand_email(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise _said_by(error, "email") from error


def _demand_name(name: str) -> None:
    longest = User._meta.get_field("name").max_length or 0  # noqa: SLF001  Django's way to ask a model
    if not name.strip() or len(name) > longest or "\x00" in name:
        raise DomainError(
            _("Isi nama, paling banyak %(longest)s huruf.") % {"longest": longest},
            code="name",
            field="name",
        )


def demand_place(person: Person) -> None:
    if person.role not in Role.values:
        raise DomainError(_("Peran ini tidak dikenal."), code="unknown_role", field="role")
    works_for_one = person.role in INSTITUTION_ROLES
    if works_for_one and person.institution is None:
        raise DomainError(
            _("Peran ini bekerja untuk satu lembaga. Pilih lembaganya."),
            code="needs_institution",
            field="institution",
        )
    if not works_for_one and person.institution is not None:
        raise DomainError(
            _("Peran ini bekerja untuk seluruh Indonesia, tanpa lembaga."),
            code="no_institution",
            field="institution",
        )


def _demand_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise _said_by(error, "password") from error


def _said_by(error: ValidationError, field: str) -> DomainError:
    return DomainError(" ".join(error.messages), code=f"weak_{field}", field=field)
