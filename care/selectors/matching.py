"""Which institutions may be asked to take a person in, the nearest first, each with its reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case as Switch,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from care.selectors.places import with_free_places
from clients.models import Case
from partners.models import Agreement, Institution


SOON = timedelta(days=90)
FEW_PLACES = 2
SAME_REGENCY, SAME_PROVINCE, COVERED, ELSEWHERE = range(4)


@dataclass(frozen=True)
class Candidate:
    institution: Any  # an Institution with what `offered` adds
    fits: tuple[str, ...]
    cautions: tuple[str, ...]

    @property
    def key(self) -> str:
        """As a form holds it."""
        return str(self.institution.pk)


def offered(case: Case, *, today: date) -> QuerySet[Any]:
    """Institutions that may be asked today and have a place, annotated with nearness and dates."""
    client = case.client
    rows = Institution.objects.may_be_offered(
        base=case.base, sex=client.sex, age=client.age_on(today), on=today
    )
    agreement_end = (
        Agreement.objects.valid_on(today)
        .filter(institution=OuterRef("pk"))
        .order_by("-ends_on")
        .values("ends_on")[:1]
    )
    offers: QuerySet[Any] = (
        with_free_places(rows)
        .filter(free__gt=0)
        .select_related("regency__province")
        .annotate(nearness=_nearness(case), agreement_until=Subquery(agreement_end))
        .order_by("nearness", "-free", "name", "pk")
    )
    return offers


def candidates(rows: QuerySet[Any], *, today: date) -> list[Candidate]:
    return [
        Candidate(row, tuple(_fits(row)), tuple(_cautions(row, today))) for row in rows.iterator()
    ]


def refusal(case: Case, institution: Institution, *, today: date) -> tuple[str, str] | None:
    """Why `institution` may not be asked for `case` today (code, sentence); None when it may."""
    one = Institution.objects.filter(pk=institution.pk)
    client = case.client
    taking = one.that_take(sex=client.sex, age=client.age_on(today))
    checks = (
        (
            "not_this_base",
            one.active().for_base(case.base),
            _("%(institution)s tidak melayani basis layanan ini."),
        ),
        (
            "no_agreement",
            one.with_valid_agreement(today),
            _("%(institution)s tidak mempunyai perjanjian yang berlaku hari ini."),
        ),
        (
            "not_accredited",
            one.accredited(today),
            _("Akreditasi %(institution)s sudah tidak berlaku."),
        ),
        (
            "sex_age",
            taking,
            _("%(institution)s tidak melayani jenis kelamin atau usia klien ini."),
        ),
        (
            "full",
            with_free_places(one).filter(free__gt=0),
            _("%(institution)s sedang penuh. Pilih lembaga lain yang masih mempunyai tempat."),
        ),
    )
    for code, rows, sentence in checks:
        if not rows.exists():
            return code, sentence % {"institution": institution.name}
    return None


def _nearness(case: Case) -> Switch:
    home = case.client.regency
    covers = Q(Exists(_covering("covers_regencies", regency_id=home.pk))) | Q(
        Exists(_covering("covers_provinces", province_id=home.province_id))
    )
    return Switch(
        When(regency_id=home.pk, then=Value(SAME_REGENCY)),
        When(regency__province_id=home.province_id, then=Value(SAME_PROVINCE)),
        When(covers, then=Value(COVERED)),
        default=Value(ELSEWHERE),
        output_field=IntegerField(),
    )


def _covering(relation: str, **area: str) -> QuerySet[Any]:
    through: Any = getattr(Institution, relation).through
    links: QuerySet[Any] = through.objects.filter(institution_id=OuterRef("pk"), **area)
    return links


def _fits(row: Any) -> Iterator[str]:
    if row.nearness == SAME_REGENCY:
        yield _("berada di kabupaten/kota tempat tinggal klien")
    elif row.nearness == SAME_PROVINCE:
        yield _("berada di provinsi tempat tinggal klien")
    elif row.nearness == COVERED:
        yield _("wilayah layanannya mencakup tempat tinggal klien")
    yield _takes(row)
    yield _("perjanjian berlaku sampai %(date)s") % {"date": _day(row.agreement_until)}
    if row.accreditation_grade and row.accreditation_expires_on:
        yield _("terakreditasi %(grade)s sampai %(date)s") % {
            "grade": row.accreditation_grade,
            "date": _day(row.accreditation_expires_on),
        }


def _takes(row: Any) -> str:
    ages = {"low": row.age_min, "high": row.age_max}
    if row.takes_male and row.takes_female:
        return _("menerima laki-laki dan perempuan usia %(low)s–%(high)s tahun") % ages
    if row.takes_male:
        return _("menerima laki-laki usia %(low)s–%(high)s tahun") % ages
    return _("menerima perempuan usia %(low)s–%(high)s tahun") % ages


def _cautions(row: Any, today: date) -> Iterator[str]:
    if row.nearness == ELSEWHERE:
        yield _("jauh dari tempat tinggal klien: %(place)s") % {"place": row.regency.name}
    if row.free <= FEW_PLACES:
        yield ngettext(
            "tinggal %(free)s tempat kosong", "tinggal %(free)s tempat kosong", row.free
        ) % {"free": row.free}
    if row.agreement_until - today <= SOON:
        days = (row.agreement_until - today).days
        yield ngettext(
            "perjanjian berakhir dalam %(days)s hari",
            "perjanjian berakhir dalam %(days)s hari",
            days,
        ) % {"days": days}
    expires = row.accreditation_expires_on
    if expires is None or expires < today:
        yield _("akreditasi belum dicatat atau sudah lewat")
    elif expires - today <= SOON:
        days = (expires - today).days
        yield ngettext(
            "akreditasi berakhir dalam %(days)s hari",
            "akreditasi berakhir dalam %(days)s hari",
            days,
        ) % {"days": days}


def _day(day: date) -> str:
    return date_format(day, "j M Y")
